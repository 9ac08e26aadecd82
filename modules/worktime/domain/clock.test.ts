import { describe, expect, test } from 'vitest'
import { CLOCK_EVENTS, consumedAt, foldClock, type Clock, type ClockEvent, type ClockPolicy } from './clock.ts'
import { at, officeCalendar, shown } from './office.testing.ts'

const calendar = officeCalendar()
const RESTART: ClockPolicy = { amount: 7, unit: 'working-day' }
const EXTEND: ClockPolicy = { ...RESTART, afterPause: 'pause-and-extend' }
const START: ClockEvent = { at: at('2026-11-17 14:05'), kind: 'start' }
const event = (time: string, kind: Exclude<ClockEvent['kind'], 'extend'>): ClockEvent => ({ at: at(time), kind })
const fold = (events: ClockEvent[], policy = RESTART): Clock => foldClock([START, ...events], policy, calendar)
const dueOf = (clock: Clock) => (clock.due === null ? null : shown(clock.due))

describe('the clock of a dossier', () => {
  test('runs from receipt to the promise', () => {
    const clock = fold([])
    expect(clock).toMatchObject({ state: 'running', consumedMinutes: 0, pausedMinutes: 0, restarts: 0 })
    expect(dueOf(clock)).toBe('2026-11-27 14:05')
    expect(consumedAt(clock, at('2026-11-19 09:42'), calendar)).toBe(175 + 480 + 132)
  })

  test('does nothing before it starts', () => {
    const clock = foldClock([], RESTART, calendar)
    expect(clock).toMatchObject({ state: 'idle', due: null, start: null })
    expect(consumedAt(clock, at('2026-11-19 09:42'), calendar)).toBe(0)
  })

  test('a supplement stops it, and its return begins it from zero', () => {
    const paused = fold([event('2026-11-19 09:42', 'pause')])
    expect(paused).toMatchObject({ state: 'paused', pausedSince: at('2026-11-19 09:42'), consumedMinutes: 787 })
    expect(consumedAt(paused, at('2026-11-30 09:42'), calendar)).toBe(787)
    const back = fold([event('2026-11-19 09:42', 'pause'), event('2026-12-01 08:00', 'resume')])
    expect(back).toMatchObject({ state: 'running', restarts: 1, consumedMinutes: 0, pausedMinutes: 0 })
    expect(dueOf(back)).toBe('2026-12-10 08:00')
    expect(back).toEqual({ ...foldClock([event('2026-12-01 08:00', 'start')], RESTART, calendar), restarts: 1 })
  })

  test('the wait of a silent applicant never makes it late', () => {
    const closed = fold([event('2026-11-19 09:42', 'pause'), event('2026-12-30 09:00', 'stop')])
    expect(closed).toMatchObject({ state: 'stopped', late: false, endedAt: at('2026-12-30 09:00') })
    expect(consumedAt(closed, at('2027-01-30 09:42'), calendar)).toBe(787)
  })

  test.each([
    ['over the holiday, in working days', '2026-11-23 10:00', '2026-11-25 10:00', '2026-11-30 14:05', 480],
    ['some hours', '2026-11-18 09:00', '2026-11-18 11:00', '2026-11-27 16:05', 120],
    ['a weekend costs nothing', '2026-11-20 17:00', '2026-11-23 07:30', '2026-11-27 14:05', 0],
    ['an evening costs nothing', '2026-11-18 17:30', '2026-11-18 22:00', '2026-11-27 14:05', 0],
    ['of zero length', '2026-11-18 09:00', '2026-11-18 09:00', '2026-11-27 14:05', 0],
  ])('a suspension moves the promise: %s', (_, from, to, due, minutes) => {
    const clock = fold([event(from, 'pause'), event(to, 'resume')], EXTEND)
    expect(dueOf(clock)).toBe(due)
    expect(clock).toMatchObject({ state: 'running', pausedMinutes: minutes, restarts: 0 })
    expect(clock.pauses).toEqual([{ from: at(from), to: at(to), minutes }])
  })

  test('several suspensions add up, and what was used stays used', () => {
    const clock = fold(
      [
        event('2026-11-18 09:00', 'pause'),
        event('2026-11-18 11:00', 'resume'),
        event('2026-11-19 07:30', 'pause'),
        event('2026-11-20 07:30', 'resume'),
      ],
      EXTEND,
    )
    expect(dueOf(clock)).toBe('2026-11-30 16:05')
    expect(clock.pausedMinutes).toBe(600)
    expect(consumedAt(clock, at('2026-11-20 08:30'), calendar)).toBe(175 + 90 + 270 + 60)
  })

  test('a suspension that begins before counting begins costs only counted time', () => {
    const clock = foldClock(
      [event('2026-11-21 09:00', 'start'), event('2026-11-21 10:00', 'pause'), event('2026-11-23 08:30', 'resume')],
      EXTEND,
      calendar,
    )
    expect(clock.pausedMinutes).toBe(60)
    const late = foldClock(
      [event('2026-11-19 16:00', 'start'), event('2026-11-19 16:10', 'pause'), event('2026-11-20 08:30', 'resume')],
      { ...EXTEND, cutOff: { minutes: 900 } },
      calendar,
    )
    expect(late.pausedMinutes).toBe(60)
  })

  test('one suspension may follow another law than the policy', () => {
    const resume: ClockEvent = { at: at('2026-11-18 11:00'), kind: 'resume', afterPause: 'pause-and-extend' }
    expect(dueOf(fold([event('2026-11-18 09:00', 'pause'), resume]))).toBe('2026-11-27 16:05')
  })

  test('an explicit restart counts from zero under every policy', () => {
    const clock = fold([event('2026-11-18 09:00', 'pause'), event('2026-11-20 09:00', 'restart')], EXTEND)
    expect(dueOf(clock)).toBe('2026-12-02 09:00')
    expect(clock).toMatchObject({ pauses: [], restarts: 1, extensions: 0 })
  })

  test('an extension moves the promise by an amount or to a day', () => {
    const by: ClockEvent = { at: at('2026-11-26 08:00'), kind: 'extend', by: { amount: 3, unit: 'working-day' } }
    expect(dueOf(fold([by]))).toBe('2026-12-02 14:05')
    expect(fold([by]).extensions).toBe(1)
    const until: ClockEvent = { at: at('2026-11-26 08:00'), kind: 'extend', until: at('2026-12-04 17:00') }
    expect(dueOf(fold([until]))).toBe('2026-12-04 17:00')
  })

  test.each(['2026-11-27 14:05', '2026-11-29 09:00', '2026-11-30 12:00'])('a new promise of %s is refused', time => {
    const until: ClockEvent = { at: at('2026-11-26 08:00'), kind: 'extend', until: at(time) }
    expect(() => fold([until])).toThrow('worktime.bad-date')
  })

  test.each([
    ['early', '2026-11-27 08:05', 270, false],
    ['in the last minute', '2026-11-27 14:05', 0, false],
    ['late', '2026-11-30 08:00', -205, true],
  ])('finished %s', (_, time, marginMinutes, late) => {
    expect(fold([event(time, 'finish')])).toMatchObject({ state: 'finished', marginMinutes, late })
  })

  test('finished after closing is late by no working minute', () => {
    const clock = fold([event('2026-11-27 20:00', 'finish')], { ...RESTART, dueTime: 'end-of-day' })
    expect(clock.late).toBe(true)
    expect(clock.marginMinutes).toBe(-0)
  })

  test('finished while paused is measured at the pause', () => {
    const clock = fold([event('2026-11-19 09:42', 'pause'), event('2026-12-15 09:00', 'finish')])
    expect(clock).toMatchObject({ late: false, marginMinutes: 2573, consumedMinutes: 787 })
    expect(consumedAt(clock, at('2026-12-20 09:00'), calendar)).toBe(787)
  })

  test('a state refuses every event that its table does not list', () => {
    const histories: Record<string, ClockEvent[]> = {
      idle: [],
      running: [START],
      paused: [START, event('2026-11-18 08:00', 'pause')],
      finished: [START, event('2026-11-18 08:00', 'finish')],
      stopped: [START, event('2026-11-18 08:00', 'stop')],
    }
    const next: ClockEvent[] = [
      ...(['start', 'pause', 'resume', 'restart', 'stop', 'finish'] as const).map(kind =>
        event('2026-11-18 09:00', kind),
      ),
      { at: at('2026-11-18 09:00'), kind: 'extend', by: { amount: 1, unit: 'working-day' } },
    ]
    for (const [state, allowed] of Object.entries(CLOCK_EVENTS)) {
      for (const item of next) {
        const run = () => foldClock([...(histories[state] ?? []), item], RESTART, calendar)
        if (allowed.includes(item.kind)) expect(run().state).toBeTypeOf('string')
        else expect(run).toThrow('worktime.clock-state')
      }
    }
  })

  test('events out of order are refused', () => {
    expect(() => fold([event('2026-11-16 08:00', 'pause')])).toThrow('worktime.clock-order')
  })
})
