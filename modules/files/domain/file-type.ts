/** A kind of file that may be handed in. */
export type AllowedType = { type: string; endings: readonly string[]; label: string; preview?: 'image' | 'pdf' }

const office = 'application/vnd.openxmlformats-officedocument'
const open = 'application/vnd.oasis.opendocument'

/** What offices exchange and can still open in ten years: no programs, no macros, no archives, no pages that could run script. */
export const commonTypes: readonly AllowedType[] = [
  { type: 'application/pdf', endings: ['pdf'], label: 'PDF', preview: 'pdf' },
  { type: 'image/png', endings: ['png'], label: 'PNG', preview: 'image' },
  { type: 'image/jpeg', endings: ['jpg', 'jpeg', 'jpe'], label: 'JPEG', preview: 'image' },
  { type: 'image/webp', endings: ['webp'], label: 'WebP', preview: 'image' },
  { type: 'image/tiff', endings: ['tif', 'tiff'], label: 'TIFF' },
  { type: `${office}.wordprocessingml.document`, endings: ['docx'], label: 'Word (.docx)' },
  { type: `${office}.spreadsheetml.sheet`, endings: ['xlsx'], label: 'Excel (.xlsx)' },
  { type: `${open}.text`, endings: ['odt'], label: 'OpenDocument (.odt)' },
  { type: `${open}.spreadsheet`, endings: ['ods'], label: 'OpenDocument (.ods)' },
  { type: 'text/plain', endings: ['txt'], label: 'TXT' },
  { type: 'text/csv', endings: ['csv'], label: 'CSV' },
]

/** What the content of a file turned out to be: a known kind, plain text, or neither. */
export type Found = { kind: 'known'; type: string; ending: string } | { kind: 'text' } | { kind: 'unknown' }

export type Judgement =
  | { verdict: 'allowed'; type: string; name: string }
  | { verdict: 'not-allowed'; ending: string }
  | { verdict: 'lies'; ending: string; actual: string }

/**
 * Judges a file by its content; its name must agree. The type a browser claims is not even asked. A name without an ending gets
 * the right one.
 */
export function judgeType(name: string, found: Found, allowed: readonly AllowedType[]): Judgement {
  const ending = endingOf(name)
  const byName = allowed.find(one => one.endings.includes(ending))
  const byContent = allowed.find(one => found.kind === 'known' && one.type === found.type)
  if (ending === '') {
    const [right] = byContent?.endings ?? []
    return byContent && right
      ? { verdict: 'allowed', type: byContent.type, name: `${name}.${right}` }
      : { verdict: 'not-allowed', ending: found.kind === 'known' ? found.ending : '' }
  }
  if (!byName) return { verdict: 'not-allowed', ending }
  const agrees = byName === byContent || (found.kind === 'text' && byName.type.startsWith('text/'))
  if (agrees) return { verdict: 'allowed', type: byName.type, name }
  return { verdict: 'lies', ending, actual: found.kind === 'known' ? found.ending : found.kind === 'text' ? 'txt' : '' }
}

/** How a page can show a type without another program; null when it cannot. */
export function previewOf(type: string): 'image' | 'pdf' | null {
  return commonTypes.find(one => one.type === type)?.preview ?? null
}

/** A name as it may be stored and shown: no path, no control or direction characters that could hide its ending, at most 120 characters. */
export function cleanName(given: string): string {
  const last = given.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const plain = last
    .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, '')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
  if (plain === '') return 'file'
  const ending = endingOf(plain)
  const stem = ending ? plain.slice(0, -ending.length - 1) : plain
  return ending
    ? `${Array.from(stem).slice(0, 110).join('')}.${plain.slice(-ending.length)}`
    : Array.from(plain).slice(0, 120).join('')
}

function endingOf(name: string): string {
  return /[^.]\.([A-Za-z0-9]{1,8})$/.exec(name)?.[1]?.toLowerCase() ?? ''
}
