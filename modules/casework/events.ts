import { event, Type } from '@congso/kernel/contract'

const step = { no: Type.Integer(), key: Type.String(), name: Type.String() }
const hand = {
  ...step,
  action: Type.String(),
  toStep: Type.String(),
  toUnit: Type.Union([Type.String(), Type.Null()]),
  toPosition: Type.Union([Type.String(), Type.Null()]),
  late: Type.Boolean(),
  usedMinutes: Type.Integer(),
}

export const dossierReceived = event(
  'casework.dossier-received',
  Type.Object({
    code: Type.String(),
    receiptNo: Type.String(),
    procedure: Type.String(),
    agency: Type.String(),
    channel: Type.String(),
    dueAt: Type.String(),
  }),
  Type.Object({ applicant: Type.String() }),
)
export const dossierForwarded = event(
  'casework.dossier-forwarded',
  Type.Object(hand),
  Type.Object({ comment: Type.String() }),
)
export const dossierSentBack = event(
  'casework.dossier-sent-back',
  Type.Object(hand),
  Type.Object({ reason: Type.String() }),
)
export const resultSigned = event(
  'casework.result-signed',
  Type.Object({ ...hand, title: Type.String() }),
  Type.Object({ comment: Type.String() }),
)
export const resultNumbered = event(
  'casework.result-numbered',
  Type.Object({ ...hand, resultNo: Type.String(), onTime: Type.Boolean() }),
)
export const resultReturned = event(
  'casework.result-returned',
  Type.Object({ collector: Type.String(), onTime: Type.Boolean() }),
  Type.Object({ collectorName: Type.String(), paper: Type.String() }),
)
export const dossierWithdrawn = event(
  'casework.dossier-withdrawn',
  Type.Object(step),
  Type.Object({ reason: Type.String() }),
)
export const dossierAssigned = event(
  'casework.dossier-assigned',
  Type.Object({ ...step, from: Type.Union([Type.String(), Type.Null()]), to: Type.String() }),
  Type.Object({ reason: Type.String() }),
)
export const dossierClaimed = event('casework.dossier-claimed', Type.Object(step))
export const paperChecked = event(
  'casework.paper-checked',
  Type.Object({ no: Type.Integer(), verdict: Type.String() }),
  Type.Object({ note: Type.String() }),
)
export const scanAttached = event(
  'casework.scan-attached',
  Type.Object({ paper: Type.Union([Type.Integer(), Type.Null()]), files: Type.Array(Type.String()) }),
)
export const noteWritten = event('casework.note-written', Type.Object({ note: Type.String() }))
export const personalRevealed = event(
  'casework.personal-revealed',
  Type.Object({ until: Type.String() }),
  Type.Object({ reason: Type.String() }),
)
