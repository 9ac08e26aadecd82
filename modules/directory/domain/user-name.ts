import { fold } from '@congso/kernel/contract'

const shape = /^[a-z][a-z0-9]*([._-][a-z0-9]+)*$/
const longest = 32

/** Whether a text can be a user name: 2–32 small letters and digits, parts joined by `.`, `_` or `-`, a letter first. */
export function isUserName(text: string): boolean {
  return text.length >= 2 && text.length <= longest && shape.test(text)
}

/**
 * A free user name for a person: given name, dot, initials of the rest (Lê Thị Hằng → `hang.lt`), then 2, 3 … when taken.
 * Null when the name has no letter that can be written so.
 */
export function suggestUserName(name: string, isTaken: (userName: string) => boolean): string | null {
  const words = fold(name)
    .split(/[\s.-]+/)
    .map(word => word.replace(/[^a-z0-9]/g, ''))
    .filter(word => word !== '')
  const given = words.at(-1)?.replace(/^\d+/, '').slice(0, 20)
  if (!given) return null
  const initials = words
    .slice(0, -1)
    .map(word => word.charAt(0))
    .join('')
    .slice(0, 6)
  const base = initials ? `${given}.${initials}` : given.length === 1 ? `${given}1` : given
  let candidate = base
  for (let number = 2; isTaken(candidate); number += 1) candidate = `${base}${number}`
  return candidate
}
