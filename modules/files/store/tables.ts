import type { Id } from '@congso/kernel/contract'
import type { ScanState } from '../contract.ts'

export type Tables = {
  'files.file': {
    id: Id<'file'>
    sha256: string
    name: string
    type: string
    size: number
    owner_kind: string
    owner: string
    agency: Id<'agency'> | null
    title: string
    created_at: string
    created_by: Id<'account'> | null
    scan_state: ScanState
    removed_at: string | null
    removed_by: Id<'account'> | null
    remove_reason: string | null
  }
  'directory.pub_account': { id: Id<'account'>; person: string; person_name: string; state: string }
}
