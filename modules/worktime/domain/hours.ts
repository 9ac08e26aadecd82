import { checkIntervals, type Interval } from './calendar.ts'

/** Hours as people write them, `07:30-11:30, 13h30–17h`, as intervals in minutes; null when they cannot be read. */
export function readHours(text: string): Interval[] | null {
  const parts = text
    .split(/[,;]/)
    .map(part => part.trim())
    .filter(Boolean)
  const intervals: Interval[] = []
  for (const part of parts) {
    const found = /^(\d{1,2})(?:[:hg](\d{2})?)?\s*[-–—]\s*(\d{1,2})(?:[:hg](\d{2})?)?$/i.exec(part.replaceAll(' ', ''))
    if (!found) return null
    intervals.push({ start: minutes(found[1], found[2]), end: minutes(found[3], found[4]) })
  }
  return intervals
}

/** Intervals as text, the way they are typed. */
export function writeHours(intervals: readonly Interval[]): string {
  return intervals.map(one => `${clock(one.start)}-${clock(one.end)}`).join(', ')
}

/** Whether hours are sound; the codes of what is wrong. */
export function hoursFaults(intervals: readonly Interval[]): string[] {
  return intervals.length === 0 ? [] : checkIntervals(intervals)
}

function minutes(hour: string | undefined, minute: string | undefined): number {
  return Number(hour) * 60 + Number(minute ?? 0)
}

function clock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}
