import { createHash } from 'node:crypto'
import { anonymous, type Actor } from '../contract/index.ts'
import type { Call, Outcome, RunnerOptions } from './call.ts'
import { closeDb, openDb } from './db.ts'
import { knowCaller } from './enter.ts'
import type { Ctx, Handler } from './module.ts'
import {
  admit,
  asKnown,
  callerOf,
  contextFor,
  isConnectionError,
  isKeyRace,
  leaveAndCommit,
  nowhere,
  repeat,
  type Pending,
} from './transaction.ts'
import { newId } from './uuid.ts'

export async function runQuery(
  options: RunnerOptions,
  handler: Handler,
  input: unknown,
  call: Call,
): Promise<Outcome<never>> {
  const now = call.now ?? options.clock()
  const client = await options.pool.connect()
  const db = openDb(client)
  let broken = false
  try {
    const begin = handler.oneStatement
      ? undefined
      : () => client.query('begin isolation level repeatable read read only')
    const who = call.actor
      ? await asKnown(call.actor, begin?.())
      : await knowCaller(client, call, now, options.actorOf, begin)
    const ctx = contextFor(db, who.actor, callerOf(call, who), now, call.requestId ?? newId(), () => {
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
    if (!handler.oneStatement) await client.query('commit').catch(() => (broken = true))
    client.release(broken)
  }
}

export async function runCommand(
  options: RunnerOptions,
  handler: Handler,
  input: unknown,
  given: Call,
  retried = false,
): Promise<Outcome<never>> {
  const { endpoint } = handler
  const call: Call = endpoint.unrepeated ? { ...given, key: undefined } : given
  const now = call.now ?? options.clock()
  if (call.actor && call.key) throw new Error('a key belongs to a session, not to a known actor')
  const requestId = call.requestId ?? newId()
  const hash = call.key ? createHash('sha256').update(endpoint.id).update(JSON.stringify(input)).digest() : null
  const client = await options.pool.connect()
  const db = openDb(client)
  let broken = false
  let open = true
  try {
    const begin = () => client.query('begin')
    const who = call.actor
      ? await asKnown(call.actor, begin())
      : await knowCaller(client, call, now, options.actorOf, begin)
    admit(endpoint, who.actor)
    if (who.earlier && hash) return { ...who, reply: repeat(endpoint, who.earlier, hash) as never, repeated: true }
    const pending: Pending[] = []
    const ctx = contextFor(db, who.actor, callerOf(call, who), now, requestId, fact =>
      pending.push({ ...fact, relay: options.relayed.has(fact.event) }),
    )
    const reply = await handler.run(ctx, input as never)
    if (options.strict && pending.length === 0 && !endpoint.recordsNothing)
      throw new Error(`${endpoint.id} recorded nothing`)
    closeDb(db)
    await leaveAndCommit(client, {
      now,
      requestId,
      actor: who.actor,
      pending,
      key: call.key ?? null,
      endpoint: endpoint.id,
      hash,
      reply,
    })
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

export async function runSystem<T>(
  options: RunnerOptions,
  name: string,
  work: (ctx: Ctx) => Promise<T>,
  claim?: { reaction: string; journal: number },
): Promise<T | undefined> {
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
      const claimed = await client.query(
        'insert into kernel.applied (reaction, journal) values ($1, $2) on conflict do nothing',
        [claim.reaction, claim.journal],
      )
      if (claimed.rowCount === 0) return undefined
    }
    const pending: Pending[] = []
    const result = await work(
      contextFor(db, actor, nowhere, now, requestId, fact =>
        pending.push({ ...fact, relay: options.relayed.has(fact.event) }),
      ),
    )
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
