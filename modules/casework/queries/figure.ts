import { addDays, atLocal, iso, type Scope } from '@congso/kernel/contract'
import { sql } from 'kysely'
import { allOf, type Condition } from './dossier-rows.ts'

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
  'ended',
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
 * The dossiers a scope counts: those its agencies are competent for, its units handle, or its own position appraised. Lists show
 * more, such as what is received here for another agency; a figure is counted once, where the dossier is decided.
 */
export function figureScope(scope: Scope): Condition {
  if (scope.all) return allOf([])
  const parts = [sql`d.agency = any(${[...(scope.agencies ?? [])]}::uuid[])`]
  if (scope.units?.length) parts.push(sql`d.handling_unit = any(${[...scope.units]}::uuid[])`)
  if (scope.own && scope.position) parts.push(sql`${appraiser} = ${scope.position}::uuid`)
  return sql`(${sql.join(parts, sql` or `)})`
}

/** Whoever appraised the dossier last, of `casework.dossier d`. */
export const appraiser: Condition = sql`(select s.finished_by from casework.step s where s.dossier = d.id and s.role = 'officer' and s.finished_by is not null order by s.no desc limit 1)`

/**
 * The dossiers behind a figure, on `casework.dossier d`. A dossier carried over was open when the period began; a pending one is open
 * when it ends (or now, in a period that runs); early is a day or more before the promise. With these, carried + received = resolved +
 * refused + withdrawn + stopped + declined + pending, whatever the period; ended is all of these but resolved.
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
    ended: sql`d.outcome <> 'resolved' and d.finished_at >= ${from} and d.finished_at < ${to}`,
    pending,
    'pending-in-time': sql`${pending} and d.due_at >= ${edge}`,
    'pending-overdue': sql`${pending} and d.due_at < ${edge}`,
  }
  return conditions[figure]
}
