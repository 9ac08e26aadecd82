/** Whether two plain values say the same, whatever the order of their keys; an absent key and an undefined one are alike. */
export function sameContent(a: unknown, b: unknown): boolean {
  return print(a) === print(b)
}

function print(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([x], [y]) => (x < y ? -1 : 1)))
      : part,
  )
}
