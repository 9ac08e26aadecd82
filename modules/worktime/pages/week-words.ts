import { weekdays } from '../contract.ts'
import type { vi } from './texts.vi.ts'

/** A week in few words, days of the same hours together: `Thứ Hai – Thứ Sáu: 07:30-11:30, 13:00-17:00`. */
export function weekWords(hours: Readonly<Record<(typeof weekdays)[number], string>>, t: typeof vi): string[] {
  const runs: { first: number; last: number; hours: string }[] = []
  for (const [index, day] of weekdays.entries()) {
    const run = runs.at(-1)
    if (run && run.hours === hours[day]) run.last = index
    else runs.push({ first: index, last: index, hours: hours[day] })
  }
  return runs.map(run => {
    const [first = '', last = ''] = [t.days[run.first], t.days[run.last]]
    const join = run.last === run.first + 1 ? ', ' : ' – '
    return `${run.first === run.last ? first : first + join + last}: ${run.hours || t.rest}`
  })
}
