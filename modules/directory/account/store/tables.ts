import type { Id } from '@congso/kernel/contract'
import type { ColumnType, Generated } from 'kysely'

/** A column of json: read as a value, written as its text. */
type Json = ColumnType<unknown, string, string>

/** The tables of accounts and sessions, as the migrations make them. Moments are ISO text. */
export type Tables = {
  'directory.account': {
    id: Id<'account'>
    person: Id<'person'>
    user_name: string
    state: Generated<'active' | 'closed'>
    password_hash: string | null
    password_at: string | null
    must_change: Generated<boolean>
    previous_hashes: Generated<string[]>
    totp_secret: string | null
    totp_pending: string | null
    totp_step: number | null
    recovery_hashes: Generated<string[]>
    oidc_issuer: string | null
    oidc_subject: string | null
    position: Id<'position'> | null
    second_factor_demanded: Generated<boolean>
    last_sign_in_at: string | null
    version: Generated<number>
  }
  'directory.passkey': {
    id: string
    account: Id<'account'>
    public_key: Buffer
    counter: number
    transports: string[]
    name: string
    created_at: string
    used_at: string | null
  }
  'directory.challenge': {
    id: Id<'challenge'>
    kind: string
    account: Id<'account'> | null
    data: Json
    expires_at: string
  }
  'directory.person': { id: Id<'person'>; name: string; version: Generated<number> }
  'kernel.session': {
    token_hash: Buffer
    id: Id<'session'>
    account: Id<'account'>
    position: Id<'position'> | null
    created_at: string
    seen_at: string
    expires_at: string
    idle_seconds: number
    ended_at: string | null
    ended_why: string | null
    device: Generated<string>
    address: Generated<string>
    actor: ColumnType<unknown, string | null, string | null>
    actor_until: string | null
    rights_version: Generated<number>
  }
  'kernel.rights': { version: number }
  'kernel.setting': { name: string; value: Json }
}
