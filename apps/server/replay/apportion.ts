/** Splits a whole number in proportion to weights into whole parts that sum exactly to it (largest remainder, earlier first). */
export function apportion(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0)
  if (sum <= 0) throw new RangeError('nothing to split by')
  const exact = weights.map(weight => (total * weight) / sum)
  const parts = exact.map(Math.floor)
  const left = total - parts.reduce((a, b) => a + b, 0)
  const byRemainder = exact
    .map((value, index) => [index, value - Math.floor(value)] as const)
    .toSorted((a, b) => b[1] - a[1])
  for (const [index] of byRemainder.slice(0, left)) parts[index] = (parts[index] ?? 0) + 1
  return parts
}

/** Splits a whole number over a row of weights so that every stretch of the row has its share, give or take one: for days that follow each other. */
export function spread(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0)
  if (sum <= 0) throw new RangeError('nothing to split by')
  let passed = 0
  let given = 0
  return weights.map(weight => {
    passed += weight
    const part = Math.round((total * passed) / sum) - given
    given += part
    return part
  })
}

/** Whether the thing of this number is one of a share of all, spread evenly: of the first n things, n × share are, give or take half of one. */
export function isOneOf(share: number, number: number): boolean {
  return Math.floor((number + 1) * share + 0.5) > Math.floor(number * share + 0.5)
}
