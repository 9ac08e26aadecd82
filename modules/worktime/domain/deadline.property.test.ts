import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { computeDeadline, type DeadlineRule } from './deadline.ts'
import { epochOf, localMinuteOf } from './local-time.ts'
import { addOpenMinutes, isOpenOrClosing, nextOpenAt, openMinutesBetween } from './open-time.ts'
import { remaining } from './remaining.ts'
import { officeCalendar } from './office.testing.ts'
import { amount, compiled, instant, office, rule } from './offices.testing.ts'

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

function dayOf(epochMs: number): number {
  return Math.floor(localMinuteOf(epochMs) / 1440)
}
