import type { Id } from '@congso/kernel/contract'
import type { Ctx } from '@congso/kernel/server'

/** Where a request comes from: its living session, the network address, and what the browser says of itself. */
export type Caller = { session: Id<'session'> | null; address: string; device: string }

/** The caller as the runner knows it; nobody known when a command runs without a request, as in jobs and tests. */
export function callerOf(ctx: Ctx & { caller?: Caller }): Caller {
  return ctx.caller ?? { session: null, address: '', device: '' }
}
