import { Download, IdOf, Instant, Maybe, OneOf, OrNull, query, Type, type Static } from '@congso/kernel/contract'
import { DossierRow, Remaining, closed, dossierId, dossierStates, pickups } from './words.ts'
import { PromiseView } from './intake.ts'
import { StepView } from './dossier.ts'

export const receiptPdf = query({
  id: 'casework.receipt',
  path: '/dossiers/:id/receipt.pdf',
  permission: 'casework.dossier.read',
  summary: 'The receipt slip (Form 01, TT 03/2025) with barcode and tracking QR.',
  input: Type.Object({ id: dossierId, size: Maybe(OneOf(['A4', 'A5'] as const)) }, closed),
  reply: Download,
})

export const controlSheetPdf = query({
  id: 'casework.control-sheet',
  path: '/dossiers/:id/control-sheet.pdf',
  permission: 'casework.dossier.read',
  summary: 'The control sheet (Form 06): every hand-over with its times.',
  input: Type.Object({ id: dossierId }, closed),
  reply: Download,
})

export const phases = ['receiving', 'checking', 'signing', 'returning'] as const
export const Progress = Type.Object({
  phase: OneOf(phases),
  state: OneOf(['done', 'now', 'later'] as const),
  /** Who has it, or had it last. */
  who: Type.String(),
  /** When it was done; for the running one when its step is due. */
  doneAt: OrNull(Instant()),
  dueAt: OrNull(Instant()),
})
export type Progress = Static<typeof Progress>

/** The citizen's page: code and the secret printed on the slip, no account. */
export const track = query({
  id: 'casework.track',
  path: '/track',
  permission: 'public',
  perMinute: 30,
  summary:
    'Where a dossier is, for whoever holds its code and the secret on the receipt; names masked, no identifiers.',
  input: Type.Object(
    { code: Maybe(Type.String({ maxLength: 60 })), secret: Maybe(Type.String({ maxLength: 20 })) },
    closed,
  ),
  reply: Type.Object({
    /** What was asked for when nothing is shown: the secret is missing, or no dossier has this code and secret. */
    asked: OrNull(Type.Object({ code: Type.String(), problem: OneOf(['secret-missing', 'unknown'] as const) })),
    found: OrNull(
      Type.Object({
        code: Type.String(),
        applicant: Type.String(),
        procedureName: Type.String(),
        timeText: Type.String(),
        agencyName: Type.String(),
        agencyPhone: Type.String(),
        state: OneOf(dossierStates),
        promise: PromiseView,
        remaining: Remaining,
        stepName: Type.String(),
        steps: Type.Array(StepView),
        /** The steps as four that a citizen knows. */
        progress: Type.Array(Progress),
        pickup: OneOf(pickups),
        receivedAt: Instant(),
        finishedAt: OrNull(Instant()),
        returnedAt: OrNull(Instant()),
      }),
    ),
  }),
})

/** A leader with ten minutes: what needs me, what is late and where. */
export const leaderDesk = query({
  id: 'casework.leader-desk',
  path: '/leader',
  permission: 'casework.dossier.sign',
  summary: "What waits for the leader's signature, most urgent first, and where dossiers are late.",
  input: Type.Object({}, closed),
  reply: Type.Object({
    toSign: Type.Integer(),
    late: Type.Integer(),
    dueToday: Type.Integer(),
    cards: Type.Array(
      Type.Object({
        ...DossierRow.properties,
        submittedBy: Type.String(),
        submittedAt: Instant(),
        action: OrNull(Type.String()),
        backAction: OrNull(Type.String()),
      }),
    ),
    lateBy: Type.Array(
      Type.Object({
        unit: OrNull(IdOf<'unit'>()),
        unitName: Type.String(),
        count: Type.Integer(),
        longestMinutes: Type.Integer(),
        stepName: Type.String(),
      }),
    ),
  }),
})
