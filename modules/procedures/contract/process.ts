import { command, DateOnly, IdOf, Line, Maybe, OneOf, Type, type Static } from '@congso/kernel/contract'
import { closed } from './refusals.ts'

export const processId = IdOf<'process'>()
const Version = Type.Integer({ minimum: 1 })
const Hours = Type.Number({ minimum: 0, maximum: 9999 })
const Key = Type.String({ maxLength: 40, pattern: '^[a-z0-9-]*$' })

/** Positions that work comes to, by rank: a step's role is one of them. */
export const roles = ['clerk', 'head', 'officer', 'leader', 'records'] as const
export const actionKinds = ['forward', 'back', 'sign', 'number', 'return'] as const
export const actionNeeds = ['reason', 'assignee', 'draft', 'signature', 'number', 'receipt'] as const

/** A row of the form; one without a label is not sent on. */
const ActionRow = Type.Object(
  {
    key: Maybe(Key),
    to: Maybe(Key),
    label: Maybe(Type.String({ maxLength: 80 })),
    kind: Maybe(OneOf(actionKinds)),
    needs: Maybe(Type.Array(OneOf(actionNeeds), { maxItems: 6 })),
  },
  closed,
)
/** A row of the form; one without a name is left out. Hours absent: the step's time is not counted. */
const StepRow = Type.Object(
  {
    key: Maybe(Key),
    name: Maybe(Type.String({ maxLength: 120 })),
    role: Maybe(OneOf(roles)),
    hours: Maybe(Hours),
    group: Maybe(Key),
    actions: Maybe(Type.Array(ActionRow, { maxItems: 12 })),
  },
  closed,
)
export type StepRow = Static<typeof StepRow>

const refusals = ['procedures.hours-not-half', 'procedures.process-not-draft', 'procedures.unchanged']

export const draftProcess = command({
  id: 'procedures.draft-process',
  path: '/processes',
  permission: 'procedures.process.edit',
  summary:
    'Drafts an internal process: the standard steps sharing the hours of the time limit, or a new version of a published process.',
  refusals: ['procedures.hours-not-half', 'procedures.draft-exists', 'procedures.process-not-in-force'],
  input: Type.Object(
    {
      name: Line(200),
      /** The agency it is for; every agency when left out. */
      agency: Maybe(IdOf<'agency'>()),
      /** Working hours of the time limit; left out where the limit is not in working time. */
      totalHours: Maybe(Hours),
      decision: Maybe(Type.String({ maxLength: 120 })),
      /** A published process: the draft becomes the next version of its line and starts as its copy. */
      from: Maybe(processId),
    },
    closed,
  ),
  reply: Type.Object({ process: processId }),
})

export const editDraft = command({
  id: 'procedures.edit-draft',
  path: '/processes/:process/edit',
  permission: 'procedures.process.edit',
  summary:
    'Replaces steps, hours and actions of a draft. What is wrong with it is shown, and refused only when published.',
  refusals,
  input: Type.Object(
    {
      process: processId,
      version: Version,
      name: Line(200),
      decision: Maybe(Type.String({ maxLength: 120 })),
      totalHours: Maybe(Hours),
      steps: Type.Array(StepRow, { maxItems: 40 }),
    },
    closed,
  ),
  reply: Type.Object({ process: processId, version: Version }),
})

export const publishProcess = command({
  id: 'procedures.publish-process',
  path: '/processes/:process/publish',
  permission: 'procedures.process.edit',
  summary: 'Puts a draft in force; from then on it is never changed. Its step hours must sum to its total hours.',
  refusals: ['procedures.process-faulty', 'procedures.process-not-draft', 'procedures.date-in-future'],
  input: Type.Object({ process: processId, version: Version, validFrom: Maybe(DateOnly()) }, closed),
  reply: Type.Object({ process: processId, no: Type.Integer() }),
})

export const retireProcess = command({
  id: 'procedures.retire-process',
  path: '/processes/:process/retire',
  permission: 'procedures.process.edit',
  summary: 'Takes a published process out of use; dossiers that pin it go on by it.',
  refusals: ['procedures.process-in-use', 'procedures.process-not-in-force'],
  input: Type.Object({ process: processId, version: Version }, closed),
  reply: Type.Object({ process: processId }),
})
