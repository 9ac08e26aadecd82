import {
  command,
  DateOnly,
  FileToRead,
  IdOf,
  Instant,
  Line,
  Maybe,
  query,
  Type,
  type Static,
} from '@congso/kernel/contract'
import { closed, refusalList } from './refusals.ts'

/** The largest file of records that is read, in bytes; the whole national catalogue has a sixth of it. */
export const largestRecordFile = 20 * 1024 * 1024

const importId = IdOf<'import'>()
const Counts = { imported: Type.Integer(), changed: Type.Integer(), unchanged: Type.Integer() }

export const importFile = command({
  id: 'procedures.import-file',
  path: '/procedures/imports',
  permission: 'procedures.catalogue.edit',
  summary:
    'Takes a file of records of the national procedure catalogue (Decree 63/2010/ND-CP): one .txt record or a .tar.gz of them, all in one transaction; what is refused is told with its reason.',
  refusals: refusalList,
  input: Type.Object(
    {
      file: FileToRead(largestRecordFile),
      /** Where the records come from, as shown beside each version; the name of the file when left out. */
      source: Maybe(Line(200)),
      /** The day from which they are in force; today when left out. */
      validFrom: Maybe(DateOnly()),
    },
    closed,
  ),
  reply: Type.Object({ import: importId, ...Counts, refused: Type.Integer() }),
})

const ImportRow = Type.Object({
  id: importId,
  at: Instant(),
  byName: Type.String(),
  fileName: Type.String(),
  source: Type.String(),
  validFrom: DateOnly(),
  ...Counts,
  refused: Type.Integer(),
})
export type ImportRow = Static<typeof ImportRow>

export const listImports = query({
  id: 'procedures.list-imports',
  path: '/procedures/imports',
  permission: 'procedures.catalogue.edit',
  summary: 'Where a file of records is handed in, and what came of the last thirty.',
  input: Type.Object({}, closed),
  reply: Type.Object({ rows: Type.Array(ImportRow), today: DateOnly() }),
})

export const showImport = query({
  id: 'procedures.show-import',
  path: '/procedures/imports/:import',
  permission: 'procedures.catalogue.edit',
  summary: 'What came of one file of records: counts, and each record refused with its reason.',
  input: Type.Object({ import: importId }, closed),
  reply: Type.Object({
    ...ImportRow.properties,
    refusals: Type.Array(Type.Object({ file: Type.String(), reason: Type.String(), detail: Type.String() })),
    unparsed: Type.Array(Type.Object({ why: Type.String(), count: Type.Integer() })),
  }),
})
