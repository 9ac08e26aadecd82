/** `19112026`, `19.11.2026`, `19-11-26` become `19/11/2026`; anything else stays as typed. */
export function tidyDate(text: string): string {
  const [, time = '', rest = ''] = /^\s*(\d{1,2}[:hg]\d{2}\s+)?(.*?)\s*$/.exec(text) ?? []
  const [, day, month = '', year = ''] = apart.exec(rest) ?? together.exec(rest) ?? []
  if (!day) return text
  const clock = time ? `${time.trim().replace(/[hg]/, ':').padStart(5, '0')} ` : ''
  return `${clock}${day.padStart(2, '0')}/${month.padStart(2, '0')}/${year.length === 2 ? `20${year}` : year}`
}

const apart = /^(\d{1,2})[\s./-](\d{1,2})[\s./-](\d{4}|\d{2})$/
/** Without signs between them only two digits each can be told apart. */
const together = /^(\d{2})(\d{2})(\d{4}|\d{2})$/
