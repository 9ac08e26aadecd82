import { command, DateOnly, Dong, IdOf, Maybe, OneOf, OrNull, Type, type Static } from '@congso/kernel/contract'
import { processId } from './process.ts'
import { closed } from './refusals.ts'

export const limitUnits = ['working-day', 'working-hour', 'calendar-day', 'month', 'year', 'same-day'] as const
export const dueTimes = ['hour-of-receipt', 'end-of-day'] as const
export const pausePolicies = ['restart', 'pause-and-extend'] as const
export const channels = ['direct', 'online', 'postal'] as const
export const paperKinds = ['submit', 'show', 'note'] as const

export const agencyId = IdOf<'agency'>()
export const offerId = IdOf<'offer'>()
export const procedureId = IdOf<'procedure'>()
export const versionId = IdOf<'version'>()
export const unitId = IdOf<'unit'>()

const Amount = Type.Number({ minimum: 0.25, maximum: 9999 })
const Revision = Type.Integer({ minimum: 1 })
/** `15:00`, `last-hour`, `none`, or nothing: what the deadline engine takes by itself. */
const CutOff = Type.String({ maxLength: 9, pattern: '^(|last-hour|none|([01]?\\d|2[0-3]):[0-5]\\d)$' })

/** A row of the form; one without a name is left out. Numbers stay what they were, so that cases keep naming their papers. */
const PaperRow = Type.Object(
  {
    no: Maybe(Type.Integer({ minimum: 1, maximum: 999 })),
    group: Maybe(Type.String({ maxLength: 2000 })),
    name: Maybe(Type.String({ maxLength: 10_000, multiline: true })),
    kind: Maybe(OneOf(paperKinds)),
    originals: Maybe(Type.Integer({ minimum: 0, maximum: 999 })),
    copies: Maybe(Type.Integer({ minimum: 0, maximum: 999 })),
    form: Maybe(Type.String({ maxLength: 200 })),
  },
  closed,
)
/** A row of the form; one without a name is left out. `papers`: numbers of the papers this case asks for, all when absent. */
const CaseRow = Type.Object(
  {
    key: Maybe(Type.String({ maxLength: 60, pattern: '^[a-z0-9-]*$' })),
    name: Maybe(Type.String({ maxLength: 300 })),
    amount: Maybe(Amount),
    unit: Maybe(OneOf(limitUnits)),
    papers: Maybe(Type.Array(Type.Integer({ minimum: 1, maximum: 999 }), { maxItems: 200 })),
  },
  closed,
)
/** A row of the form; one without name and text is left out. No amount: the text decides, which is never the same as 0. */
const FeeRow = Type.Object(
  {
    name: Maybe(Type.String({ maxLength: 300 })),
    amount: Maybe(OrNull(Dong())),
    text: Maybe(Type.String({ maxLength: 10_000, multiline: true })),
  },
  closed,
)
export type PaperRow = Static<typeof PaperRow>
export type CaseRow = Static<typeof CaseRow>
export type FeeRow = Static<typeof FeeRow>

const Cases = Type.Array(CaseRow, { maxItems: 40 })
const Papers = Type.Array(PaperRow, { maxItems: 200 })
const Fees = Type.Array(FeeRow, { maxItems: 100 })
const Channels = Type.Array(OneOf(channels), { minItems: 1, maxItems: 3, uniqueItems: true })

const termsRefusals = [
  'procedures.limit-needed',
  'procedures.process-needed',
  'procedures.process-not-published',
  'procedures.process-elsewhere',
  'procedures.process-hours-differ',
  'procedures.unit-elsewhere',
  'procedures.case-repeated',
  'procedures.case-limit-missing',
  'procedures.case-paper-unknown',
  'procedures.paper-repeated',
]

