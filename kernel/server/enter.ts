import { createHash } from 'node:crypto'
import type pg from 'pg'
import { anonymous, iso, type Actor } from '../contract/index.ts'
import { closeDb, openDb } from './db.ts'
import type { ActorOf } from './runner.ts'

/** Who is calling, and the reply this very request has already had. */
export type Known = {
  actor: Actor
  session: string | null
  idle: number
  earlier: { endpoint: string; hash: string; reply: unknown } | null
}

/**
 * Knows the caller in one round trip together with `begin`. Only when somebody's rights have changed since the session was last
 * asked about are they found out anew, and kept with the session.
 */
export async function knowCaller(
  client: pg.PoolClient,
  call: { token?: Buffer | undefined; key?: string | undefined },
  now: number,
  actorOf: ActorOf | undefined,
  begin?: () => Promise<unknown>,
): Promise<Known> {
  const [entered, begun] = await Promise.allSettled([enter(client, call, now), begin?.()])
  if (entered.status === 'rejected') throw entered.reason
  if (begun.status === 'rejected') throw begun.reason
  const found = entered.value
  const nobody: Known = { actor: anonymous, session: null, idle: 0, earlier: found.earlier }
  if (!found.session || !found.account) return nobody
  if (!found.stale && found.actor) {
    return { actor: found.actor, session: found.session, idle: found.idle ?? 0, earlier: found.earlier }
  }
  if (begin) await client.query('rollback')
  const actor = await askAgain(client, { ...found, session: found.session, account: found.account }, now, actorOf)
  if (begin) await begin()
  return actor ? { actor, session: found.session, idle: found.idle ?? 0, earlier: found.earlier } : nobody
}

type Entered = {
  account: string | null
  position: string | null
  session: string | null
  idle: number | null
  version: number
  stale: boolean
  actor: Actor | null
  earlier: Known['earlier']
}

/**
 * Who is asking: the actor of a living session. `stale` asks to find out again what this account may do: somebody's rights have
 * changed since, or the time of a right has come.
 */
const enterText = entering('null::jsonb')
/** The same, with the earlier reply when this very request was done before: $3 is its key. */
const enterOnce =
  entering(`(select jsonb_build_object('endpoint', i.endpoint, 'hash', encode(i.input_hash, 'hex'), 'reply', i.reply)
  from kernel.idempotency i where i.key = $3::uuid and i.account = coalesce(s.account, '00000000-0000-0000-0000-000000000000'))`)

function entering(earlier: string): string {
  return `select s.account, s.position, s.id as session, s.idle_seconds as idle, r.version,
    coalesce(s.rights_version <> r.version or s.actor is null or s.actor_until <= $2, true) as stale, s.actor, ${earlier} as earlier
  from kernel.rights r left join kernel.session s on s.token_hash = $1::bytea and s.ended_at is null and s.expires_at > $2::timestamptz
    and s.seen_at + make_interval(secs => s.idle_seconds) > $2::timestamptz`
}

async function enter(
  client: pg.PoolClient,
  call: { token?: Buffer | undefined; key?: string | undefined },
  now: number,
): Promise<Entered> {
  const result = await client.query<Entered>({
    name: call.key ? 'kernel-enter-once' : 'kernel-enter',
    text: call.key ? enterOnce : enterText,
    values: [
      call.token ? createHash('sha256').update(call.token).digest() : null,
      iso(now),
      ...(call.key ? [call.key] : []),
    ],
  })
  const [entered] = result.rows
  if (!entered) throw new Error('kernel.rights has lost its row')
  return entered
}

async function askAgain(
  client: pg.PoolClient,
  found: Entered & { session: string; account: string },
  now: number,
  actorOf: ActorOf | undefined,
): Promise<Actor | null> {
  if (!actorOf) return null
  const db = openDb(client)
  const answer = await actorOf(db, found.account, found.position, now).finally(() => closeDb(db))
  await client.query(
    'update kernel.session set actor = $2, actor_until = $3, rights_version = $4, seen_at = greatest(seen_at, $5) where id = $1',
    [
      found.session,
      answer ? JSON.stringify(answer.actor) : null,
      answer ? (Number.isFinite(answer.until) ? iso(answer.until) : 'infinity') : null,
      found.version,
      iso(now),
    ],
  )
  return answer?.actor ?? null
}

/**
 * Remembers which sessions were used and writes it down in one statement every twenty seconds: a page view does not cost a write,
 * and no session counts as idle while it is used.
 */
export function createTouches(pool: pg.Pool) {
  const used = new Map<string, number>()
  const flush = async () => {
    if (used.size === 0) return
    const sessions = [...used.keys()]
    const moments = [...used.values()].map(iso)
    used.clear()
    await pool.query(
      'update kernel.session s set seen_at = greatest(s.seen_at, t.at) from unnest($1::uuid[], $2::timestamptz[]) as t (id, at) where s.id = t.id',
      [sessions, moments],
    )
  }
  return {
    touch(session: string | null, now: number) {
      if (session) used.set(session, now)
    },
    flush,
  }
}
