import { DateOnly, Download, IdOf, Instant, Maybe, OneOf, OrNull, query, refusals, Type } from '@congso/kernel/contract'
import type { Static } from '@congso/kernel/contract'

export const { refuse, list: refusalList } = refusals('reports', ['period-wrong'] as const)

export const groupings = ['agency', 'unit', 'field', 'procedure', 'channel', 'officer', 'month', 'week'] as const

/** Why a period cannot be counted: no such day, an end before its beginning, longer than ten years. */
export const periodProblems = ['from', 'to', 'order', 'long'] as const

/** What one line of a casework report counts. carried + received = resolved + refused + withdrawn + stopped + declined + pending. */
export const Counts = Type.Object({
  carried: Type.Integer(),
  received: Type.Integer(),
  resolved: Type.Integer(),
  resolvedEarly: Type.Integer(),
  resolvedOnTime: Type.Integer(),
  resolvedLate: Type.Integer(),
  refused: Type.Integer(),
  withdrawn: Type.Integer(),
  stopped: Type.Integer(),
  declined: Type.Integer(),
  /** Refused, withdrawn, stopped and declined together. */
  ended: Type.Integer(),
  pending: Type.Integer(),
  pendingInTime: Type.Integer(),
  pendingOverdue: Type.Integer(),
  /** Filed online, of those received. */
  online: Type.Integer(),
  /** Filed online, of all received, in per cent with one decimal; null when nothing was received. */
  onlineShare: OrNull(Type.Number()),
  /** Resolved early or on time, of all resolved, in per cent with one decimal; null when nothing was resolved. */
  onTimeShare: OrNull(Type.Number()),
  /** Whether the identity above holds for this line. */
  balanced: Type.Boolean(),
})
export type Counts = Static<typeof Counts>

const input = Type.Object(
  {
    /** The period's days as typed; `problems` says what is wrong with them, and then nothing is counted. */
    from: Maybe(Type.String({ maxLength: 40 })),
    to: Maybe(Type.String({ maxLength: 40 })),
    by: Maybe(OneOf(groupings)),
    agency: Maybe(IdOf<'agency'>()),
    unit: Maybe(IdOf<'unit'>()),
    field: Maybe(Type.String({ maxLength: 200 })),
    channel: Maybe(OneOf(['direct', 'online', 'postal'] as const)),
    compare: Maybe(OneOf(['previous', 'none'] as const)),
  },
  { additionalProperties: false },
)

export const Line = Type.Object({ key: Type.String(), name: Type.String(), counts: Counts })

/** Casework of a period by one grouping; every number can be opened in the register with `report=<figure>`. */
export const caseworkReport = query({
  id: 'reports.casework',
  path: '/reports/casework',
  permission: 'reports.casework.read',
  summary:
    'Received, carried over, resolved early, on time and late, pending in time and overdue, by the chosen grouping.',
  input,
  reply: Type.Object({
    from: DateOnly(),
    to: DateOnly(),
    by: OneOf(groupings),
    problems: Type.Array(OneOf(periodProblems)),
    asOf: Instant(),
    title: Type.String(),
    total: Counts,
    previous: OrNull(Type.Object({ from: DateOnly(), to: DateOnly(), total: Counts })),
    lines: Type.Array(Line),
    /** Received and resolved over the period's weeks (or months, when it is long). */
    course: Type.Array(
      Type.Object({ from: DateOnly(), to: DateOnly(), received: Type.Integer(), resolved: Type.Integer() }),
    ),
    agencies: Type.Array(Type.Object({ id: IdOf<'agency'>(), name: Type.String() })),
    units: Type.Array(Type.Object({ id: IdOf<'unit'>(), name: Type.String() })),
    fields: Type.Array(Type.String()),
    filter: Type.Object({
      agency: OrNull(IdOf<'agency'>()),
      unit: OrNull(IdOf<'unit'>()),
      field: OrNull(Type.String()),
      channel: OrNull(Type.String()),
      compare: Type.Boolean(),
    }),
  }),
})

/** The same report as a spreadsheet. */
export const caseworkReportSheet = query({
  id: 'reports.casework-sheet',
  path: '/reports/casework.xlsx',
  permission: 'reports.casework.read',
  summary: 'The casework report exactly as shown, as XLSX.',
  input: Type.Object(
    { ...input.properties, lang: Maybe(OneOf(['vi', 'en'] as const)) },
    { additionalProperties: false },
  ),
  refusals: refusalList,
  reply: Download,
})
