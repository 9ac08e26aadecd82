import { localDate, notFound, type Id, type InputOf, type ReplyOf } from '@congso/kernel/contract'
import { tables, type Ctx } from '@congso/kernel/server'
import { sql } from 'kysely'
import type {
  findPeople as peopleEndpoint,
  showAccount as endpoint,
  showNewAccount as newEndpoint,
} from '../contract/administration.ts'
import type { showPolicy as policyEndpoint, showSetUp as setUpEndpoint } from '../contract/house.ts'
import { fold } from '@congso/kernel/contract'
import { suggestUserName } from '../../domain/user-name.ts'
import { deviceName } from '../domain/device.ts'
import { lockoutOf } from '../domain/sign-in-policy.ts'
import { callerOf } from '../store/caller.ts'
import { signInPolicy, writtenSignInPolicy } from '../store/policy.ts'
import { lockedUntil } from './list-accounts.ts'
import { livingSessions } from './living-sessions.ts'
import { personForAccount, takenNames } from './person-for-account.ts'
import { accountInReach, isPersonWithin } from './reach.ts'

const permission = 'directory.account.edit'

/** An account with its sessions and the last hundred things that happened to it. */
export async function showAccount(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<ReplyOf<typeof endpoint>> {
  const id = input.account
  const [reach, facts, positions, sessions, log, policy] = await Promise.all([
    accountInReach(ctx.db, id, ctx.scope(permission), ctx.now),
    factsOf(ctx, id),
    positionsOf(ctx, id),
    livingSessions(ctx.db, id, callerOf(ctx).session, ctx.now),
    logOf(ctx, id),
    signInPolicy(ctx.db),
  ])
  if (!reach || !facts) return notFound()
  const { failed, ...rest } = facts
  return {
    ...rest,
    account: id,
    person: reach.person,
    name: reach.name,
    own: ctx.actor.account === id,
    changeable: reach.changeable,
    lockedUntil: lockedUntil(failed, lockoutOf(policy), ctx.now),
    failures: failed?.length ?? 0,
    identities: policy.oidcIssuer !== '',
    positions,
    sessions,
    log,
  }
}

type Facts = {
  userName: string
  state: 'active' | 'closed'
  failed: string[] | null
  mustChange: boolean
  passwordAt: string | null
  totp: boolean
  passkeys: number
  recoveryLeft: number
  demanded: boolean
  lastSignInAt: string | null
  oidcIssuer: string | null
  oidcSubject: string | null
}

async function factsOf(ctx: Ctx, id: Id<'account'>): Promise<Facts | undefined> {
  const found = await sql<Facts>`
    select a.user_name as "userName", a.state, to_jsonb(w.failed_at) as failed, a.must_change as "mustChange",
      a.password_at as "passwordAt", a.totp_secret is not null as totp, cardinality(a.recovery_hashes) as "recoveryLeft",
      (select count(*) from directory.passkey k where k.account = a.id) as passkeys, a.second_factor_demanded as demanded,
      a.last_sign_in_at as "lastSignInAt", a.oidc_issuer as "oidcIssuer", a.oidc_subject as "oidcSubject"
    from directory.account a
    left join directory.sign_in_guard w on w.name_hash = sha256(convert_to(a.user_name, 'UTF8'))
    where a.id = ${id}`.execute(tables<unknown>(ctx.db))
  return found.rows[0]
}

type PositionLine = ReplyOf<typeof endpoint>['positions'][number]

async function positionsOf(ctx: Ctx, id: Id<'account'>): Promise<PositionLine[]> {
  const today = localDate(ctx.now)
  const found = await sql<PositionLine>`
    select p.id as position, p.title, p.unit_name as "unitName", g.name as "agencyName"
    from directory.account a join directory.pub_position p on p.person = a.person join directory.agency g on g.id = p.agency
    where a.id = ${id} and p.held_from <= ${today}::date and (p.held_to is null or p.held_to > ${today}::date)
    order by p.sort, p.id`.execute(tables<unknown>(ctx.db))
  return found.rows
}

type LogLine = ReplyOf<typeof endpoint>['log'][number]

/** The journal about the account, newest first. Level-3 rules want source, account, time and action to be readable. */
async function logOf(ctx: Ctx, id: Id<'account'>): Promise<LogLine[]> {
  const found = await sql<LogLine>`
    select j.at, j.event, coalesce(j.data ->> 'reason', j.data ->> 'why', j.data ->> 'how', j.data ->> 'second', j.data ->> 'method') as reason,
      n.name as by, coalesce(j.personal ->> 'address', '') as address, coalesce(j.personal ->> 'device', '') as device
    from kernel.journal j
    left join directory.account b on b.id = j.account left join directory.person n on n.id = b.person
    where j.subject = ${id} order by j.id desc limit 100`.execute(tables<unknown>(ctx.db))
  return found.rows.map(row => ({ ...row, device: deviceName(row.device) }))
}

/** The form for a new account, with the person and a free user name when a person is named. */
export async function showNewAccount(
  ctx: Ctx,
  input: InputOf<typeof newEndpoint>,
): Promise<ReplyOf<typeof newEndpoint>> {
  const person = input.person
  const found = person && (await personForAccount(ctx.db, person, ctx.scope(permission), ctx.now))
  if (!person || !found || found.hasAccount) return { person: null, suggestion: '' }
  const taken = await takenNames(ctx.db)
  return {
    person: { value: person, label: found.name },
    suggestion: suggestUserName(found.name, one => taken.has(one)) ?? '',
  }
}

/** People within reach who have no account, the ten best known by name. */
export async function findPeople(
  ctx: Ctx,
  input: InputOf<typeof peopleEndpoint>,
): Promise<ReplyOf<typeof peopleEndpoint>> {
  const pattern = `%${fold(input.q ?? '').replace(/[\\%_]/g, '\\$&')}%`
  const today = localDate(ctx.now)
  const found = await sql<ReplyOf<typeof peopleEndpoint>[number]>`
    select n.id as value, n.name as label, coalesce(
      (select p.title || ' · ' || p.unit_name from directory.pub_position p where p.person = n.id and p.held_from <= ${today}::date
         and (p.held_to is null or p.held_to > ${today}::date) order by p.sort limit 1), '') as note
    from directory.person n
    where n.search like ${pattern} and not exists (select from directory.account a where a.person = n.id)
      and ${isPersonWithin(ctx.scope(permission), sql`n.id`, ctx.now)}
    order by n.name limit 10`.execute(tables<unknown>(ctx.db))
  return found.rows
}

/** What this installation asks of signing in. */
export async function showPolicy(ctx: Ctx): Promise<ReplyOf<typeof policyEndpoint>> {
  return { ...(await writtenSignInPolicy(ctx.db)) }
}

/** Whether the first set-up is still open. */
export async function showSetUp(ctx: Ctx): Promise<ReplyOf<typeof setUpEndpoint>> {
  const found = await sql<{ open: boolean }>`select not exists (select from directory.account) as open`.execute(
    tables<unknown>(ctx.db),
  )
  return { open: found.rows[0]?.open ?? false }
}
