import { IdOf, Instant, Maybe, OneOf, OrNull, refusals, Type, type CodesOf, type Static } from '@congso/kernel/contract'

export const { refuse, list: refusalList } = refusals('casework', [
  'offer-closed',
  'papers-unseen',
  'papers-to-fix',
  'fee-undecided',
  'proxy-missing',
  'owner-missing',
  'not-your-turn',
  'step-already-taken',
  'action-unknown',
  'ended',
  'reason-missing',
  'holder-not-in-unit',
  'already-claimed',
  'result-missing',
  'not-signed',
  'not-ready-to-return',
  'already-returned',
  'collector-missing',
  'received-in-future',
  'no-calendar',
  'nobody-for-step',
  'already-decided',
  'log-too-long',
] as const)
export type RefusalCode = CodesOf<typeof refuse>

export const closed = { additionalProperties: false } as const
export const dossierId = IdOf<'dossier'>()
export const positionId = IdOf<'position'>()

export const channels = ['direct', 'online', 'postal'] as const
export const pickups = ['counter', 'post', 'electronic'] as const
export const partyKinds = ['citizen', 'enterprise', 'state-body', 'other'] as const
export const paperKinds = ['submit', 'show', 'note'] as const
export const verdicts = ['unseen', 'valid', 'from-database', 'to-fix', 'not-applicable'] as const
export const dossierStates = [
  'accepted',
  'in-progress',
  'awaiting-supplement',
  'awaiting-payment',
  'decided',
  'returned',
  'declined',
  'refused',
  'withdrawn',
  'stopped',
] as const

/** How much time is left, as every list and page says it: working time, already in words' parts. */
export const Remaining = Type.Object({
  /** ok, soon = last fifth or due today, late, hold = clock stopped, done = processing ended. */
  state: OneOf(['ok', 'soon', 'late', 'hold', 'done'] as const),
  /** Working minutes left; for late and done-late how many too many. */
  minutes: Type.Integer(),
  days: Type.Integer(),
  hours: Type.Integer(),
  minutesPart: Type.Integer(),
  /** Part of the time that is used, 0–100. */
  used: Type.Integer({ minimum: 0, maximum: 100 }),
  /** For done: whether it ended in time. */
  onTime: Maybe(Type.Boolean()),
})
export type Remaining = Static<typeof Remaining>

export const DossierRow = Type.Object({
  id: dossierId,
  code: Type.String(),
  procedureName: Type.String(),
  field: Type.String(),
  channel: OneOf(channels),
  state: OneOf(dossierStates),
  applicantName: Type.String(),
  /** Masked: only the last three digits were ever here. */
  applicantId: Type.String(),
  stepName: Type.String(),
  unitName: Type.String(),
  assignee: OrNull(positionId),
  assigneeName: Type.String(),
  agencyName: Type.String(),
  receivedAt: Instant(),
  dueAt: Instant(),
  finishedAt: OrNull(Instant()),
  returnedAt: OrNull(Instant()),
  resultNo: OrNull(Type.String()),
  remaining: Remaining,
  version: Type.Integer(),
})
export type DossierRow = Static<typeof DossierRow>

export const listFilter = {
  q: Maybe(Type.String({ maxLength: 100 })),
  field: Maybe(Type.String({ maxLength: 200 })),
  procedure: Maybe(Type.String({ maxLength: 60 })),
  channel: Maybe(OneOf(channels)),
  due: Maybe(OneOf(['late', 'today', 'soon', 'ok'] as const)),
  /** Days as typed; the list is empty, and the page says why, when there is no such day. */
  from: Maybe(Type.String({ maxLength: 40 })),
  to: Maybe(Type.String({ maxLength: 40 })),
  unit: Maybe(IdOf<'unit'>()),
  assignee: Maybe(positionId),
  /** Continue after this row: the cursor of the page before. */
  after: Maybe(Type.String({ maxLength: 120 })),
}
