import {
  command,
  DateOnly,
  Download,
  IdOf,
  Instant,
  Line,
  Maybe,
  OneOf,
  OrNull,
  query,
  Type,
  type Static,
} from '@congso/kernel/contract'
import { agencyId, offerId, procedureId } from './offer.ts'
import { ChangeView, levels, onlineLevels, RecordView, UnparsedView } from './record.ts'
import { closed } from './refusals.ts'
import { limitUnits } from './words.ts'

export const importRecords = command({
  id: 'procedures.import-records',
  path: '/procedures/import',
  permission: 'procedures.catalogue.edit',
  summary:
    'Takes records of the national procedure catalogue (Decree 63/2010/ND-CP): a new code becomes version 1, a changed record a new version, an unchanged one nothing; the others are refused with the reason.',
  input: Type.Object(
    {
      records: Type.Array(
        Type.Object(
          { fileName: Type.String({ maxLength: 255 }), text: Type.String({ multiline: true, maxLength: 2_000_000 }) },
          closed,
        ),
        { minItems: 1, maxItems: 200 },
      ),
      /** Where the records come from, as shown beside each version. */
      source: Line(200),
      validFrom: DateOnly(),
    },
    closed,
  ),
  reply: Type.Object({
    imported: Type.Integer(),
    changed: Type.Integer(),
    unchanged: Type.Integer(),
    refused: Type.Array(Type.Object({ file: Type.String(), reason: Type.String(), detail: Type.String() })),
    /** How many passages of the records that were read are left to a person, by reason. */
    unparsed: Type.Record(Type.String(), Type.Integer()),
  }),
})

export const catalogueViews = ['all', 'offered', 'not-offered', 'unread'] as const

const catalogueFilter = {
  q: Maybe(Type.String({ maxLength: 100 })),
  view: Maybe(OneOf(catalogueViews)),
  level: Maybe(OneOf(levels)),
  field: Maybe(Type.String({ maxLength: 300 })),
  online: Maybe(OneOf(onlineLevels)),
  /** The agency that `offered` and `not-offered` speak of; the reader's own when left out. */
  agency: Maybe(agencyId),
}

export const ProcedureRow = Type.Object({
  id: procedureId,
  code: Type.String(),
  name: Type.String(),
  field: Type.String(),
  levels: Type.Array(OneOf(levels)),
  onlineLevel: OrNull(OneOf(onlineLevels)),
  /** Passages left to a person. */
  unread: Type.Integer(),
  offers: Type.Integer(),
  /** Whether the agency of the filter offers it. */
  offered: Type.Boolean(),
})
export type ProcedureRow = Static<typeof ProcedureRow>

const AgencyChoice = Type.Object({ id: agencyId, name: Type.String() })

export const listProcedures = query({
  id: 'procedures.list-procedures',
  path: '/procedures',
  permission: 'procedures.catalogue.read',
  summary:
    'Procedures in force by code, name, field or initials without accents, in the order of their codes, paged by key.',
  input: Type.Object(
    { ...catalogueFilter, after: Maybe(procedureId), at: Maybe(Type.Integer({ minimum: 1 })) },
    closed,
  ),
  reply: Type.Object({
    rows: Type.Array(ProcedureRow),
    counts: Type.Object({
      all: Type.Integer(),
      offered: Type.Integer(),
      'not-offered': Type.Integer(),
      unread: Type.Integer(),
    }),
    total: Type.Integer(),
    /** The place of the first row in the list, from 1. */
    at: Type.Integer(),
    next: OrNull(procedureId),
    fields: Type.Array(Type.Object({ field: Type.String(), count: Type.Integer() })),
    filter: Type.Object({ ...catalogueFilter, view: OneOf(catalogueViews) }),
    agency: OrNull(AgencyChoice),
    agencies: Type.Array(AgencyChoice),
    /** Units of the agency that could handle what is chosen; empty unless the reader may open offers of it. */
    units: Type.Array(Type.Object({ id: IdOf<'unit'>(), name: Type.String() })),
    mayOffer: Type.Boolean(),
  }),
})

export const exportProcedures = query({
  id: 'procedures.export-procedures',
  path: '/procedures.csv',
  permission: 'procedures.catalogue.read',
  summary: 'Exactly the procedures that a filter of the list shows, as comma-separated values.',
  input: Type.Object({ ...catalogueFilter, lang: Maybe(OneOf(['vi', 'en'] as const)) }, closed),
  reply: Download,
})

export const VersionView = Type.Object({
  no: Type.Integer(),
  name: Type.String(),
  decision: Type.String(),
  source: Type.String(),
  validFrom: DateOnly(),
  validTo: OrNull(DateOnly()),
  importedAt: Instant(),
  /** Against the version before; none for the first. */
  changes: Type.Array(ChangeView),
})

export const showProcedure = query({
  id: 'procedures.show-procedure',
  path: '/procedures/:procedure',
  permission: 'procedures.catalogue.read',
  summary:
    'One record with everything published (Decree 63/2010/ND-CP), what could not be read, its versions with their differences, and who offers it.',
  input: Type.Object({ procedure: procedureId, no: Maybe(Type.Integer({ minimum: 1 })) }, closed),
  reply: Type.Object({
    id: procedureId,
    code: Type.String(),
    no: Type.Integer(),
    isCurrent: Type.Boolean(),
    validFrom: DateOnly(),
    validTo: OrNull(DateOnly()),
    source: Type.String(),
    onlineLevel: OrNull(OneOf(onlineLevels)),
    record: RecordView,
    unparsed: Type.Array(UnparsedView),
    versions: Type.Array(VersionView),
    offers: Type.Array(
      Type.Object({
        id: offerId,
        agency: agencyId,
        agencyName: Type.String(),
        limitAmount: Type.Number(),
        limitUnit: OneOf(limitUnits),
        open: Type.Boolean(),
        versionNo: Type.Integer(),
      }),
    ),
    /** Agencies for which the reader may open an offer of it. */
    mayOffer: Type.Array(AgencyChoice),
  }),
})
export type ProcedureView = Static<typeof showProcedure.reply>
