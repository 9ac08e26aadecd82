import { covers, notFound, reachOf, type Id, type InputOf, type ReplyOf } from '@congso/kernel/contract'
import { newId, type Ctx } from '@congso/kernel/server'
import {
  refuse,
  weekdays,
  type openCalendar as openEndpoint,
  type removeDay as removeEndpoint,
  type setDay as dayEndpoint,
  type setWeek as weekEndpoint,
} from '../contract.ts'
import type { Interval } from '../domain/calendar.ts'
import { hoursFaults, readHours } from '../domain/hours.ts'
import { calendarOpened, dayRemoved, daySet, weekSet } from '../events.ts'
import { deleteDay, holdCalendar, insertCalendar, insertDay, insertWeek, type HeldCalendar } from '../store/calendar.ts'

/** Gives an agency a calendar of its own. */
export async function openCalendar(
  ctx: Ctx,
  input: InputOf<typeof openEndpoint>,
): Promise<ReplyOf<typeof openEndpoint>> {
  if (!covers(ctx.actor, 'worktime.calendar.edit', { agency: input.agency })) refuse('worktime.edit-forbidden')
  const id = newId<'calendar'>(ctx.now)
  if (!(await insertCalendar(ctx.db, id, input.agency))) refuse('worktime.calendar-exists')
  ctx.record(calendarOpened, { subject: id, agency: input.agency, data: { agency: input.agency } })
  return { calendar: id, agency: input.agency }
}

/** Sets the working hours from a date on. */
export async function setWeek(ctx: Ctx, input: InputOf<typeof weekEndpoint>): Promise<ReplyOf<typeof weekEndpoint>> {
  const calendar = await holdForEdit(ctx, input.calendar)
  const days: Record<string, Interval[]> = {}
  for (const [index, day] of weekdays.entries()) {
    const intervals = soundHours(input[day], day)
    if (intervals.length > 0) days[String(index + 1)] = intervals
  }
  if (Object.keys(days).length === 0) refuse('worktime.hours-wrong', { fault: 'empty' }, 'mon')
  if (!(await insertWeek(ctx.db, { id: newId(ctx.now), calendar: calendar.id, from: input.from, days })))
    refuse('worktime.week-exists', {}, 'from')
  const hours = Object.fromEntries(weekdays.map(day => [day, input[day]]))
  ctx.record(weekSet, {
    subject: calendar.id,
    ...ofAgency(calendar),
    data: { agency: calendar.agency, from: input.from, hours },
  })
  return { calendar: calendar.id, agency: calendar.agency }
}

/** Enters a day that is not like its weekday. */
export async function setDay(ctx: Ctx, input: InputOf<typeof dayEndpoint>): Promise<ReplyOf<typeof dayEndpoint>> {
  const calendar = await holdForEdit(ctx, input.calendar)
  const hours =
    input.kind === 'hours' || (input.kind === 'make-up' && input.hours) ? soundHours(input.hours ?? '', 'hours') : null
  if (input.kind === 'hours' && (hours === null || hours.length === 0)) refuse('worktime.hours-unreadable', {}, 'hours')
  const source = input.source?.trim() ?? ''
  const made = await insertDay(ctx.db, {
    id: newId(ctx.now),
    calendar: calendar.id,
    date: input.date,
    kind: input.kind,
    part: input.kind === 'off' ? (input.part ?? null) : null,
    intervals: hours,
    name: input.name.trim(),
    source,
  })
  if (!made) refuse('worktime.day-exists', {}, 'date')
  ctx.record(daySet, {
    subject: calendar.id,
    ...ofAgency(calendar),
    data: { agency: calendar.agency, date: input.date, kind: input.kind, name: input.name, source },
  })
  return { calendar: calendar.id, agency: calendar.agency, date: input.date }
}

/** Takes an entered day away. */
export async function removeDay(
  ctx: Ctx,
  input: InputOf<typeof removeEndpoint>,
): Promise<ReplyOf<typeof removeEndpoint>> {
  const calendar = await holdForEdit(ctx, input.calendar)
  if (!(await deleteDay(ctx.db, calendar.id, input.date))) notFound()
  ctx.record(dayRemoved, {
    subject: calendar.id,
    ...ofAgency(calendar),
    data: { agency: calendar.agency, date: input.date },
  })
  return { calendar: calendar.id, agency: calendar.agency, date: input.date }
}

/** The calendar of all belongs to whoever may edit everywhere; an agency's own to whoever may edit there. */
async function holdForEdit(ctx: Ctx, id: string): Promise<HeldCalendar> {
  const calendar = await holdCalendar(ctx.db, id)
  const may =
    calendar.agency === null
      ? reachOf(ctx.actor, 'worktime.calendar.edit')?.all
      : covers(ctx.actor, 'worktime.calendar.edit', { agency: calendar.agency })
  if (!may) refuse('worktime.edit-forbidden')
  return calendar
}

function soundHours(text: string, field: string): Interval[] {
  const intervals = readHours(text)
  if (!intervals) return refuse('worktime.hours-unreadable', { text }, field)
  const fault = hoursFaults(intervals)[0]
  if (fault) refuse('worktime.hours-wrong', { fault }, field)
  return intervals
}

function ofAgency(calendar: HeldCalendar): { agency?: Id<'agency'> } {
  return calendar.agency ? { agency: calendar.agency } : {}
}
