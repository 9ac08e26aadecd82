import fc from 'fast-check'
import { expect, test } from 'vitest'
import { channels } from '../contract.ts'
import { reckonFee, ruleFault, type FeeCase, type FeeRule } from './fee-rule.ts'

const flat = (price: number, online: number | null = null, postal: number | null = null): FeeRule => ({
  price,
  online,
  postal,
  tierFrom: null,
  tierPrice: null,
  most: null,
})
const certified: FeeRule = { ...flat(2000), tierFrom: 3, tierPrice: 1000, most: 200_000 }
const one: FeeCase = { quantity: 1, copies: 1, channel: 'direct', exempt: false }

test.each<[string, FeeRule, Partial<FeeCase>, number]>([
  ['2.000635, a copy', flat(8000), {}, 8000],
  ['2.000635, three copies', flat(8000), { copies: 3 }, 24_000],
  ['2.000815, one page', certified, {}, 2000],
  ['2.000815, two pages', certified, { quantity: 2 }, 4000],
  ['2.000815, three pages', certified, { quantity: 3 }, 5000],
  ['2.000815, ten pages in two copies', certified, { quantity: 10, copies: 2 }, 24_000],
  ['2.000815, the last page below the ceiling', certified, { quantity: 198 }, 200_000],
  ['2.000815, beyond the ceiling', certified, { quantity: 250 }, 200_000],
  ['2.000815, the ceiling is of each copy', certified, { quantity: 250, copies: 2 }, 400_000],
  ['2.000884, a case', flat(10_000), {}, 10_000],
  ['1.004222, direct', flat(20_000, 10_000), {}, 20_000],
  ['1.004222, online', flat(20_000, 10_000), { channel: 'online' }, 10_000],
  ['1.004194, direct', flat(15_000, 7000), {}, 15_000],
  ['1.004194, online', flat(15_000, 7000), { channel: 'online' }, 7000],
  ['1.004194, a list of four direct', flat(10_000, 5000), { quantity: 4 }, 40_000],
  ['1.004194, a list of four online', flat(10_000, 5000), { quantity: 4, channel: 'online' }, 20_000],
  ['1.001612, direct', flat(50_000, 150_000, 150_000), {}, 50_000],
  ['1.001612, online', flat(50_000, 150_000, 150_000), { channel: 'online' }, 150_000],
  ['1.001612, by post', flat(50_000, 150_000, 150_000), { channel: 'postal' }, 150_000],
  ['1.001193, free', flat(0), {}, 0],
  ['1.004222, exempt', flat(20_000, 10_000), { exempt: true }, 0],
])('%s', (_, rule, given, amount) => {
  expect(reckonFee(rule, { ...one, ...given })).toMatchObject({ amount })
})

test('explains itself line by line', () => {
  expect(reckonFee(certified, { ...one, quantity: 250, copies: 2 })).toEqual({
    amount: 400_000,
    lines: [
      { what: 'units', count: 2, price: 2000 },
      { what: 'later-units', count: 248, price: 1000 },
      { what: 'most', count: 1, price: 200_000 },
      { what: 'copies', count: 2, price: 200_000 },
    ],
  })
})

test.each<[string, FeeRule, Partial<FeeCase>]>([
  ['tier-incomplete', { ...certified, tierPrice: null }, {}],
  ['tier-too-early', { ...certified, tierFrom: 1 }, {}],
  ['most-too-low', { ...certified, most: 1999 }, {}],
  ['most-too-low', { ...flat(10, 300), most: 200 }, {}],
  ['not-whole', flat(0.5), {}],
  ['not-whole', flat(-1), {}],
  ['not-counted', flat(8000), { quantity: 0 }],
  ['not-counted', flat(8000), { copies: 1.5 }],
  ['too-large', flat(1_000_000_000_000), { quantity: 2 }],
  ['too-large', { ...flat(1_000_000_000), most: 2_000_000_000 }, { quantity: Number.MAX_SAFE_INTEGER }],
])('%s is a fault, not 0 đồng', (fault, rule, given) => {
  expect(reckonFee(rule, { ...one, ...given })).toEqual({ fault })
})

const dong = fc.integer({ min: 0, max: 1_000_000 })
const rules: fc.Arbitrary<FeeRule> = fc
  .record({
    price: dong,
    online: fc.option(dong),
    postal: fc.option(dong),
    tier: fc.option(fc.record({ from: fc.integer({ min: 2, max: 20 }), price: dong })),
    most: fc.option(dong),
  })
  .map(({ tier, ...rule }) => ({ ...rule, tierFrom: tier?.from ?? null, tierPrice: tier?.price ?? null }))
  .filter(rule => ruleFault(rule) === null)
const cases: fc.Arbitrary<FeeCase> = fc.record({
  quantity: fc.integer({ min: 1, max: 500 }),
  copies: fc.integer({ min: 1, max: 50 }),
  channel: fc.constantFrom(...channels),
  exempt: fc.constant(false),
})
const amountOf = (rule: FeeRule, given: FeeCase) => {
  const found = reckonFee(rule, given)
  if ('fault' in found) throw new Error(found.fault)
  return found.amount
}

test('is whole, never negative, never above the ceiling, and grows with what is counted', () => {
  fc.assert(
    fc.property(rules, cases, (rule, given) => {
      const amount = amountOf(rule, given)
      expect(Number.isSafeInteger(amount) && amount >= 0).toBe(true)
      if (rule.most !== null) expect(amount).toBeLessThanOrEqual(rule.most * given.copies)
      expect(amountOf(rule, { ...given, quantity: given.quantity + 1 })).toBeGreaterThanOrEqual(amount)
      expect(amountOf(rule, { ...given, copies: given.copies * 2 })).toBe(amount * 2)
      expect(amountOf(rule, { ...given, exempt: true })).toBe(0)
    }),
  )
})
