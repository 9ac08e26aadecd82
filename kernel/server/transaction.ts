import type { TObject } from 'typebox'
import type pg from 'pg'
import {
  forbidden,
  holds,
  iso,
  reachOf,
  Refusal,
  type Actor,
  type Endpoint,
  type Event,
  type Scope,
} from '../contract/index.ts'
import type { Call } from './call.ts'
import type { Known } from './enter.ts'
import type { Caller, Ctx, Fact } from './module.ts'

export type Pending = {
  event: string
  subject: string
  agency: string | null
  data: unknown
  personal: unknown
  relay: boolean
}

/** Work of the kernel's own in one transaction, undone when it throws. */
export async function inTransaction<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  let open = true
  try {
    await client.query('begin')
    const done = await work(client)
    await client.query('commit')
    open = false
    return done
  } finally {
    if (open) await client.query('rollback').catch(() => {})
    client.release()
  }
}

/** One round trip: journal, outbox, reply for the key, commit. */
export async function leaveAndCommit(
  client: pg.PoolClient,
  done: {
    now: number
    requestId: string
    actor: Actor
    pending: readonly Pending[]
    key: string | null
    endpoint: string
    hash: Buffer | null
    reply: unknown
  },
): Promise<void> {
  const needed = done.pending.length > 0 || done.key !== null
  const left = needed
    ? client.query({
        name: 'kernel-leave',
        text: 'select kernel.leave($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)',
        values: [
          iso(done.now),
          done.requestId,
          done.actor.account,
          done.actor.position,
          done.actor.agency,
          done.actor.kind,
          JSON.stringify(done.pending),
          done.key,
          done.endpoint,
          done.hash,
          JSON.stringify(done.reply ?? null),
        ],
      })
    : null
  const committing = client.query('commit')
  const [leaveResult, commitResult] = await Promise.allSettled([left ?? Promise.resolve(), committing])
  if (leaveResult.status === 'rejected') throw leaveResult.reason
  if (commitResult.status === 'rejected') throw commitResult.reason
  if (commitResult.value.command !== 'COMMIT') throw new Error('the transaction was rolled back by the database')
}

export async function asKnown(actor: Actor, begun?: Promise<unknown>): Promise<Known> {
  await begun
  return { actor, session: null, idle: 0, earlier: null }
}

export function admit(endpoint: Endpoint, actor: Actor): void {
  if (endpoint.permission === 'public') return
  if (actor.kind === 'anonymous') throw new Refusal('kernel.sign-in-first', {}, 401)
  if (actor.mustDo && endpoint.permission !== 'signed-in')
    throw new Refusal('kernel.must-do-first', { what: actor.mustDo }, 403)
  if (endpoint.permission !== 'signed-in' && !holds(actor, endpoint.permission)) forbidden(endpoint.permission)
}

export const nowhere: Caller = { session: null, address: '', device: '' }

export function callerOf(call: Call, who: Known): Caller {
  return { ...nowhere, ...call.from, session: who.session as Caller['session'] }
}

export function contextFor(
  db: Ctx['db'],
  actor: Actor,
  caller: Caller,
  now: number,
  requestId: string,
  keep: (fact: Omit<Pending, 'relay'>) => void,
): Ctx {
  return {
    db,
    actor,
    caller,
    now,
    requestId,
    record<D extends TObject, P extends TObject>(event: Event<D, P>, fact: Fact<D, P>) {
      keep({
        event: event.name,
        subject: fact.subject,
        agency: fact.agency ?? null,
        data: fact.data,
        personal: fact.personal ?? null,
      })
    },
    scope(permission) {
      const reach = reachOf(actor, permission) ?? forbidden(permission)
      return { ...reach, account: actor.account, position: actor.position } as Scope
    },
  }
}

export function repeat(endpoint: Endpoint, earlier: NonNullable<Known['earlier']>, hash: Buffer): unknown {
  if (earlier.endpoint !== endpoint.id || earlier.hash !== hash.toString('hex'))
    throw new Refusal('kernel.key-reused', {}, 422)
  return earlier.reply
}

export function isKeyRace(error: unknown): boolean {
  return error instanceof Error && 'constraint' in error && error.constraint === 'idempotency_pkey'
}

export function isConnectionError(error: unknown): boolean {
  return (
    error instanceof Error &&
    !(error instanceof Refusal) &&
    'code' in error &&
    typeof error.code === 'string' &&
    /^(08|57P|ECONN|EPIPE)/.test(error.code)
  )
}