export const openOffer = command({
  id: 'procedures.open-offer',
  path: '/offers',
  permission: 'procedures.offer.edit',
  summary:
    'Lets an agency receive a procedure, with the local layer on its current record. What is left out is taken from the record, the limit only when the record gives exactly one.',
  refusals: [...termsRefusals, 'procedures.agency-closed', 'procedures.offer-exists', 'procedures.date-in-future'],
  input: Type.Object(
    {
      agency: agencyId,
      procedure: procedureId,
      /** The first day, today when left out. */
      from: Maybe(DateOnly()),
      limitAmount: Maybe(Amount),
      limitUnit: Maybe(OneOf(limitUnits)),
      cutOff: Maybe(CutOff),
      dueTime: Maybe(OneOf(dueTimes)),
      afterPause: Maybe(OneOf(pausePolicies)),
      cases: Maybe(Cases),
      papers: Maybe(Papers),
      fees: Maybe(Fees),
      channels: Maybe(Channels),
      handlingUnit: Maybe(unitId),
      /** The standard process with the hours of the limit when left out. */
      process: Maybe(processId),
    },
    closed,
  ),
  reply: Type.Object({ offer: offerId }),
})

export const changeOffer = command({
  id: 'procedures.change-offer',
  path: '/offers/:offer/change',
  permission: 'procedures.offer.edit',
  summary:
    'Gives an offer new terms from today, as a new row: dossiers received before keep the terms they were received under.',
  refusals: [...termsRefusals, 'procedures.offer-closed', 'procedures.unchanged'],
  input: Type.Object(
    {
      offer: offerId,
      revision: Revision,
      open: Type.Boolean(),
      limitAmount: Amount,
      limitUnit: OneOf(limitUnits),
      cutOff: CutOff,
      dueTime: OneOf(dueTimes),
      afterPause: OneOf(pausePolicies),
      cases: Cases,
      papers: Papers,
      fees: Fees,
      channels: Channels,
      handlingUnit: Maybe(unitId),
      process: processId,
    },
    closed,
  ),
  reply: Type.Object({ offer: offerId, revision: Revision }),
})

export const closeOffer = command({
  id: 'procedures.close-offer',
  path: '/offers/:offer/close',
  permission: 'procedures.offer.edit',
  summary: 'Ends an offer today: nothing new is received under it, running dossiers go on.',
  refusals: ['procedures.offer-closed'],
  input: Type.Object({ offer: offerId, revision: Revision }, closed),
  reply: Type.Object({ offer: offerId, agency: agencyId }),
})

export const adoptVersion = command({
  id: 'procedures.adopt-version',
  path: '/offers/:offer/adopt',
  permission: 'procedures.offer.edit',
  summary:
    'Moves an offer to the newest published record from today, keeping its terms or taking papers and fees from the record.',
  refusals: ['procedures.offer-closed', 'procedures.version-not-newer', 'procedures.case-paper-unknown'],
  input: Type.Object(
    {
      offer: offerId,
      revision: Revision,
      version: versionId,
      /** Take the papers of the new record instead of keeping the agency's own list. */
      takePapers: Type.Boolean(),
      takeFees: Type.Boolean(),
    },
    closed,
  ),
  reply: Type.Object({ offer: offerId, revision: Revision }),
})

export const offerMany = command({
  id: 'procedures.offer-many',
  path: '/offers/many',
  permission: 'procedures.offer.edit',
  summary: 'Lets an agency receive several procedures with the terms of their records; says of each one left out why.',
  refusals: ['procedures.agency-closed', 'procedures.unit-elsewhere'],
  recordsNothing: 'Each procedure opened is recorded; when none could be, nothing was changed.',
  input: Type.Object(
    {
      agency: agencyId,
      procedures: Type.Array(procedureId, { minItems: 1, maxItems: 200, uniqueItems: true }),
      handlingUnit: Maybe(unitId),
    },
    closed,
  ),
  reply: Type.Object({
    agency: agencyId,
    opened: Type.Array(Type.Object({ offer: offerId, code: Type.String(), name: Type.String() })),
    left: Type.Array(
      Type.Object({ procedure: procedureId, code: Type.String(), name: Type.String(), reason: Type.String() }),
    ),
  }),
})
