import fc from 'fast-check'
import { expect, test } from 'vitest'
import { apportion, isOneOf, spread } from './apportion.ts'

test('the parts sum to the whole and are within one of their share', () => {
  const weights = fc
    .array(fc.integer({ min: 0, max: 1000 }), { minLength: 1 })
    .filter(list => list.some(one => one > 0))
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100_000 }), weights, (total, list) => {
      const parts = apportion(total, list)
      const whole = list.reduce((a, b) => a + b, 0)
      expect(parts.reduce((a, b) => a + b, 0)).toBe(total)
      for (const [index, part] of parts.entries())
        expect(Math.abs(part - (total * (list[index] ?? 0)) / whole)).toBeLessThan(1)
    }),
  )
})

test('a share is spread evenly over the numbers', () => {
  const taken = Array.from({ length: 1000 }, (_, number) => isOneOf(0.02, number)).filter(Boolean)
  expect(taken).toHaveLength(20)
  expect(Array.from({ length: 100 }, (_, number) => isOneOf(0.02, number + 300)).filter(Boolean)).toHaveLength(2)
  expect(isOneOf(0, 7)).toBe(false)
})

test('a row of days has its share in every stretch', () => {
  const weights = fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 60 })
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 5000 }), weights, fc.nat(), (total, list, cut) => {
      const parts = spread(total, list)
      expect(parts.reduce((a, b) => a + b, 0)).toBe(total)
      const until = cut % (list.length + 1)
      expect(
        Math.abs(sum(parts.slice(0, until)) - (total * sum(list.slice(0, until))) / sum(list)),
      ).toBeLessThanOrEqual(0.5)
    }),
  )
})

function sum(some: readonly number[]): number {
  return some.reduce((a, b) => a + b, 0)
}
