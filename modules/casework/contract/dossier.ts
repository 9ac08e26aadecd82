import { DateOnly, Dong, IdOf, Instant, Maybe, OneOf, OrNull, query, Type } from '@congso/kernel/contract'
import { closed, dossierId, DossierRow, paperKinds, partyKinds, pickups, positionId, verdicts } from './words.ts'
import { PromiseView } from './intake.ts'

export const Party = Type.Object({
  role: OneOf(['applicant', 'owner', 'proxy'] as const),
  kind: OneOf(partyKinds),
  name: Type.String(),
  idNumber: Type.String(),
  birthDate: OrNull(DateOnly()),
  phone: Type.String(),
  email: Type.String(),
  address: Type.String(),
  authorisation: Type.String(),
})
export const StepView = Type.Object({
  no: OrNull(Type.Integer()),
  key: Type.String(),
  name: Type.String(),
  who: Type.String(),
  budgetMinutes: OrNull(Type.Integer()),
  usedMinutes: OrNull(Type.Integer()),
  startedAt: OrNull(Instant()),
  dueAt: OrNull(Instant()),
  finishedAt: OrNull(Instant()),
  state: OneOf(['done', 'now', 'later'] as const),
  late: Type.Boolean(),
  comment: Type.String(),
})
export const ActionView = Type.Object({
  /** A process action's key, or a command of its own: assign, claim, return, note, withdraw. */
  key: Type.String(),
  kind: OneOf(['forward', 'back', 'sign', 'number', 'return', 'assign', 'claim', 'withdraw'] as const),
  label: Type.String(),
  /** Why it cannot be done now: a refusal code whose text is shown under the button; null when it can. */
  blocked: OrNull(Type.String()),
  primary: Type.Boolean(),
  /** The next step is given to a person whom the actor chooses. */
  asks: Type.Boolean(),
})
export const FileRef = Type.Object({
  id: IdOf<'file'>(),
  name: Type.String(),
  type: Type.String(),
  size: Type.Integer(),
  paper: OrNull(Type.Integer()),
})
export const Fact = Type.Object({
  at: Instant(),
  event: Type.String(),
  actor: Type.String(),
  title: Type.String(),
  data: Type.Record(Type.String(), Type.Unknown()),
})

export const factKinds = ['moves', 'papers', 'reads'] as const

export const dossierView = query({
  id: 'casework.dossier',
  path: '/dossiers/:id',
  permission: 'casework.dossier.read',
  summary:
    'One dossier: deadline with its explanation, process, papers, people (masked unless revealed), timeline, and what the actor may do.',
  input: Type.Object(
    {
      id: dossierId,
      from: Maybe(Type.String({ maxLength: 20 })),
      /** Which part of the timeline is shown. */ facts: Maybe(OneOf(factKinds)),
    },
    closed,
  ),
  reply: Type.Object({
    ...DossierRow.properties,
    procedureCode: Type.String(),
    decision: Type.String(),
    receiptNo: Type.String(),
    pickup: OneOf(pickups),
    summary: Type.String(),
    promise: PromiseView,
    totalHours: OrNull(Type.Number()),
    processFrom: OrNull(DateOnly()),
    steps: Type.Array(StepView),
    papers: Type.Array(
      Type.Object({
        no: Type.Integer(),
        name: Type.String(),
        kind: OneOf(paperKinds),
        originals: Type.Integer(),
        copies: Type.Integer(),
        verdict: OneOf(verdicts),
        note: Type.String(),
        checkedBy: Type.String(),
        checkedAt: OrNull(Instant()),
      }),
    ),
    files: Type.Array(FileRef),
    parties: Type.Array(Party),
    revealed: Type.Boolean(),
    mayReveal: Type.Boolean(),
    mayCheck: Type.Boolean(),
    fees: Type.Array(
      Type.Object({
        name: Type.String(),
        amount: Dong(),
        state: Type.String(),
        method: OrNull(Type.String()),
        reason: Type.String(),
      }),
    ),
    notes: Type.Array(Type.Object({ text: Type.String(), by: Type.String(), at: Instant() })),
    timeline: Type.Array(Fact),
    actions: Type.Array(ActionView),
    candidates: Type.Array(
      Type.Object({ position: positionId, name: Type.String(), title: Type.String(), open: Type.Integer() }),
    ),
    resultTitle: OrNull(Type.String()),
    resultSignedBy: Type.String(),
    /** The dossier before and after this one in the list it was opened from. */
    previous: OrNull(dossierId),
    next: OrNull(dossierId),
  }),
})
