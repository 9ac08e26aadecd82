import type { channels, feeFaults } from '../contract.ts'

export type Channel = (typeof channels)[number]

/**
 * How a fee is counted, as data: a price for each unit (page, copy, person, case), other prices for other channels, a lower price
 * from the nth unit on, and the most that one copy costs. Whole đồng.
 */
export type FeeRule = {
  price: number
  online: number | null
  postal: number | null
  tierFrom: number | null
  tierPrice: number | null
  most: number | null
}

/** What is counted: units in each copy, copies, how it came in, and whether an exemption of the tariff holds. */
export type FeeCase = { quantity: number; copies: number; channel: Channel; exempt: boolean }

/** One line of the reckoning: so many units at a price; `most` where the ceiling took the place of the sum. */
export type FeeLine = { what: 'units' | 'later-units' | 'most' | 'copies' | 'exempt'; count: number; price: number }
export type FeeReckoning = { amount: number; lines: FeeLine[] }

/** Why a rule or a case cannot be reckoned. A fault is shown in words; it never becomes 0 đồng. */
export type FeeFault = (typeof feeFaults)[number]

/** What is wrong with a rule by itself; null when it can be used. */
export function ruleFault(rule: FeeRule): FeeFault | null {
  const prices = [rule.price, rule.online, rule.postal, rule.tierPrice, rule.most].filter(price => price !== null)
  if (prices.some(price => !Number.isSafeInteger(price) || price < 0)) return 'not-whole'
  if ((rule.tierFrom === null) !== (rule.tierPrice === null)) return 'tier-incomplete'
  if (rule.tierFrom !== null && !(Number.isSafeInteger(rule.tierFrom) && rule.tierFrom >= 2)) return 'tier-too-early'
  if (rule.most !== null && rule.most < Math.max(rule.price, rule.online ?? 0, rule.postal ?? 0)) return 'most-too-low'
  return null
}

/** The fee of a case with every line that led to it, or the fault that prevents reckoning. */
export function reckonFee(rule: FeeRule, given: FeeCase): FeeReckoning | { fault: FeeFault } {
  const fault = ruleFault(rule) ?? caseFault(given)
  if (fault) return { fault }
  const units = unitLines(rule, given)
  const sum = sumOf(units)
  const capped = rule.most !== null && sum > rule.most
  const copy = capped && rule.most !== null ? rule.most : sum
  const lines: FeeLine[] = [...units]
  if (capped) lines.push({ what: 'most', count: 1, price: copy })
  if (given.copies > 1) lines.push({ what: 'copies', count: given.copies, price: copy })
  const amount = copy * given.copies
  if (!Number.isSafeInteger(sum) || amount > LARGEST_FEE) return { fault: 'too-large' }
  if (given.exempt) return { amount: 0, lines: [...lines, { what: 'exempt', count: 1, price: -amount }] }
  return { amount, lines }
}

/** The most a money field of the system holds. */
const LARGEST_FEE = 1_000_000_000_000

function caseFault({ quantity, copies }: FeeCase): FeeFault | null {
  return [quantity, copies].every(count => Number.isSafeInteger(count) && count >= 1) ? null : 'not-counted'
}

function unitLines(rule: FeeRule, { quantity, channel }: FeeCase): FeeLine[] {
  const price = { direct: rule.price, online: rule.online ?? rule.price, postal: rule.postal ?? rule.price }[channel]
  if (rule.tierFrom === null || rule.tierPrice === null || quantity < rule.tierFrom)
    return [{ what: 'units', count: quantity, price }]
  return [
    { what: 'units', count: rule.tierFrom - 1, price },
    { what: 'later-units', count: quantity - rule.tierFrom + 1, price: rule.tierPrice },
  ]
}

function sumOf(lines: readonly FeeLine[]): number {
  return lines.reduce((sum, line) => sum + line.count * line.price, 0)
}
