import { covers, localDate, notFound, reachOf, type Id, type InputOf, type ReplyOf } from '@congso/kernel/contract'
import { tables, type Ctx } from '@congso/kernel/server'
import { sql } from 'kysely'
import type { calendarPage as endpoint } from '../contract.ts'
import type { DayException, WorkCalendar, WorkingWeek } from '../domain/calendar.ts'
import { publicHolidays } from '../domain/holiday.ts'
import { writeHours } from '../domain/hours.ts'
import { weeksInForce } from '../domain/layer.ts'
import { calendarFor, readLayers } from './calendar.ts'
import { tryOut } from './try-out.ts'

type Input = InputOf<typeof endpoint>
type View = ReplyOf<typeof endpoint>

/** One agency's calendar in one year, with where each part comes from. */
export async function readCalendarPage(ctx: Ctx, input: Input): Promise<View> {
  const agencies = await readAgencies(ctx, input.agency ?? null)
  const asked = input.agency && agencies.find(one => one.id === input.agency)
  if (input.agency && !asked) notFound()
  const agency = asked || agencies.find(one => one.id === ctx.actor.agency) || agencies[0]
  const year = input.year ?? Number(localDate(ctx.now).slice(0, 4))
  const layers = await readLayers(ctx.db, agency?.id ?? nobody)
  const own = layers.find(layer => layer.agency !== null && layer.agency === agency?.id)
  const shown = own ?? layers.find(layer => layer.agency === null)
  const calendar = await calendarFor(ctx.db, agency?.id ?? nobody)
  const weeks = layers.map(layer => layer.weeks.map(week => ({ ...week, calendar: layer.id })))
  return {
    agency: agency?.id ?? null,
    agencyName: agency?.name ?? '',
    agencies,
    year,
    calendar: shown ? { id: shown.id, name: shown.name, own: own !== undefined } : null,
    weeks: weeksInForce(weeks).map(week => weekView(week, week.calendar !== own?.id)),
    days: daysOf(year, layers, shown?.id),
    workingDays: workingDaysIn(calendar, year),
    mayEdit: own
      ? covers(ctx.actor, 'worktime.calendar.edit', { agency: agency?.id ?? null })
      : reachOf(ctx.actor, 'worktime.calendar.edit')?.all === true,
    mayOpen: !own && agency !== undefined && covers(ctx.actor, 'worktime.calendar.edit', { agency: agency.id }),
    ...tryOut(input, calendar),
  }
}

/** Asked for nobody, a calendar is the general one. */
const nobody = '00000000-0000-0000-0000-000000000000'

/** Agencies to choose from; the one asked for is among them, however many there are. */
async function readAgencies(ctx: Ctx, asked: string | null): Promise<View['agencies']> {
  const scope = ctx.scope('worktime.calendar.read')
  const within = [...(scope.agencies ?? []), ...(ctx.actor.agency ? [ctx.actor.agency] : [])]
  const found = await sql<View['agencies'][number]>`select id, name from directory.pub_agency a
    where ${scope.all ? sql`true` : sql`a.id = any(${within}::uuid[])`} order by a.id = ${asked}::uuid desc nulls last, name limit 500`.execute(
    tables<unknown>(ctx.db),
  )
  return found.rows
}

function weekView(week: WorkingWeek, inherited: boolean): View['weeks'][number] {
  const hours = (day: number) => writeHours(Object.entries(week.days).find(([key]) => Number(key) === day)?.[1] ?? [])
  return {
    validFrom: week.validFrom,
    validTo: week.validTo ?? null,
    inherited,
    hours: { mon: hours(1), tue: hours(2), wed: hours(3), thu: hours(4), fri: hours(5), sat: hours(6), sun: hours(7) },
  }
}

/** Public holidays under the entered days; on one date the later layer wins, as in the engine. */
function daysOf(
  year: number,
  layers: readonly { id: Id<'calendar'>; days: DayException[] }[],
  shown: string | undefined,
): View['days'] {
  const byDate = new Map<string, View['days'][number]>()
  const put = (day: DayException, own: boolean) => {
    if (!day.date.startsWith(String(year))) return
    byDate.set(day.date, {
      date: day.date,
      kind: day.kind,
      part: day.part ?? null,
      hours: writeHours(day.intervals ?? []),
      name: day.name,
      source: day.source,
      mark: day.mark ?? '',
      own,
    })
  }
  for (const holiday of publicHolidays(year)) put(holiday, false)
  for (const layer of layers) for (const day of layer.days) put(day, layer.id === shown)
  return [...byDate.values()].sort((a, b) => a.date.localeCompare(b.date))
}

function workingDaysIn(calendar: WorkCalendar, year: number): number {
  const day = (date: string) => Math.round(Date.parse(`${date}T00:00:00Z`) / 86_400_000) - calendar.from
  return (calendar.workdaysBefore[day(`${year + 1}-01-01`)] ?? 0) - (calendar.workdaysBefore[day(`${year}-01-01`)] ?? 0)
}
