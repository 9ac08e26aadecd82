/** A stream of numbers that look random and are the same for the same seed: for demo data and simulations, never for secrets. */
export type Random = {
  /** A number from 0 up to, not including, 1. */
  readonly next: () => number
  /** A whole number from 0 up to, not including, the limit. */
  readonly below: (limit: number) => number
  /** One of a list; throws RangeError when it is empty. */
  readonly pick: <T>(list: readonly T[]) => T
  /** One of a list of value and weight; throws RangeError when all weights are zero. */
  readonly weighted: <T>(list: readonly (readonly [value: T, weight: number])[]) => T
}

/** Starts a stream from a seed. The generator is Mulberry32. */
export function seeded(seed: string): Random {
  let state = hashed(seed)
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number) => Math.floor(next() * limit)
  return {
    next,
    below,
    pick: list => at(list, below(list.length)),
    weighted: list => {
      let left = next() * list.reduce((sum, [, weight]) => sum + weight, 0)
      const index = list.findIndex(([, weight]) => (left -= weight) < 0)
      return at(list, index)[0]
    },
  }
}

function at<T>(list: readonly T[], index: number): T {
  for (const one of list.slice(Math.max(index, 0), index + 1)) return one
  throw new RangeError('nothing to pick from')
}

/** FNV-1a, 32 bits, over UTF-16 code units. */
function hashed(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  return hash >>> 0
}
