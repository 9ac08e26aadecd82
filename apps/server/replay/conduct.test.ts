import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { conduct, type Course, type Day } from './conduct.ts'

test('each thing has its acts in order, a series its own, and never more at once than lanes', async () => {
  const log: string[] = []
  const numbers: number[] = []
  let under = 0
  let most = 0
  const act = (name: string, at: number, series?: string) => ({
    at,
    series,
    async perform(now: number) {
      under += 1
      most = Math.max(most, under)
      await setTimeout((at * 7) % 3)
      under -= 1
      log.push(name)
      if (series) numbers.push(now)
    },
  })
  const course = (no: number): Course => [
    act(`${no}a`, no * 10, 'n'),
    act(`${no}b`, no * 10 + 5),
    act(`${no}c`, no * 10 + 12),
  ]
  const days: Day[] = [0, 1, 2].map(day => ({
    from: day * 100,
    courses: Array.from({ length: 10 }, (_, i) => course(day * 10 + i)),
  }))
  expect(await conduct(days, { until: Infinity, lanes: 4 })).toBe(90)
  for (let no = 0; no < 30; no += 1) {
    const places = ['a', 'b', 'c'].map(step => log.indexOf(`${no}${step}`))
    expect(places).toEqual(places.toSorted((a, b) => a - b))
  }
  expect(numbers).toEqual(numbers.toSorted((a, b) => a - b))
  expect(most).toBeGreaterThan(1)
  expect(most).toBeLessThanOrEqual(4)
})

test('what is planned after the end does not happen', async () => {
  const seen: number[] = []
  const act = (at: number) => ({ at, perform: async (now: number) => void seen.push(now) })
  expect(await conduct([{ from: 0, courses: [[act(1), act(5), act(9)]] }], { until: 5, lanes: 2 })).toBe(2)
  expect(seen).toEqual([1, 5])
})

test('asks for a day only when everything before it has begun', async () => {
  const begun: string[] = []
  function* days(): Generator<Day> {
    for (const day of [0, 1]) {
      begun.push(`day ${day}`)
      yield { from: day * 10, courses: [[{ at: day * 10 + 3, perform: async () => void begun.push(`act ${day}`) }]] }
    }
  }
  await conduct(days(), { until: 100, lanes: 1 })
  expect(begun).toEqual(['day 0', 'day 1', 'act 0', 'act 1'])
})

test('the first failure ends it', async () => {
  const failing = { at: 1, perform: async () => Promise.reject(new Error('no paper')) }
  const after = { at: 2, perform: async () => {} }
  await expect(conduct([{ from: 0, courses: [[failing, after]] }], { until: 9, lanes: 2 })).rejects.toThrow('no paper')
})
