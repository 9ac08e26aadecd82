import * as fc from 'fast-check'
import type { DayException, WorkCalendar, WorkingWeek } from './calendar.ts'
import type { CutOff, DeadlineRule } from './deadline.ts'
import { dayNumber, localDate } from './local-time.ts'
import { at, hours, officeCalendar, OFFICE_WEEK } from './office.testing.ts'

const SIX_DAYS: WorkingWeek = { ...OFFICE_WEEK, days: { ...OFFICE_WEEK.days, 6: [hours('07:30', '11:30')] } }
const UNEVEN: WorkingWeek = {
  validFrom: '2013-01-01',
  days: {
    1: [hours('07:00', '11:17'), hours('13:30', '19:00')],
    3: [hours('14:00', '22:00')],
    5: [hours('00:00', '23:59')],
  },
}

/** What an office is compiled from; small, so that a counterexample can be read. */
export type Office = { week: WorkingWeek; days: { date: string; change: Partial<DayException> }[] }

/** Offices of many kinds: even and uneven weeks, decrees that close, open, shorten or lengthen days. */
export const office: fc.Arbitrary<Office> = fc.record({
  week: fc.constantFrom(OFFICE_WEEK, SIX_DAYS, UNEVEN),
  days: fc.array(
    fc.record({
      date: fc.integer({ min: dayNumber('2026-01-01'), max: dayNumber('2026-12-31') }).map(localDate),
      change: fc.constantFrom<Partial<DayException>>(
        { kind: 'off' },
        { kind: 'off', part: 'morning' },
        { kind: 'off', part: 'afternoon' },
        { kind: 'make-up' },
        { kind: 'hours', intervals: [hours('09:00', '10:01')] },
        { kind: 'hours', intervals: [hours('06:00', '21:00')] },
      ),
    }),
    { maxLength: 40 },
  ),
})
/** The calendar of a generated office. */
export function compiled({ week, days }: Office): WorkCalendar {
  return officeCalendar({
    from: '2025-01-01',
    to: '2028-12-31',
    weeks: [week],
    days: days.map(({ date, change }) => ({ date, kind: 'off', name: 'x', source: 'x', ...change })),
  })
}

/** Receipts of 2026. */
export const instant = fc.integer({ min: at('2026-01-01 00:00'), max: at('2026-12-31 23:59') })
/** Amounts whole and in quarters. */
export const amount = fc.oneof(
  fc.integer({ min: 1, max: 60 }),
  fc.integer({ min: 1, max: 240 }).map(quarter => quarter / 4),
)
/** Limits that count from the working time of a receipt. */
export const rule: fc.Arbitrary<DeadlineRule> = fc.record(
  {
    amount,
    unit: fc.constantFrom('working-day', 'working-hour', 'calendar-day'),
    dueTime: fc.constantFrom('hour-of-receipt', 'end-of-day'),
    cutOff: fc.constantFrom<CutOff>('none', 'last-hour', { minutes: 900 }),
  },
  { requiredKeys: ['amount', 'unit'] },
)
