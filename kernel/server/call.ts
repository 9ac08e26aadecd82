import type { Static, TObject, TSchema } from 'typebox'
import type pg from 'pg'
import type { Actor, Endpoint } from '../contract/index.ts'
import type { Clock } from './clock.ts'
import type { Db } from './db.ts'
import type { Ctx, Handler } from './module.ts'

/** How a call arrives: by a session's token, or as a known actor (system, replay, test). */
export type Call = {
  token?: Buffer | undefined
  actor?: Actor | undefined
  /** The same key sent twice acts once and answers twice. */
  key?: string | undefined
  requestId?: string
  /** Where the request came from, as the edge saw it. */
  from?: { address: string; device: string }
  /** Overrides the clock, for replays that keep several moments. */
  now?: number
}

/** What came of a call, with the actor it was made as. */
export type Outcome<R> = { reply: R; actor: Actor; session: string | null; idle: number; repeated: boolean }

export type Runner = {
  run<I extends TObject, R extends TSchema>(
    endpoint: Endpoint<I, R>,
    input: Static<I>,
    call: Call,
  ): Promise<Outcome<Static<R>>>
  /** Who a token is, without running anything: for pages that are not an endpoint. */
  whoIs(token: Buffer | undefined): Promise<{ actor: Actor; session: string | null; idle: number }>
  /** One transaction as the system, for reactions; `claim` makes it happen once. */
  asSystem<T>(
    name: string,
    work: (ctx: Ctx) => Promise<T>,
    claim?: { reaction: string; journal: number },
  ): Promise<T | undefined>
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
export type ActorOf = (
  db: Db,
  account: string,
  position: string | null,
  now: number,
) => Promise<{ actor: Actor; until: number } | null>
export type Recorded = { event: string; subject: string; agency: string | null }
