/** Bytes of a file from one to another, both included. */
export type Part = { from: number; to: number }

/**
 * What a Range header asks of a file of so many bytes (RFC 9110 §14): one part, the whole, or nothing that there is. Several
 * parts at once, and what is not understood, mean the whole, as the standard allows.
 */
export function partAsked(header: string | undefined, size: number): Part | 'whole' | 'none' {
  const found = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.replaceAll(' ', '') ?? '')
  if (!found) return 'whole'
  const [, first = '', last = ''] = found
  if (first === '' && last === '') return 'whole'
  if (first === '') {
    const from = Math.max(size - Number(last), 0)
    return from < size ? { from, to: size - 1 } : 'none'
  }
  const from = Number(first)
  if (last !== '' && Number(last) < from) return 'whole'
  if (from >= size) return 'none'
  return { from, to: last === '' ? size - 1 : Math.min(Number(last), size - 1) }
}
