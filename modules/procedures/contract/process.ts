import { command, DateOnly, IdOf, Line, Maybe, OneOf, OrNull, query, Type, type Static } from '@congso/kernel/contract'
import { closed } from './refusals.ts'

export const processId = IdOf<'process'>()
const Version = Type.Integer({ minimum: 1 })
const Hours = Type.Number({ minimum: 0, maximum: 9999 })
const Key = Type.String({ maxLength: 40, pattern: '^[a-z0-9-]*$' })

/** Positions that work comes to, by rank: a step's role is one of them. */
export const roles = ['clerk', 'head', 'officer', 'leader', 'records'] as const
export const actionKinds = ['forward', 'back', 'sign', 'number', 'return'] as const
/** What a step does besides its actions. */
export const stepTasks = ['check-papers', 'collect-fees'] as const
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
    tasks: Maybe(Type.Array(OneOf(stepTasks), { maxItems: 2, uniqueItems: true })),
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
  summary:
    'Puts a draft in force; from then on it is never changed. Refused while the proof finds an error: hours, ways, roles, order, papers and fees.',
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

const Action = Type.Object({
  key: Type.String(),
  to: Type.String(),
  label: Type.String(),
  kind: OneOf(actionKinds),
  needs: Maybe(Type.Array(OneOf(actionNeeds))),
})
const Step = Type.Object({
  key: Type.String(),
  name: Type.String(),
  role: Type.String(),
  unit: Maybe(Type.String()),
  budgetHours: OrNull(Type.Number()),
  group: Maybe(Type.String()),
  tasks: Maybe(Type.Array(OneOf(stepTasks))),
  actions: Type.Array(Action),
})
export const processStates = ['draft', 'published', 'retired'] as const
const State = OneOf(processStates)

export const ProcessLine = Type.Object({
  id: processId,
  no: Type.Integer(),
  name: Type.String(),
  agencyName: OrNull(Type.String()),
  totalHours: OrNull(Type.Number()),
  steps: Type.Integer(),
  state: State,
  validFrom: OrNull(DateOnly()),
  /** Offers that receive dossiers under it now. */
  offers: Type.Integer(),
})
export type ProcessLine = Static<typeof ProcessLine>

export const listProcesses = query({
  id: 'procedures.list-processes',
  path: '/processes',
  permission: 'procedures.catalogue.read',
  summary:
    'Internal processes: the published ones, drafts and those taken out of use, with the number of offers under each.',
  input: Type.Object({ state: Maybe(State), q: Maybe(Type.String({ maxLength: 100 })) }, closed),
  reply: Type.Object({
    rows: Type.Array(ProcessLine),
    counts: Type.Object({ draft: Type.Integer(), published: Type.Integer(), retired: Type.Integer() }),
    filter: Type.Object({ state: State, q: Type.String() }),
    mayDraft: Type.Boolean(),
  }),
})

export const newProcess = query({
  id: 'procedures.new-process',
  path: '/processes/new',
  permission: 'procedures.process.edit',
  summary: 'The form of a new process: the agencies it may be for.',
  input: Type.Object({}, closed),
  reply: Type.Object({
    agencies: Type.Array(Type.Object({ id: IdOf<'agency'>(), name: Type.String() })),
    mayBeCommon: Type.Boolean(),
  }),
})

export const ProcessView = Type.Object({
  id: processId,
  no: Type.Integer(),
  name: Type.String(),
  agencyName: OrNull(Type.String()),
  decision: Type.String(),
  totalHours: OrNull(Type.Number()),
  countedHours: Type.Number(),
  state: State,
  validFrom: OrNull(DateOnly()),
  version: Version,
  steps: Type.Array(Step),
  /** The picture: parts in their order with their share of the counted hours, 0 to 1. */
  segments: Type.Array(
    Type.Object({
      steps: Type.Array(Type.Object({ key: Type.String(), name: Type.String(), role: Type.String() })),
      hours: OrNull(Type.Number()),
      share: Type.Number(),
    }),
  ),
  /** What the proof found; errors keep a draft from being published. */
  findings: Type.Array(
    Type.Object({
      code: Type.String(),
      severity: OneOf(['error', 'warning'] as const),
      step: Type.String(),
      detail: Maybe(Type.String()),
    }),
  ),
  versions: Type.Array(Type.Object({ id: processId, no: Type.Integer(), state: State, validFrom: OrNull(DateOnly()) })),
  offers: Type.Array(
    Type.Object({ id: IdOf<'offer'>(), code: Type.String(), name: Type.String(), agencyName: Type.String() }),
  ),
  offerCount: Type.Integer(),
  mayEdit: Type.Boolean(),
})
export type ProcessView = Static<typeof ProcessView>

export const showProcess = query({
  id: 'procedures.show-process',
  path: '/processes/:process',
  permission: 'procedures.catalogue.read',
  summary:
    'One version of a process: its picture, steps, findings, the other versions of its line, and the offers under it.',
  input: Type.Object({ process: processId }, closed),
  reply: ProcessView,
})

export const editProcess = query({
  id: 'procedures.edit-process',
  path: '/processes/:process/edit',
  permission: 'procedures.process.edit',
  summary: 'The form of a draft: its steps as a table, each with what is wrong with it.',
  refusals: ['procedures.process-not-draft'],
  input: Type.Object({ process: processId }, closed),
  reply: ProcessView,
})
