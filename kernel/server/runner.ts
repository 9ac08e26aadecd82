import type { Endpoint } from '../contract/index.ts'
import type { Runner, RunnerOptions } from './call.ts'
import { assertFits, compileCheck, type Check } from './check.ts'
import { createTouches, knowCaller } from './enter.ts'
import type { Handler } from './module.ts'
import { runCommand, runQuery, runSystem } from './run.ts'

export type { ActorOf, Call, Outcome, Recorded, Runner, RunnerOptions } from './call.ts'

/** Does, in this order, for every endpoint: check input, open the transaction and know the actor, handler, journal, commit. */
export function createRunner(options: RunnerOptions): Runner {
  const bound = new Map<Endpoint, Bound>()
  for (const handler of options.handlers)
    bound.set(handler.endpoint, { handler, check: compileCheck(handler.endpoint.input) })
  const replies = new Map<Endpoint, Check>()
  const touches = createTouches(options.pool)
  const checkReply = (endpoint: Endpoint, reply: unknown) => {
    let check = replies.get(endpoint)
    if (!check) replies.set(endpoint, (check = compileCheck(endpoint.reply)))
    const findings = check(reply)
    if (findings.length > 0)
      throw new Error(`${endpoint.id} replied what its schema forbids: ${JSON.stringify(findings)}`)
  }
  return {
    checkReply,
    flushTouches: touches.flush,
    async run(endpoint, input, call) {
      const found = bound.get(endpoint)
      if (!found) throw new Error(`${endpoint.id} has no handler`)
      assertFits(found.check, input)
      const outcome =
        endpoint.kind === 'command'
          ? await runCommand(options, found.handler, input, call)
          : await runQuery(options, found.handler, input, call)
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
