import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DayException, WorkCalendar, WorkingWeek } from './calendar.ts'
import { foldClock, type ClockEvent, type ClockPolicy } from './clock.ts'
import { computeDeadline, type CutOff, type DeadlineRule } from './deadline.ts'
import { explainClock, explainDeadline } from './explain.ts'
import { dayNumber, epochOf, localDate, localMinuteOf } from './local-time.ts'
import { addOpenMinutes, isOpenOrClosing, nextOpenAt, openMinutesBetween } from './open-time.ts'
import { remaining } from './remaining.ts'
import { at, hours, officeCalendar, OFFICE_WEEK } from './test-office.ts'

const SIX_DAYS: WorkingWeek = { ...OFFICE_WEEK, days: { ...OFFICE_WEEK.days, 6: [hours('07:30', '11:30')] } }
const UNEVEN: WorkingWeek = {
  validFrom: '2013-01-01',
  days: {
    1: [hours('07:00', '11:17'), hours('13:30', '19:00')],
    3: [hours('14:00', '22:00')],
    5: [hours('00:00', '23:59')],
  },
}

type Office = { week: WorkingWeek; days: { date: string; change: Partial<DayException> }[] }

/** Offices of many kinds: even and uneven weeks, decrees that close, open, shorten or lengthen days. */
const office: fc.Arbitrary<Office> = fc.record({
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
const compiled = ({ week, days }: Office): WorkCalendar =>
  officeCalendar({
    from: '2025-01-01',
    to: '2028-12-31',
    weeks: [week],
    days: days.map(({ date, change }) => ({ date, kind: 'off', name: 'x', source: 'x', ...change })),
  })
const instant = fc.integer({ min: at('2026-01-01 00:00'), max: at('2026-12-31 23:59') })
const amount = fc.oneof(
  fc.integer({ min: 1, max: 60 }),
  fc.integer({ min: 1, max: 240 }).map(quarter => quarter / 4),
)
const rule: fc.Arbitrary<DeadlineRule> = fc.record(
  {
    amount,
    unit: fc.constantFrom('working-day', 'working-hour', 'calendar-day'),
    dueTime: fc.constantFrom('hour-of-receipt', 'end-of-day'),
    cutOff: fc.constantFrom<CutOff>('none', 'last-hour', { minutes: 900 }),
  },
  { requiredKeys: ['amount', 'unit'] },
)

describe('every promise', () => {
  test('falls on a working day, in an open minute or at a closing, after its start', () => {
    fc.assert(
      fc.property(office, instant, rule, (place, received, limit) => {
        const calendar = compiled(place)
        const { due, start } = computeDeadline({ ...limit, received, calendar })
        expect(isOpenOrClosing(calendar, due)).toBe(true)
        expect(due).toBeGreaterThan(start)
        expect(start + 60_000).toBeGreaterThan(received)
      }),
    )
  })

  test('is not earlier for a later receipt', () => {
    fc.assert(
      fc.property(office, instant, instant, rule, (place, a, b, limit) => {
        const calendar = compiled(place)
        const first = computeDeadline({ ...limit, received: Math.min(a, b), calendar })
        const second = computeDeadline({ ...limit, received: Math.max(a, b), calendar })
        expect(second.due).toBeGreaterThanOrEqual(first.due)
      }),
    )
  })

  test('is not earlier for a larger amount', () => {
    fc.assert(
      fc.property(office, instant, rule, amount, (place, received, limit, other) => {
        const calendar = compiled(place)
        const small = { ...limit, amount: Math.min(limit.amount, other) }
        const large = { ...limit, amount: Math.max(limit.amount, other) }
        const of = (some: DeadlineRule) => computeDeadline({ ...some, received, calendar }).due
        expect(of(large)).toBeGreaterThanOrEqual(of(small))
      }),
    )
  })

  test('the same for months, whose parts are days', () => {
    const months = fc.integer({ min: 1, max: 40 }).map(quarter => quarter / 4)
    fc.assert(
      fc.property(office, instant, months, months, (place, received, a, b) => {
        const calendar = compiled(place)
        const of = (some: number) => computeDeadline({ amount: some, unit: 'month', received, calendar }).due
        expect(of(Math.max(a, b))).toBeGreaterThanOrEqual(of(Math.min(a, b)))
        expect(isOpenOrClosing(calendar, of(a))).toBe(true)
      }),
    )
  })

  test('is a function of the minute of receipt', () => {
    fc.assert(
      fc.property(office, instant, rule, (place, received, limit) => {
        const calendar = compiled(place)
        const minute = epochOf(localMinuteOf(received))
        expect(computeDeadline({ ...limit, received, calendar })).toEqual(
          computeDeadline({ ...limit, received: minute, calendar }),
        )
      }),
    )
  })

  test('skips nothing but days without working time: whole days counted one by one', () => {
    fc.assert(
      fc.property(office, instant, fc.integer({ min: 1, max: 40 }), (place, received, days) => {
        const calendar = compiled(place)
        const { due, start } = computeDeadline({ amount: days, unit: 'working-day', received, calendar })
        let open = 0
        for (let day = dayOf(start) + 1; day <= dayOf(due); day++) {
          if (openMinutesBetween(calendar, epochOf(day * 1440), epochOf((day + 1) * 1440)) > 0) open += 1
        }
        expect(open).toBe(days)
      }),
    )
  })
})

describe('working minutes', () => {
  const minutes = fc.integer({ min: 1, max: 9_000 })

  test('adding and then counting gives back what was added', () => {
    fc.assert(
      fc.property(office, instant, minutes, (place, from, added) => {
        const calendar = compiled(place)
        expect(openMinutesBetween(calendar, from, addOpenMinutes(calendar, from, added))).toBe(added)
      }),
    )
  })

  test('adding in two parts is adding at once', () => {
    fc.assert(
      fc.property(office, instant, minutes, minutes, (place, from, a, b) => {
        const calendar = compiled(place)
        expect(addOpenMinutes(calendar, addOpenMinutes(calendar, from, a), b)).toBe(
          addOpenMinutes(calendar, from, a + b),
        )
      }),
    )
  })

  test('adding is walking minute by minute', () => {
    fc.assert(
      fc.property(office, instant, fc.integer({ min: 1, max: 300 }), (place, from, added) => {
        const calendar = compiled(place)
        let minute = localMinuteOf(from)
        for (let step = 0; step < added; step++) minute = nextOpenAt(calendar, minute) + 1
        expect(localMinuteOf(addOpenMinutes(calendar, from, added))).toBe(minute)
      }),
      { numRuns: 30 },
    )
  })

  test('hours of a limit split as their sum', () => {
    fc.assert(
      fc.property(office, instant, minutes, minutes, (place, received, a, b) => {
        const calendar = compiled(place)
        const of = (from: number, hoursOf: number) =>
          computeDeadline({ amount: hoursOf / 60, unit: 'working-hour', received: from, calendar }).due
        expect(of(of(received, a), b)).toBe(of(received, a + b))
      }),
    )
  })

  test('days, hours and minutes of what remains never exceed the whole and are all of an even week', () => {
    const even = officeCalendar()
    fc.assert(
      fc.property(instant, instant, (now, due) => {
        const left = remaining(now, due, even)
        expect(left.days * 480 + left.hours * 60 + left.minutesPart).toBe(left.minutes)
        expect(left.hours * 60 + left.minutesPart).toBeLessThan(480)
      }),
    )
  })
})

describe('clocks', () => {
  const policy: fc.Arbitrary<ClockPolicy> = rule.map(limit => ({ ...limit, afterPause: 'pause-and-extend' }))
  const later = fc.integer({ min: 0, max: 20 * 86_400_000 })

  test('a pause of zero changes nothing', () => {
    fc.assert(
      fc.property(office, instant, policy, later, (place, received, limit, wait) => {
        const calendar = compiled(place)
        const start: ClockEvent = { at: received, kind: 'start' }
        const touched = foldClock(
          [start, { at: received + wait, kind: 'pause' }, { at: received + wait, kind: 'resume' }],
          limit,
          calendar,
        )
        expect(touched.due).toBe(foldClock([start], limit, calendar).due)
        expect(touched.pausedMinutes).toBe(0)
      }),
    )
  })

  test('a suspension moves the promise by its working time, and gives the office no less and no more', () => {
    fc.assert(
      fc.property(office, instant, policy, later, later, (place, received, limit, wait, pause) => {
        const calendar = compiled(place)
        const events: ClockEvent[] = [
          { at: received, kind: 'start' },
          { at: received + wait, kind: 'pause' },
          { at: received + wait + pause, kind: 'resume' },
        ]
        const before = foldClock(events.slice(0, 1), limit, calendar)
        const after = foldClock(events, limit, calendar)
        if (before.due === null || after.due === null || after.start === null) throw new Error('not begun')
        expect(openMinutesBetween(calendar, before.due, after.due)).toBe(after.pausedMinutes)
        expect(openMinutesBetween(calendar, after.start, after.due) - after.pausedMinutes).toBe(
          openMinutesBetween(calendar, after.start, before.due),
        )
        // Suspended when it was late already, the moved promise lies within the suspension and the strip ends there.
        if (received + wait > before.due) return
        const told = explainClock(after, limit, calendar)
        expect(told.days.reduce((sum, day) => sum + day.minutes, 0)).toBe(
          openMinutesBetween(calendar, after.start, before.due),
        )
      }),
    )
  })

  test('a restart is a first start at that instant', () => {
    fc.assert(
      fc.property(office, instant, rule, later, later, (place, received, limit, wait, pause) => {
        const calendar = compiled(place)
        const again = received + wait + pause
        const clock = foldClock(
          [
            { at: received, kind: 'start' },
            { at: received + wait, kind: 'pause' },
            { at: again, kind: 'resume' },
          ],
          limit,
          calendar,
        )
        expect(clock.due).toBe(computeDeadline({ ...limit, received: again, calendar }).due)
      }),
    )
  })
})

describe('explanations', () => {
  test('tell every day once, and end with the amount', () => {
    fc.assert(
      fc.property(office, instant, rule, (place, received, limit) => {
        const calendar = compiled(place)
        const { days, reason } = explainDeadline({ ...limit, received, calendar })
        expect(days.map(day => dayNumber(day.date))).toEqual(days.map((_, index) => dayOf(received) + index))
        expect(days.filter(day => day.kind === 'due')).toHaveLength(1)
        expect(dayOf(reason.due)).toBe(dayNumber(days.at(-1)?.date ?? ''))
        const counts = days.flatMap(day => day.count ?? [])
        expect(counts).toEqual(counts.toSorted((a, b) => a - b))
        const whole = limit.unit === 'calendar-day' ? Math.ceil(limit.amount) : limit.amount
        if (reason.rolledFrom !== null || limit.unit !== 'calendar-day') expect(counts.at(-1)).toBe(whole)
        expect(days.reduce((sum, day) => sum + day.minutes, 0)).toBe(
          openMinutesBetween(calendar, reason.start, reason.due),
        )
      }),
    )
  })

  test('count as many days as the limit has', () => {
    fc.assert(
      fc.property(office, instant, fc.integer({ min: 1, max: 40 }), (place, received, days) => {
        const calendar = compiled(place)
        const told = explainDeadline({ amount: days, unit: 'working-day', received, calendar })
        expect(told.days.flatMap(day => day.count ?? [])).toEqual(Array.from({ length: days }, (_, index) => index + 1))
      }),
    )
  })
})

function dayOf(epochMs: number): number {
  return Math.floor(localMinuteOf(epochMs) / 1440)
}
