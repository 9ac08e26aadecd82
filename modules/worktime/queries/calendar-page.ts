import { atLocal, covers, iso, localDate, reachOf, type Id, type InputOf, type ReplyOf } from '@congso/kernel/contract'
import { tables, type Ctx } from '@congso/kernel/server'
import { sql } from 'kysely'
import type { calendarPage as endpoint } from '../contract.ts'
import type { DayException, WorkCalendar, WorkingWeek } from '../domain/calendar.ts'
import { explainDeadline } from '../domain/explain.ts'
import { publicHolidays } from '../domain/holiday.ts'
import { writeHours } from '../domain/hours.ts'
import { calendarFor, readLayers } from './calendar.ts'

type Input = InputOf<typeof endpoint>
type View = ReplyOf<typeof endpoint>

/** One agency's calendar in one year, with where each part comes from. */
export async function readCalendarPage(ctx: Ctx, input: Input): Promise<View> {
  const scope = ctx.scope('worktime.calendar.read')
  const agencies = await sql<View['agencies'][number]>`select id, name from directory.pub_agency a
    where ${scope.all ? sql`true` : sql`a.id = any(${[...(scope.agencies ?? []), ...(ctx.actor.agency ? [ctx.actor.agency] : [])]}::uuid[])`} order by name limit 500`.execute(
    tables<unknown>(ctx.db),
  )
  const agency = agencies.rows.find(one => one.id === (input.agency ?? ctx.actor.agency)) ?? agencies.rows[0]
  const year = input.year ?? Number(localDate(ctx.now).slice(0, 4))
  const layers = await readLayers(ctx.db, agency?.id ?? '00000000-0000-0000-0000-000000000000')
  const own = layers.find(layer => layer.agency !== null && layer.agency === agency?.id)
  const shown = own ?? layers.find(layer => layer.agency === null)
  const calendar = await calendarFor(ctx.db, agency?.id ?? '00000000-0000-0000-0000-000000000000')
  return {
    agency: agency?.id ?? null,
    agencyName: agency?.name ?? '',
    agencies: agencies.rows,
    year,
    calendar: shown ? { id: shown.id, name: shown.name, own: own !== undefined } : null,
    weeks: (layers.findLast(layer => layer.weeks.length > 0)?.weeks ?? []).map(week =>
      weekView(week, own === undefined || own.weeks.length === 0),
    ),
    days: daysOf(year, layers, shown?.id),
    workingDays: workingDaysIn(calendar, year),
    mayEdit: own
      ? covers(ctx.actor, 'worktime.calendar.edit', { agency: agency?.id ?? null })
      : reachOf(ctx.actor, 'worktime.calendar.edit')?.all === true,
    tried: tryOut(input, calendar),
  }
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

function tryOut(input: Input, calendar: WorkCalendar): View['tried'] {
  if (!input.received || input.amount === undefined || !input.unit) return null
  const [hour = '8', minute = '0'] = (input.time ?? '08:00').split(':')
  const received = atLocal(input.received, Number(hour) * 60 + Number(minute))
  const told = explainDeadline({ received, amount: input.amount, unit: input.unit, calendar })
  return {
    received: iso(received),
    due: iso(told.reason.due),
    startReason: told.reason.startReason,
    days: told.days.map(day => ({
      date: day.date,
      kind: day.kind,
      ...(day.count === undefined ? {} : { count: day.count }),
      ...(day.name === undefined ? {} : { name: day.name }),
    })),
  }
}
