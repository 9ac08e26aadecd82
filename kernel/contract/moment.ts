/** Vietnam has had one offset without daylight saving since 1975. */
const offsetMs = 7 * 3_600_000
const dayMs = 86_400_000

/** Epoch milliseconds as ISO 8601 text in UTC. */
export function iso(ms: number): string {
  return new Date(ms).toISOString()
}

/** ISO 8601 text (or the database's text of a moment) as epoch milliseconds. */
export function epoch(text: string): number {
  const ms = Date.parse(text)
  if (Number.isNaN(ms)) throw new RangeError(`not a moment: ${text}`)
  return ms
}

/** The calendar date in Vietnam at a moment, `yyyy-mm-dd`. */
export function localDate(ms: number): string {
  return new Date(ms + offsetMs).toISOString().slice(0, 10)
}

/** Minutes since local midnight at a moment. */
export function localMinute(ms: number): number {
  return Math.floor(((((ms + offsetMs) % dayMs) + dayMs) % dayMs) / 60_000)
}

/** The moment at which a local date begins, plus minutes, as epoch milliseconds. */
export function atLocal(date: string, minutes = 0): number {
  return Date.parse(`${date}T00:00:00.000Z`) - offsetMs + minutes * 60_000
}

/** A date as people type it, d/m/yyyy, or as machines write it, yyyy-mm-dd; null when there is no such day. */
export function readDate(text: string): string | null {
  const [, day, month, year] = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*$/.exec(text) ?? []
  const date = year ? `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}` : text.trim()
  const ms = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00.000Z`) : NaN
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(date) ? date : null
}

/** The date some days later (or earlier). */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00.000Z`) + days * dayMs).toISOString().slice(0, 10)
}
