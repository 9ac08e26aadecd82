import { fold, iso, localDate, type Id, type InputOf, type ReplyOf } from '@congso/kernel/contract'
import { tables, type Ctx } from '@congso/kernel/server'
import { sql, type RawBuilder } from 'kysely'
import { decideSignIn, type LockoutPolicy } from '../../domain/lockout.ts'
import type { listAccounts as endpoint } from '../contract/administration.ts'
import { lockoutOf } from '../domain/sign-in-policy.ts'
import { signInPolicy } from '../store/policy.ts'
import { isPersonSeen } from './reach.ts'

const pageSize = 50

/** Accounts within reach, in the order of user names, from the one after the last shown. */
export async function listAccounts(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<ReplyOf<typeof endpoint>> {
  const lockout = lockoutOf(await signInPolicy(ctx.db))
  const seen = isPersonSeen(ctx.scope('directory.account.edit'), sql`a.person`)
  const matches = sql<boolean>`${seen} and ${textMatches(input.q)}`
  const [rows, counts] = await Promise.all([
    page(ctx, sql<boolean>`${matches} and ${stateMatches(input.state, lockout, ctx.now)}`, input.after),
    countStates(ctx, matches, stateMatches(input.state, lockout, ctx.now)),
  ])
  const shown = rows.slice(0, pageSize)
  return {
    q: input.q ?? '',
    state: input.state ?? null,
    rows: shown.map(({ failed, ...row }) => ({ ...row, lockedUntil: lockedUntil(failed, lockout, ctx.now) })),
    total: counts.total,
    counts: { all: counts.all, closed: counts.closed, never: counts.never, mustChange: counts.mustChange },
    next: rows.length > pageSize ? (shown.at(-1)?.userName ?? null) : null,
  }
}

/** Until when these failures lock a name; null when they do not. */
export function lockedUntil(failed: readonly string[] | null, policy: LockoutPolicy, now: number): string | null {
  const attempts = (failed ?? []).map(at => ({ at: Date.parse(at), outcome: 'failed' as const }))
  const decision = decideSignIn(attempts, now, policy)
  return decision.allowed ? null : iso(decision.lockedUntil)
}

type Row = {
  account: Id<'account'>
  userName: string
  name: string
  title: string
  agencyName: string
  state: 'active' | 'closed'
  failed: string[] | null
  mustChange: boolean
  secondFactor: boolean
  lastSignInAt: string | null
}

async function page(ctx: Ctx, where: RawBuilder<boolean>, after: string | undefined): Promise<Row[]> {
  const today = localDate(ctx.now)
  const found = await sql<Row>`
    select a.id as account, a.user_name as "userName", n.name, coalesce(p.title, '') as title, coalesce(g.name, '') as "agencyName",
      a.state, to_jsonb(w.failed_at) as failed, a.must_change as "mustChange", ${hasSecondFactor} as "secondFactor",
      a.last_sign_in_at as "lastSignInAt"
    from directory.account a join directory.person n on n.id = a.person ${guard}
    left join lateral (
      select v.title, v.agency from directory.pub_position v where v.person = a.person and v.held_from <= ${today}::date
        and (v.held_to is null or v.held_to > ${today}::date) order by v.id = a.position desc, v.sort limit 1) p on true
    left join directory.agency g on g.id = p.agency
    where ${where} and a.user_name > ${after ?? ''}
    order by a.user_name limit ${pageSize + 1}`.execute(tables<unknown>(ctx.db))
  return found.rows
}

type Counts = { total: number; all: number; closed: number; never: number; mustChange: number }

async function countStates(ctx: Ctx, matches: RawBuilder<boolean>, inState: RawBuilder<boolean>): Promise<Counts> {
  const found = await sql<Counts>`
    select count(*) filter (where ${inState}) as total, count(*) as "all", count(*) filter (where a.state = 'closed') as closed,
      count(*) filter (where a.last_sign_in_at is null and a.state = 'active') as never,
      count(*) filter (where a.must_change and a.state = 'active') as "mustChange"
    from directory.account a join directory.person n on n.id = a.person ${guard}
    where ${matches}`.execute(tables<unknown>(ctx.db))
  return found.rows[0] ?? { total: 0, all: 0, closed: 0, never: 0, mustChange: 0 }
}

const guard = sql`left join directory.sign_in_guard w on w.name_hash = sha256(convert_to(a.user_name, 'UTF8'))`
const hasSecondFactor = sql<boolean>`(a.totp_secret is not null or exists (select from directory.passkey k where k.account = a.id))`

function textMatches(q: string | undefined): RawBuilder<boolean> {
  const words = fold(q ?? '')
  if (words === '') return sql<boolean>`true`
  const pattern = `%${words.replace(/[\\%_]/g, '\\$&')}%`
  return sql<boolean>`(n.search like ${pattern} or kernel.fold(a.user_name) like ${pattern})`
}

function stateMatches(
  state: InputOf<typeof endpoint>['state'],
  lockout: LockoutPolicy,
  now: number,
): RawBuilder<boolean> {
  if (state === 'active' || state === 'closed') return sql<boolean>`a.state = ${state}`
  if (state === 'must-change') return sql<boolean>`a.must_change and a.state = 'active'`
  if (state === 'never') return sql<boolean>`a.last_sign_in_at is null and a.state = 'active'`
  if (state === 'no-second-factor') return sql<boolean>`not ${hasSecondFactor} and a.state = 'active'`
  return state === 'locked' ? isLocked(lockout, now) : sql<boolean>`true`
}

/** The lock-out rule in SQL: the last failure, and a lock that doubles with each one beyond the limit. */
function isLocked(policy: LockoutPolicy, now: number): RawBuilder<boolean> {
  const { maxFailures, firstLock, longestLock } = policy
  return sql<boolean>`(cardinality(w.failed_at) >= ${maxFailures} and w.failed_at[cardinality(w.failed_at)] + make_interval(
    secs => least(${firstLock / 1000} * power(2, cardinality(w.failed_at) - ${maxFailures}::int), ${longestLock / 1000})) > ${iso(now)}::timestamptz)`
}
