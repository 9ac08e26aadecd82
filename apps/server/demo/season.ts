import { seeded, type Random } from '@congso/directory/testing'
import { addDays, localDate } from '@congso/kernel/contract'
import type { WorkCalendar } from '@congso/worktime'
import { spread } from '../replay/apportion.ts'
import { momentOf, workingDays } from '../replay/working-day.ts'
import type { Ordinary } from './dossiers.ts'
import type { DemoOffer } from './offers.ts'

/** How often each procedure is asked for beside the others, per hundred or so. */
const weights: Readonly<Record<string, number>> = {
  '2.000815': 26,
  '2.000884': 7,
  '1.001193': 9,
  '2.000635': 8,
  '1.004873': 7,
  '1.000894': 4,
  '1.000656': 3,
  '1.004859': 3,
  '1.004884': 2,
  '1.001022': 1,
  '2.000908': 2,
  '1.001612': 8,
  '2.000720': 3,
  '1.001266': 2,
  '1.001570': 1,
  '1.014035': 1,
  '1.004194': 8,
  '1.004222': 6,
  '1.013225': 5,
  '1.013226': 2,
  '1.013228': 1,
  '1.013978': 3,
  '1.012812': 1,
  '1.001776': 5,
  '1.014028': 3,
  '1.001699': 2,
  '2.000986': 2,
  '1.013236': 4,
  '1.013233': 3,
  '1.013217': 5,
}

/** Where dossiers come in, for whom, and how many over the weeks. */
const flows: readonly { receiving: string; agency: string; count: number }[] = [
  { receiving: 'tan-hoa', agency: 'tan-hoa', count: 165 },
  { receiving: 'an-binh', agency: 'an-binh', count: 55 },
  { receiving: 'dong-ha', agency: 'dong-ha', count: 40 },
  { receiving: 'suoi-nghe', agency: 'suoi-nghe', count: 30 },
  { receiving: 'centre', agency: 'department', count: 24 },
  // Whoever is in town may file at the provincial centre for any commune (NĐ 118/2025 Art. 8).
  { receiving: 'centre', agency: 'tan-hoa', count: 8 },
]

/** The ordinary dossiers of six weeks up to the edge, spread over working days, busier on Mondays; `share` scales the numbers. */
export function season(calendar: WorkCalendar, edge: number, offers: readonly DemoOffer[], share = 1): Ordinary[] {
  const random = seeded('demo/season')
  const days = workingDays(calendar, addDays(localDate(edge), -42), localDate(edge))
  const byDay = days.map(({ open, weekday, date }) => {
    const worked = date === localDate(edge) ? passedOf(calendar, date, open, edge) : 1
    return (weekday === 1 ? 1.3 : 1) * worked
  })
  const all = flows.flatMap(({ receiving, agency, count }) => {
    const choices = offers.filter(one => one.agency === agency).map(one => [one, weights[one.code] ?? 1] as const)
    const counts = spread(Math.ceil(count * share), byDay)
    return days.flatMap(({ date, open }, index) =>
      Array.from({ length: counts[index] ?? 0 }, () => ({
        receiving,
        offered: random.weighted(choices),
        at: momentIn(calendar, random, date, open, edge),
      })),
    )
  })
  return all.map((one, no) => ({ ...one, no }))
}

/** The part of the last day that has passed. */
function passedOf(calendar: WorkCalendar, date: string, open: number, edge: number): number {
  let passed = 0
  for (let part = 1; part <= 20; part += 1) if (momentOf(calendar, date, (open * part) / 20) <= edge) passed = part / 20
  return passed
}

function momentIn(calendar: WorkCalendar, random: Random, date: string, open: number, edge: number): number {
  const at = momentOf(calendar, date, 2 + random.next() * (open - 15))
  return at < edge ? at : Math.max(momentOf(calendar, date, 1), edge - Math.floor(random.next() * 30 + 1) * 1000)
}
