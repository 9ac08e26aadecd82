import { command, IdOf, Instant, Line, Maybe, OneOf, Type, Upload } from '@congso/kernel/contract'
import { closed, dossierId, positionId, verdicts } from './words.ts'
import { Party } from './dossier.ts'

const act = { id: dossierId, version: Type.Integer() }
const acted = Type.Object({
  id: dossierId,
  code: Type.String(),
  stepName: Type.String(),
  to: Type.String(),
  version: Type.Integer(),
})
const actRefusals = [
  'casework.not-your-turn',
  'casework.step-already-taken',
  'casework.action-unknown',
  'casework.ended',
  'casework.nobody-for-step',
]

export const forwardDossier = command({
  id: 'casework.forward-dossier',
  path: '/dossiers/:id/forward',
  permission: 'casework.dossier.handle',
  summary: 'Completes the current step by one of its forward actions and passes the dossier on.',
  refusals: [...actRefusals, 'casework.papers-to-fix', 'casework.papers-unseen'],
  input: Type.Object(
    {
      ...act,
      action: Type.String({ maxLength: 60 }),
      /** Who does the next step, where the action asks for a choice. */ to: Maybe(positionId),
      comment: Maybe(Type.String({ maxLength: 2000, multiline: true })),
    },
    closed,
  ),
  reply: acted,
})

export const forwardDossiers = command({
  id: 'casework.forward-dossiers',
  path: '/desk/forward',
  permission: 'casework.dossier.handle',
  summary: 'Passes several dossiers on, each by the only forward action of its step; says for each what happened.',
  input: Type.Object({ ids: Type.Array(dossierId, { minItems: 1, maxItems: 100 }) }, closed),
  reply: Type.Object({
    done: Type.Array(acted),
    failed: Type.Array(Type.Object({ id: dossierId, code: Type.String(), reason: Type.String() })),
  }),
})

export const sendBackDossier = command({
  id: 'casework.send-back-dossier',
  path: '/dossiers/:id/send-back',
  permission: 'casework.dossier.handle',
  summary: 'Returns the dossier to an earlier step with a reason; the time used stays used.',
  refusals: [...actRefusals, 'casework.reason-missing'],
  input: Type.Object({ ...act, action: Type.String({ maxLength: 60 }), reason: Line(2000) }, closed),
  reply: acted,
})

export const signResult = command({
  id: 'casework.sign-result',
  path: '/dossiers/:id/sign',
  permission: 'casework.dossier.sign',
  summary: "Approves the result in the leader's name (digital signature follows in its own module).",
  refusals: [...actRefusals, 'casework.result-missing'],
  input: Type.Object(
    {
      ...act,
      action: Type.String({ maxLength: 60 }),
      title: Maybe(Type.String({ maxLength: 300 })),
      comment: Maybe(Type.String({ maxLength: 2000, multiline: true })),
    },
    closed,
  ),
  reply: acted,
})

export const numberResult = command({
  id: 'casework.number-result',
  path: '/dossiers/:id/number',
  permission: 'casework.dossier.number',
  summary: 'Gives the signed result its number and date, ends processing and hands it to the counter.',
  refusals: [...actRefusals, 'casework.not-signed'],
  input: Type.Object({ ...act, action: Type.String({ maxLength: 60 }) }, closed),
  reply: Type.Object({ ...acted.properties, resultNo: Type.String() }),
})

export const returnResult = command({
  id: 'casework.return-result',
  path: '/dossiers/:id/return',
  permission: 'casework.dossier.return',
  summary: 'Hands the result to the applicant or proxy and closes the dossier (Decree 118/2025 Art. 22).',
  refusals: ['casework.not-ready-to-return', 'casework.already-returned', 'casework.collector-missing'],
  input: Type.Object(
    {
      ...act,
      collector: OneOf(['applicant', 'owner', 'proxy', 'post'] as const),
      collectorName: Maybe(Type.String({ maxLength: 200 })),
      paper: Maybe(Type.String({ maxLength: 200 })),
    },
    closed,
  ),
  reply: acted,
})

