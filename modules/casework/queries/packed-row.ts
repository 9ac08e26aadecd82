import type { RawRow } from './dossier-rows.ts'

/** A row as a list of its values in the order of {@link packed}: names repeated fifty times cost more than the values. */
export type PackedRow = Values<typeof packed>
type Values<Names> = {
  -readonly [Index in keyof Names]: Names[Index] extends keyof RawRow ? RawRow[Names[Index]] : never
}

/** The columns of the dossier itself. */
export const ownColumns = [
  'id',
  'code',
  'procedure_name',
  'field',
  'channel',
  'state',
  'applicant_name',
  'applicant_id_tail',
  'step_name',
  'assignee',
  'agency',
  'received_at',
  'due_at',
  'finished_at',
  'returned_at',
  'paused_since',
  'result_no',
  'version',
] as const
const packed = [...ownColumns, 'unit_name', 'agency_name', 'assignee_name'] as const

/** A packed row with its names again. */
export function unpacked(values: PackedRow): RawRow {
  const [id, code, procedure_name, field, channel, state, applicant_name, applicant_id_tail, step_name, ...rest] =
    values
  const [assignee, agency, received_at, due_at, finished_at, returned_at, paused_since, result_no, version, ...names] =
    rest
  const [unit_name, agency_name, assignee_name] = names
  return {
    id,
    code,
    procedure_name,
    field,
    channel,
    state,
    applicant_name,
    applicant_id_tail,
    step_name,
    assignee,
    agency,
    received_at,
    due_at,
    finished_at,
    returned_at,
    paused_since,
    result_no,
    version,
    unit_name,
    agency_name,
    assignee_name,
  }
}
