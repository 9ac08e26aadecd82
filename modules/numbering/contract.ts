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
  refusals,
  Type,
  type Static,
} from '@congso/kernel/contract'

/** How often a series starts counting again. */
export const resets = ['never', 'yearly', 'daily'] as const
export type Reset = (typeof resets)[number]

export const { refuse, list: refusalList } = refusals('numbering', [
  'pattern-malformed',
  'pattern-unknown-part',
  'pattern-number-once',
  'pattern-needs-agency',
  'pattern-not-dossier-code',
  'series-exists',
  'series-missing',
  'series-ended',
  'change-too-early',
  'end-too-early',
  'already-voided',
  'text-taken',
] as const)

const patternRefusals = [
  'numbering.pattern-malformed',
  'numbering.pattern-unknown-part',
  'numbering.pattern-number-once',
  'numbering.pattern-needs-agency',
  'numbering.pattern-not-dossier-code',
]

const strict = { additionalProperties: false }
const Kind = () => Type.String({ minLength: 2, maxLength: 40, pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$' })
const Pattern = () => Line(80)
const First = () => Type.Integer({ minimum: 1, maximum: 999_999_999 })
const Version = () => Type.Integer({ minimum: 1 })

export const SchemeView = Type.Object({
  validFrom: DateOnly(),
  pattern: Type.String(),
  reset: OneOf(resets),
  first: Type.Integer(),
})
export type SchemeView = Static<typeof SchemeView>

export const SeriesLine = Type.Object({
  id: IdOf<'series'>(),
  kind: Type.String(),
  name: Type.String(),
  agency: OrNull(IdOf<'agency'>()),
  agencyName: Type.String(),
  agencyCode: Type.String(),
  validFrom: DateOnly(),
  validTo: OrNull(DateOnly()),
  version: Version(),
  /** The scheme in force today; null before the series begins. */
  scheme: OrNull(SchemeView),
  /** What the next number of today would be; null when the series gives none today. */
  next: OrNull(Type.String()),
})
export type SeriesLine = Static<typeof SeriesLine>

/** How a pattern would read today, before it is saved; `fault` says why it cannot be used. */
export const TrialView = Type.Object({
  pattern: Type.String(),
  examples: Type.Array(Type.String()),
  fault: OrNull(Type.Object({ code: Type.String(), part: Type.String() })),
})
export type TrialView = Static<typeof TrialView>

export const listSeries = query({
  id: 'numbering.list-series',
  path: '/numbering',
  permission: 'numbering.series.read',
  summary: 'Number series of the agencies the reader may see, each with its next number; pages by key.',
  input: Type.Object(
    { q: Maybe(Type.String({ maxLength: 100 })), kind: Maybe(Kind()), after: Maybe(IdOf<'series'>()) },
    strict,
  ),
  reply: Type.Object({
    series: Type.Array(SeriesLine),
    kinds: Type.Array(Type.String()),
    after: OrNull(IdOf<'series'>()),
    mayDefine: Type.Boolean(),
  }),
})

export const newSeries = query({
  id: 'numbering.new-series',
  path: '/numbering/new',
  permission: 'numbering.series.edit',
  summary:
    'What is needed to define a series: the agencies it may be for, and how a pattern given for trial would read.',
  input: Type.Object({ pattern: Maybe(Pattern()) }, strict),
  reply: Type.Object({
    agencies: Type.Array(Type.Object({ id: IdOf<'agency'>(), name: Type.String(), code: Type.String() })),
    mayShare: Type.Boolean(),
    today: DateOnly(),
    trial: OrNull(TrialView),
  }),
})

export const openSeries = query({
  id: 'numbering.open-series',
  path: '/numbering/series/:series',
  permission: 'numbering.series.read',
  summary: 'One series: its schemes by date, its next number, and how a pattern given for trial would read.',
  input: Type.Object({ series: IdOf<'series'>(), pattern: Maybe(Pattern()) }, strict),
  reply: Type.Object({
    series: SeriesLine,
    schemes: Type.Array(SchemeView),
    lastIssuedOn: OrNull(DateOnly()),
    /** The earliest day from which the series may be changed or ended. */
    changeFrom: DateOnly(),
    mayEdit: Type.Boolean(),
    trial: OrNull(TrialView),
  }),
})

export const defineSeries = command({
  id: 'numbering.define-series',
  path: '/numbering/series',
  permission: 'numbering.series.edit',
  summary: 'Defines a series of one kind for one agency, or for all of them, from a date on.',
  refusals: [...patternRefusals, 'numbering.series-exists'],
  input: Type.Object(
    {
      kind: Kind(),
      agency: Maybe(IdOf<'agency'>()),
      name: Maybe(Line(120)),
      pattern: Pattern(),
      reset: OneOf(resets),
      first: First(),
      validFrom: DateOnly(),
    },
    strict,
  ),
  reply: Type.Object({ series: IdOf<'series'>() }),
})

export const changeSeries = command({
  id: 'numbering.change-series',
  path: '/numbering/series/:series/change',
  permission: 'numbering.series.edit',
  summary: 'Gives a series another pattern or reset from a date on; numbers already issued stay as they are.',
  refusals: [...patternRefusals, 'numbering.change-too-early', 'numbering.series-ended'],
  input: Type.Object(
    {
      series: IdOf<'series'>(),
      version: Version(),
      from: DateOnly(),
      name: Maybe(Line(120)),
      pattern: Pattern(),
      reset: OneOf(resets),
      first: First(),
    },
    strict,
  ),
  reply: Type.Object({ series: IdOf<'series'>(), from: DateOnly() }),
})

export const endSeries = command({
  id: 'numbering.end-series',
  path: '/numbering/series/:series/end',
  permission: 'numbering.series.edit',
  summary: 'Ends a series: from the given day on it gives no numbers.',
  refusals: ['numbering.end-too-early', 'numbering.series-ended'],
  input: Type.Object({ series: IdOf<'series'>(), version: Version(), from: DateOnly() }, strict),
  reply: Type.Object({ series: IdOf<'series'>() }),
})

export const NumberLine = Type.Object({
  period: Type.String(),
  value: Type.Integer(),
  text: Type.String(),
  at: Instant(),
  voidedAt: OrNull(Instant()),
  voidReason: OrNull(Type.String()),
})
export type NumberLine = Static<typeof NumberLine>

export const listNumbers = query({
  id: 'numbering.list-numbers',
  path: '/numbering/series/:series/numbers',
  permission: 'numbering.series.read',
  summary:
    'The register of numbers a series has given, newest first; by period and by how a number begins; pages by key.',
  input: Type.Object(
    {
      series: IdOf<'series'>(),
      period: Maybe(Type.String({ maxLength: 10 })),
      q: Maybe(Type.String({ maxLength: 80 })),
      voided: Maybe(Type.Boolean()),
      after: Maybe(Type.String({ maxLength: 40, pattern: '^[a-z0-9-]+_[0-9]+$' })),
    },
    strict,
  ),
  reply: Type.Object({
    series: SeriesLine,
    periods: Type.Array(Type.Object({ period: Type.String(), last: Type.Integer() })),
    numbers: Type.Array(NumberLine),
    after: OrNull(Type.String()),
    mayVoid: Type.Boolean(),
  }),
})

export const exportNumbers = query({
  id: 'numbering.export-numbers',
  path: '/numbering/series/:series/numbers.csv',
  permission: 'numbering.series.read',
  summary: 'Exactly the numbers that a filter of the register shows, newest first, as CSV; at most 50,000.',
  input: Type.Object(
    {
      series: IdOf<'series'>(),
      period: Maybe(Type.String({ maxLength: 10 })),
      q: Maybe(Type.String({ maxLength: 80 })),
      voided: Maybe(Type.Boolean()),
      lang: Maybe(OneOf(['vi', 'en'])),
    },
    strict,
  ),
  reply: Download,
})

export const openNumber = query({
  id: 'numbering.open-number',
  path: '/numbering/series/:series/numbers/:period/:value',
  permission: 'numbering.series.read',
  summary: 'One number of a register, with the reason if it was voided.',
  input: Type.Object(
    { series: IdOf<'series'>(), period: Type.String({ maxLength: 10 }), value: Type.Integer() },
    strict,
  ),
  reply: Type.Object({ series: SeriesLine, number: NumberLine, mayVoid: Type.Boolean() }),
})

export const voidNumber = command({
  id: 'numbering.void-number',
  path: '/numbering/series/:series/numbers/:period/:value/void',
  permission: 'numbering.number.void',
  summary: 'Voids a number with a reason; it stays in the register and is never given again.',
  refusals: ['numbering.already-voided'],
  input: Type.Object(
    { series: IdOf<'series'>(), period: Type.String({ maxLength: 10 }), value: Type.Integer(), reason: Line(500) },
    strict,
  ),
  reply: Type.Object({ text: Type.String() }),
})
