import { createHash } from 'node:crypto'
import type { Static, TObject, TSchema } from 'typebox'
import type pg from 'pg'
import {
  anonymous, forbidden, holds, iso, reachOf, Refusal,
  type Actor, type Endpoint, type Event, type Scope,
} from '../contract/index.ts'
import { assertFits, compileCheck, type Check } from './check.ts'
import type { Clock } from './clock.ts'
import { closeDb, openDb, type Db } from './db.ts'
import { createTouches, knowCaller, type Known } from './enter.ts'
import type { Ctx, Fact, Handler } from './module.ts'
import { newId } from './uuid.ts'

/** How a call arrives: by a session's token, or as a known actor (system, replay, test). */
export type Call = {
  token?: Buffer | undefined
  actor?: Actor | undefined
  /** The same key sent twice acts once and answers twice. */
  key?: string | undefined
  requestId?: string
  /** Overrides the clock, for replays that keep several moments. */
  now?: number
}

/** What came of a call, with the actor it was made as. */
export type Outcome<R> = { reply: R; actor: Actor; session: string | null; idle: number; repeated: boolean }

export type Runner = {
  run<I extends TObject, R extends TSchema>(endpoint: Endpoint<I, R>, input: Static<I>, call: Call): Promise<Outcome<Static<R>>>
  /** Who a token is, without running anything: for pages that are not an endpoint. */
  whoIs(token: Buffer | undefined): Promise<{ actor: Actor; session: string | null; idle: number }>
  /** One transaction as the system, for reactions; `claim` makes it happen once. */
  asSystem<T>(name: string, work: (ctx: Ctx) => Promise<T>, claim?: { reaction: string; journal: number }): Promise<T | undefined>
  checkReply(endpoint: Endpoint, reply: unknown): void
  /** Writes down which sessions were used; call it now and then and before stopping. */
  flushTouches(): Promise<void>
}

export type RunnerOptions = {
  pool: pg.Pool
  clock: Clock
  handlers: readonly Handler[]
  /** Events somebody reacts to: only these get an outbox row. */
  relayed: ReadonlySet<string>
  /** Who an account is and what it may do in a position, and until when that answer holds; null when it may not act. */
  actorOf?: ActorOf
  /** Called after a commit with the names of what was recorded. */
  committed?: (facts: readonly Recorded[]) => void
  /** Tests and development: replies must fit their schema, a command must record something. */
  strict?: boolean
}
export type ActorOf = (db: Db, account: string, position: string | null, now: number) => Promise<{ actor: Actor; until: number } | null>
export type Recorded = { event: string; subject: string; agency: string | null }

/** Does, in this order, for every endpoint: check input, open the transaction and know the actor, handler, journal, commit. */
export function createRunner(options: RunnerOptions): Runner {
  const bound = new Map<Endpoint, Bound>()
  for (const handler of options.handlers) bound.set(handler.endpoint, { handler, check: compileCheck(handler.endpoint.input) })
  const replies = new Map<Endpoint, Check>()
  const touches = createTouches(options.pool)
  const checkReply = (endpoint: Endpoint, reply: unknown) => {
    let check = replies.get(endpoint)
    if (!check) replies.set(endpoint, (check = compileCheck(endpoint.reply)))
    const findings = check(reply)
    if (findings.length > 0) throw new Error(`${endpoint.id} replied what its schema forbids: ${JSON.stringify(findings)}`)
  }
  return {
    checkReply,
    flushTouches: touches.flush,
    async run(endpoint, input, call) {
      const found = bound.get(endpoint)
      if (!found) throw new Error(`${endpoint.id} has no handler`)
      assertFits(found.check, input)
      const outcome = endpoint.kind === 'command' ? await runCommand(options, found.handler, input, call) : await runQuery(options, found.handler, input, call)
      touches.touch(outcome.session, call.now ?? options.clock())
      if (options.strict && !outcome.repeated) checkReply(endpoint, outcome.reply)
      return outcome
    },
    async whoIs(token) {
      const client = await options.pool.connect()
      try {
        return await knowCaller(client, { token }, options.clock(), options.actorOf)
      } finally {
        client.release()
      }
    },
    asSystem: (name, work, claim) => runSystem(options, name, work, claim),
  }
}