export const withdrawDossier = command({
  id: 'casework.withdraw-dossier',
  path: '/dossiers/:id/withdraw',
  permission: 'casework.dossier.receive',
  summary:
    'Ends a dossier that its applicant takes back, at the counter that received it, while no decision exists (national status 7).',
  refusals: ['casework.already-decided', 'casework.ended', 'casework.step-already-taken'],
  input: Type.Object({ ...act, reason: Line(2000) }, closed),
  reply: acted,
})

export const assignDossier = command({
  id: 'casework.assign-dossier',
  path: '/dossiers/:id/assign',
  permission: 'casework.dossier.assign',
  summary: 'Gives the current step to a person of the unit, or takes it from one to another with a reason.',
  refusals: ['casework.holder-not-in-unit', 'casework.ended', 'casework.reason-missing'],
  input: Type.Object({ ...act, to: positionId, reason: Maybe(Type.String({ maxLength: 500 })) }, closed),
  reply: acted,
})

export const assignDossiers = command({
  id: 'casework.assign-dossiers',
  path: '/desk/assign',
  permission: 'casework.dossier.assign',
  summary: 'Gives several dossiers to one person; says for each what happened.',
  input: Type.Object(
    {
      ids: Type.Array(dossierId, { minItems: 1, maxItems: 100 }),
      to: positionId,
      reason: Maybe(Type.String({ maxLength: 500 })),
    },
    closed,
  ),
  reply: forwardDossiers.reply,
})

export const claimDossier = command({
  id: 'casework.claim-dossier',
  path: '/dossiers/:id/claim',
  permission: 'casework.dossier.handle',
  summary: 'Takes an unassigned dossier of the own unit.',
  refusals: ['casework.already-claimed', 'casework.not-your-turn', 'casework.ended'],
  input: Type.Object(act, closed),
  reply: acted,
})

export const checkPaper = command({
  id: 'casework.check-paper',
  path: '/dossiers/:id/papers/:no/check',
  permission: 'casework.dossier.handle',
  summary: 'Records the verdict on one paper.',
  refusals: ['casework.not-your-turn', 'casework.ended', 'casework.reason-missing'],
  input: Type.Object(
    {
      id: dossierId,
      no: Type.Integer({ minimum: 1 }),
      verdict: OneOf(verdicts),
      note: Maybe(Type.String({ maxLength: 500 })),
    },
    closed,
  ),
  reply: Type.Object({ id: dossierId, no: Type.Integer(), verdict: OneOf(verdicts) }),
})

export const attachScan = command({
  id: 'casework.attach-scan',
  path: '/dossiers/:id/files',
  permission: 'casework.dossier.read',
  summary: 'Adds scans or files to a paper of the dossier, or to the dossier as a whole.',
  refusals: ['casework.ended', 'casework.not-your-turn'],
  input: Type.Object(
    {
      id: dossierId,
      paper: Maybe(Type.Integer({ minimum: 1 })),
      files: Type.Array(Upload, { minItems: 1, maxItems: 20 }),
    },
    closed,
  ),
  reply: Type.Object({ id: dossierId, files: Type.Array(IdOf<'file'>()) }),
})

export const writeNote = command({
  id: 'casework.write-note',
  path: '/dossiers/:id/notes',
  permission: 'casework.dossier.read',
  summary: 'Adds a note that colleagues who see the dossier can read; the citizen cannot.',
  input: Type.Object(
    { id: dossierId, text: Type.String({ minLength: 1, maxLength: 4000, pattern: '\\S', multiline: true }) },
    closed,
  ),
  reply: Type.Object({ id: dossierId }),
})

export const revealPersonal = command({
  id: 'casework.reveal-personal',
  path: '/dossiers/:id/reveal',
  permission: 'casework.personal.read',
  summary:
    'Shows the full personal data of this dossier to the actor for fifteen minutes; the reading is journalled with its reason.',
  input: Type.Object({ id: dossierId, reason: Line(300) }, closed),
  reply: Type.Object({ id: dossierId, parties: Type.Array(Party), until: Instant() }),
})
