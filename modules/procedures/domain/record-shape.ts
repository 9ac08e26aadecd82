/** One procedure as the national portal published it: plain data, nothing added, nothing guessed. */
export type NationalRecord = {
  /** The code as printed, with the issuer suffix if there is one. */
  code: string
  /** The national part `d.dddddd`, by which records of different issuers match. */
  nationalCode: string
  decision?: string
  name: string
  levels: Level[]
  kind?: ProcedureKind
  field?: string
  steps: StepCase[]
  channels: Channel[]
  papers: Paper[]
  subjects: string[]
  agencies: Agencies
  results: string[]
  legalBasis: LegalBasis[]
  conditions?: string
  keywords: string[]
  description?: string
}

/** Who decides: ministry, province or commune (districts ended on 1 July 2025). */
export type Level = 'ministry' | 'province' | 'commune'

/** How the portal classes the procedure by the rule that sets it out. */
export type ProcedureKind = 'detailed-under-law' | 'not-assigned' | 'local-regulation' | 'central-regulation' | 'other'

/** One marked case of the steps; `title` is absent when the record marks none. Text is verbatim. */
export type StepCase = { title?: string; text: string }

export type ChannelKind = 'direct' | 'online' | 'postal'

/** A way of filing. `times[i]` is row i of the portal; `fees[].rows` names the rows that carried the fee. */
export type Channel = { channel: ChannelKind; times: TimeLimit[]; fees: FeeLine[] }

export type TimeUnit = 'working-day' | 'calendar-day' | 'working-hour' | 'month' | 'year'

/** A length of time as law states it. Days may be fractions (quarters occur). */
export type Duration = { amount: number; unit: TimeUnit }

/**
 * One time row. `published` is the row's value verbatim, `note` its description verbatim ('' if none).
 * `unreadable` carries neither amount nor unit: a person must read the text.
 */
export type TimeLimit = {
  amount?: number
  unit?: TimeUnit
  reading: 'published' | 'read-from-text' | 'unreadable'
  published: string
  note: string
  /** The text promises the result within the day of filing. */
  sameDay?: true
  /** After this hour of filing the same-day promise moves to the next working day. */
  sameDayUntilHour?: number
  /** What the note says when it says something other than the published value. */
  contradiction?: Duration
}

/**
 * How the amount was read. `published`: a plausible amount in đồng. `free`: published as 0 and nothing says otherwise.
 * `in-text`: no amount, the text has it. `doubtful`: an amount that is not đồng or that its own text contradicts.
 */
export type FeeReading = 'published' | 'free' | 'in-text' | 'doubtful'

/** One fee row. `amount` is đồng and present only for `published` and `free`; `published` is the row's own number. */
export type FeeLine = {
  amount?: number
  published?: number
  text: string
  reading: FeeReading
  /** The text gives other amounts, a share or a range: the amount alone must not be charged unseen. */
  varies: boolean
  /** Rows of the channel that carried it, one entry per occurrence. */
  rows: number[]
}

/** `submit` is handed in, `show` is only shown, `note` asks for no paper. */
export type PaperKind = 'submit' | 'show' | 'note'

/** One line of the list of required papers; name verbatim. */
export type Paper = {
  group?: string
  /** The text does not mark where its last group ends, so the line may stand outside every group. */
  groupUncertain?: true
  name: string
  kind: PaperKind
  originals: number
  copies: number
  /** The form's number as the name prints it. */
  form?: string
  link?: string
}

export type Agencies = {
  performing: string[]
  competent: string[]
  authorised: string[]
  coordinating: string[]
  receivingAddress?: string
}

export type LegalBasis = { title: string; number?: string }

/** Text that was kept but not (wholly) understood, for a person to look at. */
export type Unparsed = { section: SectionKey; text: string; why: UnparsedReason }

export type UnparsedReason =
  | 'time-unreadable'
  | 'time-contradicted'
  | 'hours-may-be-clock-hours'
  | 'fee-in-text'
  | 'fee-doubtful'
  | 'unknown-channel'
  | 'unknown-level'
  | 'unknown-kind'
  | 'unknown-name'
  | 'list-kept-whole'
  | 'quantity-missing'
  | 'unusual-code'
  | 'name-on-several-lines'
  | 'number-missing'
  | 'label-repeated'
  | 'section-missing'
  | 'stray-text'

/** The sections of a record in the portal's order. */
export type SectionKey =
  | 'code'
  | 'decision'
  | 'name'
  | 'levels'
  | 'kind'
  | 'field'
  | 'steps'
  | 'channels'
  | 'papers'
  | 'subjects'
  | 'performing'
  | 'competent'
  | 'receivingAddress'
  | 'authorised'
  | 'coordinating'
  | 'results'
  | 'legalBasis'
  | 'conditions'
  | 'keywords'
  | 'description'

export type RefusalReason =
  | 'empty'
  | 'not-text'
  | 'too-large'
  | 'not-a-record'
  | 'truncated'
  | 'sections-out-of-order'
  | 'section-missing'
  | 'code-malformed'
  | 'code-differs-from-file-name'
  | 'name-missing'