type Bound = { handler: Handler; check: Check }
type Pending = { event: string; subject: string; agency: string | null; data: unknown; personal: unknown; relay: boolean }

async function runQuery(options: RunnerOptions, handler: Handler, input: unknown, call: Call): Promise<Outcome<never>> {
  const now = call.now ?? options.clock()
  const client = await options.pool.connect()
  const db = openDb(client)
  let broken = false
  try {
    const begin = () => client.query('begin isolation level repeatable read read only')
    const who = call.actor ? await asKnown(call.actor, begin()) : await knowCaller(client, call, now, options.actorOf, begin)
    const ctx = contextFor(db, who.actor, now, call.requestId ?? newId(), () => {
      throw new Error(`${handler.endpoint.id} is a query and records nothing`)
    })
    admit(handler.endpoint, who.actor)
    const reply = await handler.run(ctx, input as never)
    return { ...who, reply: reply as never, repeated: false }
  } catch (error) {
    broken = isConnectionError(error)
    throw error
  } finally {
    closeDb(db)
    await client.query('commit').catch(() => (broken = true))
    client.release(broken)
  }
}

async function runCommand(options: RunnerOptions, handler: Handler, input: unknown, call: Call, retried = false): Promise<Outcome<never>> {
  const now = call.now ?? options.clock()
  const { endpoint } = handler
  if (call.actor && call.key) throw new Error('a key belongs to a session, not to a known actor')
  const requestId = call.requestId ?? newId()
  const hash = call.key ? createHash('sha256').update(endpoint.id).update(JSON.stringify(input)).digest() : null
  const client = await options.pool.connect()
  const db = openDb(client)
  let broken = false
  let open = true
  try {
    const begin = () => client.query('begin')
    const who = call.actor ? await asKnown(call.actor, begin()) : await knowCaller(client, call, now, options.actorOf, begin)
    admit(endpoint, who.actor)
    if (who.earlier && hash) return { ...who, reply: repeat(endpoint, who.earlier, hash) as never, repeated: true }
    const pending: Pending[] = []
    const ctx = contextFor(db, who.actor, now, requestId, fact => pending.push({ ...fact, relay: options.relayed.has(fact.event) }))
    const reply = await handler.run(ctx, input as never)
    if (options.strict && pending.length === 0 && !endpoint.recordsNothing) throw new Error(`${endpoint.id} recorded nothing`)
    closeDb(db)
    await leaveAndCommit(client, { now, requestId, actor: who.actor, pending, key: call.key ?? null, endpoint: endpoint.id, hash, reply })
    open = false
    options.committed?.(pending)
    return { ...who, reply: reply as never, repeated: false }
  } catch (error) {
    broken = isConnectionError(error)
    if (isKeyRace(error) && !retried) {
      // The same request is being done by somebody else and has just won: its reply is ours.
      await client.query('rollback')
      open = false
      return await runCommand(options, handler, input, call, true)
    }
    throw error
  } finally {
    closeDb(db)
    if (open) await client.query('rollback').catch(() => (broken = true))
    client.release(broken)
  }
}

