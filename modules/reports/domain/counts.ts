import { addDays } from '@congso/kernel/contract'
import type { Counts } from '../contract.ts'

/** A line as counted, before what follows from the counts. */
export type Counted = Omit<Counts, 'onTimeShare' | 'onlineShare' | 'balanced'>

/** No dossier at all. */
export const nothing: Counted = {
  carried: 0,
  received: 0,
  resolved: 0,
  resolvedEarly: 0,
  resolvedOnTime: 0,
  resolvedLate: 0,
  refused: 0,
  withdrawn: 0,
  stopped: 0,
  declined: 0,
  ended: 0,
  pending: 0,
  pendingInTime: 0,
  pendingOverdue: 0,
  online: 0,
}

/** Two lines as one. */
export function plus(a: Counted, b: Counted): Counted {
  return {
    carried: a.carried + b.carried,
    received: a.received + b.received,
    resolved: a.resolved + b.resolved,
    resolvedEarly: a.resolvedEarly + b.resolvedEarly,
    resolvedOnTime: a.resolvedOnTime + b.resolvedOnTime,
    resolvedLate: a.resolvedLate + b.resolvedLate,
    refused: a.refused + b.refused,
    withdrawn: a.withdrawn + b.withdrawn,
    stopped: a.stopped + b.stopped,
    declined: a.declined + b.declined,
    ended: a.ended + b.ended,
    pending: a.pending + b.pending,
    pendingInTime: a.pendingInTime + b.pendingInTime,
    pendingOverdue: a.pendingOverdue + b.pendingOverdue,
    online: a.online + b.online,
  }
}

/** Adds the shares and whether the books balance: what came in equals what went out plus what is left. */
export function withShare(counted: Counted): Counts {
  const { carried, received, resolved, refused, withdrawn, stopped, declined, pending } = counted
  const inTime = counted.resolvedEarly + counted.resolvedOnTime
  return {
    ...counted,
    onTimeShare: percentOf(inTime, resolved),
    onlineShare: percentOf(counted.online, received),
    balanced:
      carried + received === resolved + refused + withdrawn + stopped + declined + pending &&
      refused + withdrawn + stopped + declined === counted.ended &&
      inTime + counted.resolvedLate === resolved &&
      counted.pendingInTime + counted.pendingOverdue === pending,
  }
}

function percentOf(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((part / whole) * 1000) / 10
}

/** The period of the same length (or the same whole months) just before. */
export function periodBefore(from: string, to: string): { from: string; to: string } {
  const wholeMonths = from.endsWith('-01') && addDays(to, 1).endsWith('-01')
  if (wholeMonths) {
    const months = monthsBetween(from, addDays(to, 1))
    return { from: addMonths(from, -months), to: addDays(from, -1) }
  }
  const days = Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1
  return { from: addDays(from, -days), to: addDays(from, -1) }
}

/** The parts a period's course is shown in: weeks from Monday, months when it is longer than a quarter. */
export function courseParts(from: string, to: string): { from: string; to: string }[] {
  const long = Date.parse(to) - Date.parse(from) > 100 * 86_400_000
  const parts: { from: string; to: string }[] = []
  for (let at = from; at <= to;) {
    const next = long
      ? addMonths(`${at.slice(0, 7)}-01`, 1)
      : addDays(at, 7 - ((new Date(`${at}T00:00:00Z`).getUTCDay() + 6) % 7))
    const end = addDays(next, -1)
    parts.push({ from: at, to: end < to ? end : to })
    at = next
  }
  return parts
}

function monthsBetween(from: string, to: string): number {
  return (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7))
}

function addMonths(date: string, months: number): string {
  const month = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months
  return `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}-01`
}
