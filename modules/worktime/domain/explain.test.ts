import { describe, expect, test } from 'vitest'
import { foldClock, type ClockEvent, type ClockPolicy } from './clock.ts'
import { explainClock, explainDeadline, groupWeeks, type Explanation } from './explain.ts'
import type { DeadlineRule } from './deadline.ts'
import { at, officeCalendar } from './office.testing.ts'

const calendar = officeCalendar()
const explain = (received: string, rule: DeadlineRule) => explainDeadline({ ...rule, received: at(received), calendar })
const strip = ({ days }: Explanation) => days.map(day => `${day.date.slice(5)} ${day.kind} ${day.count ?? '-'}`)

describe('a promise explains itself', () => {
  test('the strip of the mock-up', () => {
    const explanation = explain('2026-11-17 14:05', { amount: 7, unit: 'working-day' })
    expect(strip(explanation)).toEqual([
      '11-17 received -',
      '11-18 counted 1',
      '11-19 counted 2',
      '11-20 counted 3',
      '11-21 weekend -',
      '11-22 weekend -',
      '11-23 counted 4',
      '11-24 holiday -',
      '11-25 counted 5',
      '11-26 counted 6',
      '11-27 due 7',
    ])
    expect(explanation.days[0]).toMatchObject({ weekday: 2, receivedAt: at('2026-11-17 14:05'), minutes: 175 })
    expect(explanation.days.at(-1)).toMatchObject({ weekday: 5, dueAt: at('2026-11-27 14:05'), minutes: 305 })
    expect(explanation.reason).toEqual({
      rule: { amount: 7, unit: 'working-day', dueTime: 'hour-of-receipt' },
      received: at('2026-11-17 14:05'),
      start: at('2026-11-17 14:05'),
      startReason: 'as-received',
      due: at('2026-11-27 14:05'),
      rolledFrom: null,
      skipped: [
        { date: '2026-11-21', kind: 'weekend' },
        { date: '2026-11-22', kind: 'weekend' },
        {
          date: '2026-11-24',
          kind: 'holiday',
          name: 'Ngày Văn hóa Việt Nam',
          source: 'Nghị quyết 28/2026/QH16, Điều 2',
        },
      ],
      makeUps: [],
      pausedMinutes: 0,
      restarts: 0,
      extensions: 0,
    })
  })

  test('received on a day of rest: the day of counting has its own part', () => {
    expect(strip(explain('2026-11-14 09:00', { amount: 1, unit: 'working-day' }))).toEqual([
      '11-14 received -',
      '11-15 weekend -',
      '11-16 start -',
      '11-17 due 1',
    ])
  })

  test('a make-up Saturday is counted and named', () => {
    const explanation = explain('2026-08-20 10:00', { amount: 3, unit: 'working-day' })
    expect(strip(explanation)).toEqual([
      '08-20 received -',
      '08-21 counted 1',
      '08-22 make-up 2',
      '08-23 weekend -',
      '08-24 due 3',
    ])
    expect(explanation.reason.makeUps).toEqual([
      { date: '2026-08-22', name: 'Hoán đổi ngày làm việc', source: 'Thông báo 9441/TB-BNV' },
    ])
  })

  test('two and a half days', () => {
    expect(strip(explain('2026-11-16 14:00', { amount: 2.5, unit: 'working-day' }))).toEqual([
      '11-16 received -',
      '11-17 counted 1',
      '11-18 counted 2',
      '11-19 due 2.5',
    ])
    expect(strip(explain('2026-11-16 09:00', { amount: 0.5, unit: 'working-day' }))).toEqual(['11-16 due 0.5'])
  })

  test('in the day: one day with both ends', () => {
    const [only, ...rest] = explain('2026-11-19 08:30', { amount: 0, unit: 'same-day' }).days
    expect(rest).toEqual([])
    expect(only).toMatchObject({ kind: 'due', receivedAt: at('2026-11-19 08:30'), dueAt: at('2026-11-19 17:00') })
    expect(only?.count).toBeUndefined()
  })

  test('hours are counted in hours', () => {
    expect(strip(explain('2026-11-20 16:00', { amount: 8, unit: 'working-hour' }))).toEqual([
      '11-20 received 1',
      '11-21 weekend -',
      '11-22 weekend -',
      '11-23 due 8',
    ])
  })

  test('calendar days count days of rest, and say why the promise moved', () => {
    const explanation = explain('2026-11-18 10:00', { amount: 6, unit: 'calendar-day' })
    expect(strip(explanation)).toEqual([
      '11-18 received -',
      '11-19 counted 1',
      '11-20 counted 2',
      '11-21 weekend 3',
      '11-22 weekend 4',
      '11-23 counted 5',
      '11-24 holiday 6',
      '11-25 due -',
    ])
    expect(explanation.reason).toMatchObject({ rolledFrom: '2026-11-24', skipped: [] })
  })

  test('after the cut-off', () => {
    const { reason, days } = explain('2026-11-19 15:30', { amount: 1, unit: 'working-day', cutOff: { minutes: 900 } })
    expect(reason).toMatchObject({ startReason: 'after-cut-off', start: at('2026-11-20 07:30') })
    expect(days.map(day => [day.kind, day.minutes])).toEqual([
      ['received', 0],
      ['start', 480],
      ['weekend', 0],
      ['weekend', 0],
      ['due', 0],
    ])
  })
})

