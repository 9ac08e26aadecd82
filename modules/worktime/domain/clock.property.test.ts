import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foldClock, type ClockEvent, type ClockPolicy } from './clock.ts'
import { computeDeadline } from './deadline.ts'
import { explainClock, explainDeadline } from './explain.ts'
import { dayNumber, localMinuteOf } from './local-time.ts'
import { openMinutesBetween } from './open-time.ts'
import { compiled, instant, office, rule } from './offices.testing.ts'

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
