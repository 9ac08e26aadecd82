import { fold } from '@congso/kernel/contract'

/** A place name taken apart. `exact` keeps accents in one spelling ("Hoà" = "Hòa"); `folded` has none. */
export type PlaceName = { readonly kind: string | null; readonly exact: string; readonly folded: string }

type Level = 'province' | 'district' | 'commune'
type Kind = { kind: string; exact: string; folded: string; words: number; short: readonly string[] }

const tones = /[\u0300\u0301\u0303\u0309\u0323]/g

/** The kinds at each level: full word and the short forms people write before a name. */
const kinds: Record<Level, readonly Kind[]> = {
  province: [kindOf('city', 'thành phố', 'tp'), kindOf('province', 'tỉnh', 't')],
  district: [
    kindOf('district', 'huyện đảo'),
    kindOf('city', 'thành phố', 'tp'),
    kindOf('town', 'thị xã', 'tx'),
    kindOf('urban-district', 'quận', 'q'),
    kindOf('district', 'huyện', 'h'),
  ],
  commune: [
    kindOf('township', 'thị trấn', 'tt'),
    kindOf('special-zone', 'đặc khu', 'đk', 'dk'),
    kindOf('ward', 'phường', 'p'),
    kindOf('commune', 'xã', 'x'),
  ],
}

/** Province names in everyday short or former form, folded; the right side is how the mapping names the same place. */
const provinceAliases: Record<string, string> = {
  hcm: 'ho chi minh',
  hcmc: 'ho chi minh',
  tphcm: 'ho chi minh',
  'sai gon': 'ho chi minh',
  sg: 'ho chi minh',
  hn: 'ha noi',
  'thua thien hue': 'hue',
  'tt hue': 'hue',
  brvt: 'ba ria vung tau',
  daklak: 'dak lak',
  'dac lac': 'dak lak',
  'dac nong': 'dak nong',
  'bac can': 'bac kan',
}

/**
 * The ways a written name can be read, likeliest first. There are two when an unaccented first word may be a kind or
 * part of the name: "phuong chieu" is ward Chiểu or commune Phương Chiểu.
 */
export function readingsOf(text: string, level: Level): PlaceName[] {
  const words = wordsOf(text)
  if (words.length === 0) return []
  const whole = named(null, words, level)
  for (const { kind, exact, folded, words: count, short } of kinds[level]) {
    const start = words.slice(0, count).join(' ')
    const rest = named(kind, words.slice(count), level)
    if (words.length > count && start === exact) return [rest]
    if (words.length > 1 && short.includes(words[0] ?? '')) return [named(kind, words.slice(1), level)]
    if (words.length > count && start === folded) return [rest, whole]
  }
  return [whole]
}

/** The one reading of an official full name, which always begins with its accented kind. */
export function officialPlace(fullName: string, level: Level): PlaceName {
  return readingsOf(fullName, level)[0] ?? { kind: null, exact: '', folded: '' }
}

/** Whether the text was written with accents, so that "Sa Pa" in it does not also mean "Sa Pả". */
export function isAccented(text: string): boolean {
  return oneSpelling(text) !== fold(text)
}

/** A key that is equal for two spellings of the same place at its three levels, and only for those. */
export function placeKey(commune: string, district: string, province: string): string {
  return [commune, district, province].map(name => wordsOf(name).join(' ')).join('|')
}

function kindOf(kind: string, full: string, ...short: string[]): Kind {
  return { kind, exact: oneSpelling(full), folded: fold(full), words: full.split(' ').length, short }
}

function named(kind: string | null, words: readonly string[], level: Level): PlaceName {
  const exact = words.join(' ').replace(/^0+(?=\d)/, '')
  const folded = fold(exact)
  const alias = level === 'province' ? provinceAliases[folded] : undefined
  return alias ? { kind: null, exact: alias, folded: alias } : { kind, exact, folded }
}

function wordsOf(text: string): string[] {
  return oneSpelling(text)
    .replace(/['’`ʼ]/g, '')
    .replace(/[.,\-–]/g, ' ')
    .trim()
    .replace(/^([pqx])(?=\d)/, '$1 ')
    .split(/\s+/)
    .filter(word => word !== '')
}

/** Lower case, with the tone mark at the end of its word, so that the two ways of placing it compare equal. */
function oneSpelling(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[\p{L}\p{M}]+/gu, word => word.replace(tones, '') + (word.match(tones) ?? []).join(''))
    .normalize('NFC')
}
