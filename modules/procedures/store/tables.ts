import type { Id } from '@congso/kernel/contract'
import type { ColumnType, Generated } from 'kysely'
import type { RefusedRecord } from '../domain/import-plan.ts'
import type { ProcessDefinition } from '../domain/process.ts'
import type { Level, NationalRecord, ProcedureKind, Unparsed } from '../domain/record-shape.ts'
import type { OnlineLevel } from '../domain/online-level.ts'
import type { Channel, LimitUnit, OfferCase, OfferFee, OfferPaper } from '../domain/offer-terms.ts'

/** Read as a value, written as JSON text. */
type Json<T> = ColumnType<T, string, string>
/** Numeric columns come back as text, so that no digit is lost. */
type Numeric = ColumnType<string, number, number>
/** Written by the database itself. */
type Computed<T> = ColumnType<T, never, never>

/** The tables of the catalogue, as the migrations make them. Dates are `yyyy-mm-dd`, moments ISO text. */
export type Tables = {
  'procedures.procedure': {
    id: Id<'procedure'>
    code: string
    current: Id<'version'> | null
    withdrawn_at: string | null
  }
  'procedures.import': {
    id: Id<'import'>
    at: string
    by_account: Id<'account'> | null
    file_name: string
    source: string
    valid_from: string
    imported: number
    changed: number
    unchanged: number
    refused: Json<RefusedRecord[]>
    unparsed: Json<Record<string, number>>
  }
  'directory.pub_account': { id: Id<'account'>; person_name: string }
  'procedures.version': {
    id: Id<'version'>
    procedure: Id<'procedure'>
    no: number
    full_code: string
    name: string
    field: string
    levels: Level[]
    kind: Generated<ProcedureKind | ''>
    decision: Generated<string>
    online_level: Generated<OnlineLevel | ''>
    content: Json<NationalRecord>
    unparsed: Json<Unparsed[]>
    unread: Computed<number>
    content_hash: string
    source: string
    valid_from: string
    valid_to: string | null
    imported_at: string
    search: Computed<string>
    initials: string
  }
  'procedures.process': {
    id: Id<'process'>
    line: string
    no: number
    name: string
    agency: Id<'agency'> | null
    definition: Json<ProcessDefinition>
    total_hours: ColumnType<string | null, number | null, number | null>
    state: 'draft' | 'published' | 'retired'
    published_at: string | null
    valid_from: string | null
    decision: Generated<string>
    version: Generated<number>
  }
  'procedures.offer': {
    id: Id<'offer'>
    agency: Id<'agency'>
    procedure: Id<'procedure'>
    version: Id<'version'>
    process: Id<'process'>
    handling_unit: Id<'unit'> | null
    limit_amount: Numeric
    limit_unit: LimitUnit
    cut_off: string
    due_time: 'hour-of-receipt' | 'end-of-day'
    after_pause: 'restart' | 'pause-and-extend'
    cases: Json<OfferCase[]>
    papers: Json<OfferPaper[]>
    fees: Json<OfferFee[]>
    channels: Channel[]
    open: boolean
    valid_from: string
    valid_to: string | null
    revision: number
  }
}
