import { atLocal, iso, readDate, type InputOf, type ReplyOf } from '@congso/kernel/contract'
import type { calendarPage as endpoint } from '../contract.ts'
import type { WorkCalendar } from '../domain/calendar.ts'
import { explainDeadline } from '../domain/explain.ts'
import { WorktimeFault } from '../domain/fault.ts'

type Tried = Pick<ReplyOf<typeof endpoint>, 'tried' | 'problems'>

/** A deadline on a calendar as somebody typed it, day by day; or what could not be read. */
export function tryOut(input: InputOf<typeof endpoint>, calendar: WorkCalendar): Tried {
  const unit = input.unit
  if (input.received === undefined || unit === undefined) return { tried: null, problems: [] }
  const date = readDate(input.received)
  const minutes = readTime(input.time ?? '08:00')
  const amount = unit === 'same-day' ? 0 : readAmount(input.amount ?? '')
  if (date === null || minutes === null || amount === null) {
    const problems: Tried['problems'] = []
    if (date === null) problems.push('received')
    if (minutes === null) problems.push('time')
    if (amount === null) problems.push('amount')
    return { tried: null, problems }
  }
  try {
    const received = atLocal(date, minutes)
    return { tried: told(explainDeadline({ received, amount, unit, calendar }), received), problems: [] }
  } catch (error) {
    if (error instanceof WorktimeFault && error.code === 'worktime.outside-calendar')
      return { tried: null, problems: ['outside'] }
    throw error
  }
}

function told({ reason, days }: ReturnType<typeof explainDeadline>, received: number): Tried['tried'] {
  return {
    received: iso(received),
    due: iso(reason.due),
    startReason: reason.startReason,
    days: days.map(day => ({
      date: day.date,
      kind: day.kind,
      ...(day.count === undefined ? {} : { count: day.count }),
      ...(day.name === undefined ? {} : { name: day.name }),
    })),
  }
}

function readTime(text: string): number | null {
  const [, hour, minute] = /^\s*(\d{1,2})[:hg](\d{2})?\s*$/i.exec(text) ?? []
  const [hours, minutes] = [Number(hour), Number(minute ?? 0)]
  return hours < 24 && minutes < 60 ? hours * 60 + minutes : null
}

function readAmount(text: string): number | null {
  const bare = text.trim().replace(',', '.')
  const amount = /^\d+(\.\d+)?$/.test(bare) ? Number(bare) : NaN
  return amount <= 1000 ? amount : null
}
