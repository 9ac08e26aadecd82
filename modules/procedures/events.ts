import { event, Type } from '@congso/kernel/contract'

const Change = Type.Object({
  field: Type.String(),
  before: Type.Array(Type.String()),
  after: Type.Array(Type.String()),
})
const offer = { procedure: Type.String(), code: Type.String(), agency: Type.String(), revision: Type.Integer() }
const process = { line: Type.String(), no: Type.Integer(), name: Type.String() }

export const recordsImported = event(
  'procedures.records-imported',
  Type.Object({
    source: Type.String(),
    imported: Type.Integer(),
    changed: Type.Integer(),
    unchanged: Type.Integer(),
    refused: Type.Integer(),
  }),
)
export const procedurePublished = event(
  'procedures.procedure-published',
  Type.Object({ code: Type.String(), version: Type.String(), source: Type.String() }),
)
export const procedureChanged = event(
  'procedures.procedure-changed',
  Type.Object({
    code: Type.String(),
    version: Type.String(),
    no: Type.Integer(),
    source: Type.String(),
    changes: Type.Array(Change),
  }),
)

export const offerOpened = event('procedures.offer-opened', Type.Object(offer))
export const offerChanged = event(
  'procedures.offer-changed',
  Type.Object({ ...offer, previous: Type.String(), changes: Type.Array(Type.String()) }),
)
export const offerClosed = event('procedures.offer-closed', Type.Object(offer))
export const versionAdopted = event(
  'procedures.version-adopted',
  Type.Object({ ...offer, previous: Type.String(), version: Type.String(), fields: Type.Array(Type.String()) }),
)

export const processDrafted = event('procedures.process-drafted', Type.Object(process))
export const draftEdited = event(
  'procedures.draft-edited',
  Type.Object({ ...process, changes: Type.Array(Type.String()) }),
)
export const processPublished = event(
  'procedures.process-published',
  Type.Object({ ...process, validFrom: Type.String(), totalHours: Type.Union([Type.Number(), Type.Null()]) }),
)
export const processRetired = event('procedures.process-retired', Type.Object(process))
