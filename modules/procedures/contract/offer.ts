import { command, DateOnly, Dong, IdOf, Maybe, OneOf, OrNull, query, Type, type Static } from '@congso/kernel/contract'
import { processId } from './process.ts'
import { ChangeView } from './record.ts'
import { closed } from './refusals.ts'
import { channels, dueTimes, limitUnits, paperKinds, pausePolicies } from './words.ts'

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

export const TermsView = Type.Object({
  limit: Type.Object({ amount: Type.Number(), unit: OneOf(limitUnits) }),
  cutOff: Type.String(),
  dueTime: OneOf(dueTimes),
  afterPause: OneOf(pausePolicies),
  cases: Type.Array(
    Type.Object({
      key: Type.String(),
      name: Type.String(),
      amount: Type.Number(),
      unit: OneOf(limitUnits),
      papers: Maybe(Type.Array(Type.Integer())),
    }),
  ),
  papers: Type.Array(
    Type.Object({
      no: Type.Integer(),
      group: Maybe(Type.String()),
      name: Type.String(),
      kind: OneOf(paperKinds),
      originals: Type.Integer(),
      copies: Type.Integer(),
      form: Maybe(Type.String()),
    }),
  ),
  fees: Type.Array(Type.Object({ name: Type.String(), amount: OrNull(Type.Integer()), text: Type.String() })),
  channels: Type.Array(OneOf(channels)),
})
export type TermsView = Static<typeof TermsView>

const Named = { name: Type.String() }
const UnitChoice = Type.Object({ id: unitId, ...Named })
const ProcessChoice = Type.Object({ id: processId, ...Named, no: Type.Integer(), totalHours: OrNull(Type.Number()) })
const AgencyChoice = Type.Object({ id: agencyId, ...Named })

export const offerViews = ['all', 'closed-now', 'newer'] as const

export const OfferLine = Type.Object({
  id: offerId,
  procedure: procedureId,
  code: Type.String(),
  name: Type.String(),
  field: Type.String(),
  limit: TermsView.properties.limit,
  cases: Type.Integer(),
  unitName: Type.String(),
  processName: Type.String(),
  totalHours: OrNull(Type.Number()),
  open: Type.Boolean(),
  /** The catalogue has a newer record than the one this offer goes by. */
  newer: Type.Boolean(),
  validFrom: DateOnly(),
})
export type OfferLine = Static<typeof OfferLine>

export const listOffers = query({
  id: 'procedures.list-offers',
  path: '/offers',
  permission: 'procedures.catalogue.read',
  summary:
    "What an agency receives, the reader's own when none is named: limit, handling unit and process of each procedure.",
  input: Type.Object(
    {
      agency: Maybe(agencyId),
      q: Maybe(Type.String({ maxLength: 100 })),
      view: Maybe(OneOf(offerViews)),
      after: Maybe(offerId),
      at: Maybe(Type.Integer({ minimum: 1 })),
    },
    closed,
  ),
  reply: Type.Object({
    agency: OrNull(AgencyChoice),
    agencies: Type.Array(AgencyChoice),
    rows: Type.Array(OfferLine),
    counts: Type.Object({ all: Type.Integer(), 'closed-now': Type.Integer(), newer: Type.Integer() }),
    total: Type.Integer(),
    at: Type.Integer(),
    next: OrNull(offerId),
    filter: Type.Object({ q: Type.String(), view: OneOf(offerViews) }),
    mayEdit: Type.Boolean(),
  }),
})

/** What the form of an offer chooses from. */
const choices = { units: Type.Array(UnitChoice), processes: Type.Array(ProcessChoice) }

export const newOffer = query({
  id: 'procedures.new-offer',
  path: '/offers/new',
  permission: 'procedures.offer.edit',
  summary: 'The form of a new offer, filled in with what the record gives; the limit only when it gives exactly one.',
  input: Type.Object({ agency: agencyId, procedure: procedureId }, closed),
  reply: Type.Object({
    agency: AgencyChoice,
    procedure: Type.Object({ id: procedureId, code: Type.String(), ...Named, field: Type.String() }),
    terms: Type.Object({ ...TermsView.properties, limit: OrNull(TermsView.properties.limit) }),
    /** The times as published, for who must choose the limit. */
    published: Type.Array(Type.Object({ channel: OneOf(channels), text: Type.String() })),
    process: OrNull(processId),
    ...choices,
  }),
})

const OfferHead = {
  id: offerId,
  agency: AgencyChoice,
  procedure: procedureId,
  code: Type.String(),
  name: Type.String(),
  field: Type.String(),
  decision: Type.String(),
  versionNo: Type.Integer(),
  terms: TermsView,
  open: Type.Boolean(),
  revision: Revision,
  validFrom: DateOnly(),
  validTo: OrNull(DateOnly()),
}

export const showOffer = query({
  id: 'procedures.show-offer',
  path: '/offers/:offer',
  permission: 'procedures.catalogue.read',
  summary:
    'One offer: its terms, earlier revisions, and how the newest published record differs from the one it goes by.',
  input: Type.Object({ offer: offerId }, closed),
  reply: Type.Object({
    ...OfferHead,
    unitName: Type.String(),
    process: ProcessChoice,
    revisions: Type.Array(
      Type.Object({
        id: offerId,
        revision: Revision,
        validFrom: DateOnly(),
        validTo: OrNull(DateOnly()),
        versionNo: Type.Integer(),
        /** The names of the terms that differ from the revision before. */
        changes: Type.Array(Type.String()),
      }),
    ),
    newer: OrNull(
      Type.Object({ id: versionId, no: Type.Integer(), validFrom: DateOnly(), changes: Type.Array(ChangeView) }),
    ),
    mayEdit: Type.Boolean(),
  }),
})
export type OfferView = Static<typeof showOffer.reply>

export const editOffer = query({
  id: 'procedures.edit-offer',
  path: '/offers/:offer/edit',
  permission: 'procedures.offer.edit',
  summary: 'The form of an offer in force.',
  refusals: ['procedures.offer-closed'],
  input: Type.Object({ offer: offerId }, closed),
  reply: Type.Object({ ...OfferHead, handlingUnit: OrNull(unitId), process: processId, ...choices }),
})
