import { Maybe, OneOf, Type } from '@congso/kernel/contract'
import { channels, paperKinds } from './words.ts'

export const levels = ['ministry', 'province', 'commune'] as const
export const procedureKinds = [
  'detailed-under-law',
  'not-assigned',
  'local-regulation',
  'central-regulation',
  'other',
] as const
export const onlineLevels = ['full', 'partial', 'information-only'] as const

const TimeUnit = OneOf(['working-day', 'calendar-day', 'working-hour', 'month', 'year'] as const)
const Texts = Type.Array(Type.String())

const TimeRow = Type.Object({
  amount: Maybe(Type.Number()),
  unit: Maybe(TimeUnit),
  /** How amount and unit were found; an unreadable row carries neither, and its text decides. */
  reading: OneOf(['published', 'read-from-text', 'unreadable'] as const),
  published: Type.String(),
  note: Type.String(),
  sameDay: Maybe(Type.Literal(true)),
  sameDayUntilHour: Maybe(Type.Integer()),
  contradiction: Maybe(Type.Object({ amount: Type.Number(), unit: TimeUnit })),
})
const FeeRow = Type.Object({
  amount: Maybe(Type.Number()),
  published: Maybe(Type.Number()),
  text: Type.String(),
  reading: OneOf(['published', 'free', 'in-text', 'doubtful'] as const),
  varies: Type.Boolean(),
  /** The time rows that carried it. */
  rows: Type.Array(Type.Integer()),
})
const Paper = Type.Object({
  group: Maybe(Type.String()),
  groupUncertain: Maybe(Type.Literal(true)),
  name: Type.String(),
  kind: OneOf(paperKinds),
  originals: Type.Integer(),
  copies: Type.Integer(),
  form: Maybe(Type.String()),
  link: Maybe(Type.String()),
})

/** A record as the national portal published it, read but not changed. */
export const RecordView = Type.Object({
  code: Type.String(),
  nationalCode: Type.String(),
  decision: Maybe(Type.String()),
  name: Type.String(),
  levels: Type.Array(OneOf(levels)),
  kind: Maybe(OneOf(procedureKinds)),
  field: Maybe(Type.String()),
  steps: Type.Array(Type.Object({ title: Maybe(Type.String()), text: Type.String() })),
  channels: Type.Array(Type.Object({ channel: OneOf(channels), times: Type.Array(TimeRow), fees: Type.Array(FeeRow) })),
  papers: Type.Array(Paper),
  subjects: Texts,
  agencies: Type.Object({
    performing: Texts,
    competent: Texts,
    authorised: Texts,
    coordinating: Texts,
    receivingAddress: Maybe(Type.String()),
  }),
  results: Texts,
  legalBasis: Type.Array(Type.Object({ title: Type.String(), number: Maybe(Type.String()) })),
  conditions: Maybe(Type.String()),
  keywords: Texts,
  description: Maybe(Type.String()),
})

/** A passage left to a person: where it stands, its text verbatim, and why. */
export const UnparsedView = Type.Object({ section: Type.String(), text: Type.String(), why: Type.String() })

/** A field in which two versions differ: the entries that went and those that came. */
export const ChangeView = Type.Object({ field: Type.String(), before: Texts, after: Texts })