async function runSystem<T>(options: RunnerOptions, name: string, work: (ctx: Ctx) => Promise<T>, claim?: { reaction: string; journal: number }): Promise<T | undefined> {
  const now = options.clock()
  const requestId = newId()
  const actor: Actor = { ...anonymous, kind: 'system', name }
  const client = await options.pool.connect()
  const db = openDb(client)
  let broken = false
  let open = true
  try {
    await client.query('begin')
    if (claim) {
      const claimed = await client.query('insert into kernel.applied (reaction, journal) values ($1, $2) on conflict do nothing', [claim.reaction, claim.journal])
      if (claimed.rowCount === 0) return undefined
    }
    const pending: Pending[] = []
    const result = await work(contextFor(db, actor, now, requestId, fact => pending.push({ ...fact, relay: options.relayed.has(fact.event) })))
    closeDb(db)
    await leaveAndCommit(client, { now, requestId, actor, pending, key: null, endpoint: name, hash: null, reply: null })
    open = false
    options.committed?.(pending)
    return result
  } catch (error) {
    broken = isConnectionError(error)
    throw error
  } finally {
    closeDb(db)
    if (open) await client.query('rollback').catch(() => (broken = true))
    client.release(broken)
  }
}

/** One round trip: journal, outbox, reply for the key, commit. */
async function leaveAndCommit(
  client: pg.PoolClient,
  done: { now: number; requestId: string; actor: Actor; pending: readonly Pending[]; key: string | null; endpoint: string; hash: Buffer | null; reply: unknown },
): Promise<void> {
  const needed = done.pending.length > 0 || done.key !== null
  const left = needed
    ? client.query({
        name: 'kernel-leave',
        text: 'select kernel.leave($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)',
        values: [
          iso(done.now), done.requestId, done.actor.account, done.actor.position, done.actor.agency,
          done.actor.kind, JSON.stringify(done.pending), done.key, done.endpoint, done.hash, JSON.stringify(done.reply ?? null),
        ],
      })
    : null
  const committing = client.query('commit')
  const [leaveResult, commitResult] = await Promise.allSettled([left ?? Promise.resolve(), committing])
  if (leaveResult.status === 'rejected') throw leaveResult.reason
  if (commitResult.status === 'rejected') throw commitResult.reason
  if (commitResult.value.command !== 'COMMIT') throw new Error('the transaction was rolled back by the database')
}

async function asKnown(actor: Actor, begun: Promise<unknown>): Promise<Known> {
  await begun
  return { actor, session: null, idle: 0, earlier: null }
}

function admit(endpoint: Endpoint, actor: Actor): void {
  if (endpoint.permission === 'public') return
  if (actor.kind === 'anonymous') throw new Refusal('kernel.sign-in-first', {}, 401)
  if (actor.mustDo && endpoint.permission !== 'signed-in') throw new Refusal('kernel.must-do-first', { what: actor.mustDo }, 403)
  if (endpoint.permission !== 'signed-in' && !holds(actor, endpoint.permission)) forbidden(endpoint.permission)
}

function contextFor(db: Ctx['db'], actor: Actor, now: number, requestId: string, keep: (fact: Omit<Pending, 'relay'>) => void): Ctx {
  return {
    db, actor, now, requestId,
    record<D extends TObject, P extends TObject>(event: Event<D, P>, fact: Fact<D, P>) {
      keep({ event: event.name, subject: fact.subject, agency: fact.agency ?? null, data: fact.data, personal: fact.personal ?? null })
    },
    scope(permission) {
      const reach = reachOf(actor, permission) ?? forbidden(permission)
      return { ...reach, account: actor.account, position: actor.position } as Scope
    },
  }
}

function repeat(endpoint: Endpoint, earlier: NonNullable<Known['earlier']>, hash: Buffer): unknown {
  if (earlier.endpoint !== endpoint.id || earlier.hash !== hash.toString('hex')) throw new Refusal('kernel.key-reused', {}, 422)
  return earlier.reply
}

function isKeyRace(error: unknown): boolean {
  return error instanceof Error && 'constraint' in error && error.constraint === 'idempotency_pkey'
}

function isConnectionError(error: unknown): boolean {
  return error instanceof Error && !(error instanceof Refusal) && 'code' in error && typeof error.code === 'string' && /^(08|57P|ECONN|EPIPE)/.test(error.code)
}
