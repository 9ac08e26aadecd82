import { addDays, atLocal, iso } from '@congso/kernel/contract'
import { sql } from 'kysely'
import type { Condition } from './dossier-rows.ts'

/** What a casework report counts. Every figure is a condition on dossiers, so that every number opens its rows. */
export const figures = [
  'carried',
  'received',
  'resolved',
  'resolved-early',
  'resolved-on-time',
  'resolved-late',
  'refused',
  'withdrawn',
  'stopped',
  'declined',
  'pending',
  'pending-in-time',
  'pending-overdue',
] as const
export type Figure = (typeof figures)[number]

/** A report's period: local dates, both inclusive. */
export type Period = { from: string; to: string }

/** Whether a word is a figure. */
export function isFigure(word: string | undefined): word is Figure {
  return figures.some(figure => figure === word)
}

/**
 * The dossiers behind a figure, on `casework.dossier d`. A dossier carried over was open when the period began; a pending one is open
 * when it ends (or now, in a period that runs); early is a day or more before the promise. With these, carried + received = resolved +
 * refused + withdrawn + stopped + declined + pending, whatever the period.
 */
export function figureCondition(figure: Figure, period: Period, now: number): Condition {
  const from = iso(atLocal(period.from))
  const to = iso(atLocal(addDays(period.to, 1)))
  const ended = (outcome: string) => sql`d.outcome = ${outcome} and d.finished_at >= ${from} and d.finished_at < ${to}`
  const pending = sql`d.received_at < ${to} and (d.finished_at is null or d.finished_at >= ${to})`
  const edge = iso(Math.min(now, atLocal(addDays(period.to, 1))))
  const dueDay = sql`(d.due_at at time zone interval '7 hours')::date`
  const endDay = sql`(d.finished_at at time zone interval '7 hours')::date`
  const conditions: Record<Figure, Condition> = {
    carried: sql`d.received_at < ${from} and (d.finished_at is null or d.finished_at >= ${from})`,
    received: sql`d.received_at >= ${from} and d.received_at < ${to}`,
    resolved: ended('resolved'),
    'resolved-early': sql`${ended('resolved')} and ${endDay} < ${dueDay}`,
    'resolved-on-time': sql`${ended('resolved')} and ${endDay} >= ${dueDay} and d.finished_at <= d.due_at`,
    'resolved-late': sql`${ended('resolved')} and d.finished_at > d.due_at`,
    refused: ended('refused'),
    withdrawn: ended('withdrawn'),
    stopped: ended('stopped'),
    declined: ended('declined'),
    pending,
    'pending-in-time': sql`${pending} and d.due_at >= ${edge}`,
    'pending-overdue': sql`${pending} and d.due_at < ${edge}`,
  }
  return conditions[figure]
}
