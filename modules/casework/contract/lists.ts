import { DateOnly, Download, IdOf, Maybe, OneOf, OrNull, query, Type } from '@congso/kernel/contract'
import { closed, DossierRow, listFilter, positionId } from './words.ts'

export const deskViews = ['mine', 'unit', 'waiting', 'return', 'elsewhere'] as const
const Counts = Type.Record(Type.String(), Type.Integer())

/** Work that is mine or my unit's, by urgency; every count is a filter. */
export const desk = query({
  id: 'casework.desk',
  path: '/desk',
  permission: 'casework.dossier.read',
  summary: 'The work list of the signed-in position, most urgent first.',
  input: Type.Object({ view: Maybe(OneOf(deskViews)), ...listFilter }, closed),
  reply: Type.Object({
    view: OneOf(deskViews),
    counts: Counts,
    rows: Type.Array(DossierRow),
    total: Type.Integer(),
    /** Of the filtered list, by the promise; `hold` are those whose clock stands. Where urgency does not order the list all of them are `later`. */
    urgency: Type.Object({ late: Type.Integer(), today: Type.Integer(), later: Type.Integer(), hold: Type.Integer() }),
    next: OrNull(Type.String()),
    fields: Type.Array(Type.String()),
    mayReceive: Type.Boolean(),
    mayAssign: Type.Boolean(),
    colleagues: Type.Array(
      Type.Object({ position: positionId, name: Type.String(), title: Type.String(), open: Type.Integer() }),
    ),
  }),
})

export const dossierSorts = ['due', 'received', 'code'] as const
const registerInput = Type.Object(
  {
    ...listFilter,
    status: Maybe(OneOf(['open', 'decided', 'returned', 'ended', 'all'] as const)),
    sort: Maybe(OneOf(dossierSorts)),
    agency: Maybe(IdOf<'agency'>()),
    /** As reports group: exactly this agency, the unit that handles the procedure, whoever appraised the dossier, days of receipt. */
    onlyAgency: Maybe(IdOf<'agency'>()),
    handlingUnit: Maybe(Type.Union([IdOf<'unit'>(), Type.Literal('none')])),
    officer: Maybe(Type.Union([positionId, Type.Literal('none')])),
    receivedFrom: Maybe(DateOnly()),
    receivedTo: Maybe(DateOnly()),
    /** Opened from a report: the same period and count as there. */
    report: Maybe(Type.String({ maxLength: 40 })),
  },
  closed,
)

/** Every dossier the actor may see, by anything printed on the receipt. */
export const dossierRegister = query({
  id: 'casework.register',
  path: '/dossiers',
  permission: 'casework.dossier.read',
  summary: 'Dossiers by filter and accent-free search, with a count.',
  input: registerInput,
  reply: Type.Object({
    rows: Type.Array(DossierRow),
    total: Type.Integer(),
    totalIsExact: Type.Boolean(),
    next: OrNull(Type.String()),
    fields: Type.Array(Type.String()),
  }),
})

/** Exactly what the filter shows, as a spreadsheet. */
export const exportRegister = query({
  id: 'casework.export-register',
  path: '/dossiers.xlsx',
  permission: 'casework.dossier.read',
  summary: 'The filtered dossiers as XLSX, at most 50,000 rows; with `view` the rows of that view of the desk.',
  input: Type.Object(
    { ...registerInput.properties, view: Maybe(OneOf(deskViews)), lang: Maybe(OneOf(['vi', 'en'] as const)) },
    closed,
  ),
  reply: Download,
})

/** The same dossiers as an event log, for process mining. */
export const registerLog = query({
  id: 'casework.register-log',
  path: '/dossiers.xes.gz',
  permission: 'casework.dossier.read',
  summary:
    'The filtered dossiers as an event log (XES, IEEE 1849-2016, packed with gzip): their steps by the titles of positions, nobody by name.',
  refusals: ['casework.log-too-long'],
  input: registerInput,
  reply: Download,
})
