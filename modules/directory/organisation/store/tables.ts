import type { Id } from '@congso/kernel/contract'
import type { ColumnType, Generated } from 'kysely'
import type { ReachWord } from '../../domain/right.ts'
import type { Rank } from '../domain/rank.ts'

export type { Rank, ReachWord }

export type AgencyKind = 'province' | 'department' | 'centre' | 'district' | 'commune' | 'other'
export type UnitKind = 'leadership' | 'one-stop' | 'office' | 'division' | 'other'

type Dated = { valid_from: string; valid_to: string | null }
type Versioned = { version: Generated<number> }
/** Written by the database itself. */
type Computed = ColumnType<string, never, never>

/** The tables of the organisation, as the migrations make them. Dates are `yyyy-mm-dd`, moments ISO text. */
export type Tables = {
  'directory.agency': Dated &
    Versioned & {
      id: Id<'agency'>
      code: string
      name: string
      short_name: string
      kind: AgencyKind
      parent: Id<'agency'> | null
      path: Id<'agency'>[]
      admin_unit: string | null
      address: Generated<string>
      phone: Generated<string>
      search: Computed
    }
  'directory.unit': Dated &
    Versioned & {
      id: Id<'unit'>
      agency: Id<'agency'>
      parent: Id<'unit'> | null
      code: Generated<string>
      name: string
      kind: UnitKind
      sort: Generated<number>
    }
  'directory.position': Dated &
    Versioned & { id: Id<'position'>; unit: Id<'unit'>; title: string; rank: Rank; sort: Generated<number> }
  'directory.person': Versioned & {
    id: Id<'person'>
    name: string
    birth_date: string | null
    phone: Generated<string>
    email: Generated<string>
    search: Computed
  }
  'directory.holding': Dated & { id: Id<'holding'>; position: Id<'position'>; person: Id<'person'> }
  'directory.role': Versioned & {
    id: Id<'role'>
    key: string
    name: string
    name_en: string
    description: Generated<string>
    permissions: string[]
  }
  'directory.role_grant': Dated & {
    id: Id<'grant'>
    position: Id<'position'>
    role: Id<'role'>
    reach: ReachWord
  }
  'directory.delegation': {
    id: Id<'delegation'>
    position: Id<'position'>
    person: Id<'person'>
    form: 'KT.' | 'TL.' | 'TUQ.'
    permissions: string[] | null
    reason: string
    valid_from: string
    valid_to: string
    ended_at: string | null
  }
  'directory.event_name': { event: string; module: string; vi: string; en: string }
  'directory.permission': { name: string; module: string; vi: string; en: string }
  'directory.admin_unit': Dated & {
    code: string
    level: 'province' | 'district' | 'commune'
    kind: string
    name: string
    full_name: string
    parent: string | null
    source: Generated<string>
    search: Computed
  }
  'directory.admin_unit_version': Dated & {
    code: string
    kind: string
    name: string
    full_name: string
    parent: string | null
    decree: string
  }
  'directory.admin_unit_change': {
    id: Id<'admin-unit-change'>
    old_code: Generated<string>
    old_name: string
    old_district: Generated<string>
    old_province: Generated<string>
    new_code: string
    effective: string
    repaired: Generated<string>
    search: Computed
  }
  'directory.staff_sheet': {
    id: Id<'staff-sheet'>
    agency: Id<'agency'>
    /** Rows of cells; written as JSON text. */
    cells: ColumnType<string[][], string, string>
    kept_at: string
    imported_at: string | null
  }
  'directory.pub_account': { id: Id<'account'>; person: Id<'person'>; person_name: string; state: 'active' | 'closed' }
  'kernel.rights': { version: number }
}