describe('a suspended clock explains itself', () => {
  const policy: ClockPolicy = { amount: 7, unit: 'working-day', afterPause: 'pause-and-extend' }
  const events: ClockEvent[] = [
    { at: at('2026-11-17 14:05'), kind: 'start' },
    { at: at('2026-11-19 10:00'), kind: 'pause' },
    { at: at('2026-11-23 10:00'), kind: 'resume' },
  ]

  test('days wholly suspended are skipped, days partly suspended count in part', () => {
    const explanation = explainClock(foldClock(events, policy, calendar), policy, calendar)
    expect(strip(explanation)).toEqual([
      '11-17 received -',
      '11-18 counted 1',
      '11-19 counted 1.31',
      '11-20 paused -',
      '11-21 weekend -',
      '11-22 weekend -',
      '11-23 counted 2',
      '11-24 holiday -',
      '11-25 counted 3',
      '11-26 counted 4',
      '11-27 counted 5',
      '11-28 weekend -',
      '11-29 weekend -',
      '11-30 counted 6',
      '12-01 due 7',
    ])
    expect(explanation.reason).toMatchObject({ pausedMinutes: 960, due: at('2026-12-01 14:05') })
    expect(explanation.reason.skipped.filter(day => day.kind === 'paused')).toEqual([
      { date: '2026-11-20', kind: 'paused' },
    ])
    const worked = explanation.days.reduce((sum, day) => sum + day.minutes, 0)
    expect(worked).toBe(7 * 480)
  })

  test('after a restart only the running count is told', () => {
    const restarted: ClockPolicy = { ...policy, afterPause: 'restart' }
    const explanation = explainClock(foldClock(events, restarted, calendar), restarted, calendar)
    expect(explanation.days[0]).toMatchObject({ date: '2026-11-23', kind: 'received' })
    expect(explanation.days.at(-1)).toMatchObject({ date: '2026-12-03', kind: 'due', count: 7 })
    expect(explanation.reason).toMatchObject({ restarts: 1, pausedMinutes: 0 })
  })

  test('an extension goes on counting beyond the amount', () => {
    const extend: ClockEvent = { at: at('2026-11-26 08:00'), kind: 'extend', by: { amount: 2, unit: 'working-day' } }
    const clock = foldClock([...events.slice(0, 1), extend], policy, calendar)
    const explanation = explainClock(clock, policy, calendar)
    expect(explanation.days.at(-1)).toMatchObject({ date: '2026-12-01', kind: 'due', count: 9 })
    expect(explanation.reason.extensions).toBe(1)
  })

  test('a clock that has not begun has nothing to tell', () => {
    expect(() => explainClock(foldClock([], policy, calendar), policy, calendar)).toThrow('worktime.clock-state')
  })
})

describe('weeks of a strip', () => {
  const { days } = explain('2026-11-17 14:05', { amount: 20, unit: 'working-day' })

  test('whole uneventful weeks of a long strip collapse', () => {
    expect(groupWeeks(days).map(week => [week.from, week.to, week.count, week.days.length, week.collapsed])).toEqual([
      ['2026-11-17', '2026-11-22', 3, 6, false],
      ['2026-11-23', '2026-11-29', 7, 7, true],
      ['2026-11-30', '2026-12-06', 12, 7, true],
      ['2026-12-07', '2026-12-13', 17, 7, true],
      ['2026-12-14', '2026-12-16', 20, 3, false],
    ])
  })

  test('the week of today stays open', () => {
    expect(groupWeeks(days, '2026-12-01').map(week => week.collapsed)).toEqual([false, true, false, true, false])
  })

  test('a short strip does not collapse', () => {
    const short = explain('2026-11-13 14:05', { amount: 9, unit: 'working-day' }).days
    expect(short).toHaveLength(15)
    expect(groupWeeks(short).some(week => week.collapsed)).toBe(false)
  })
})
