import type { ActorOf, Db } from '@congso/kernel/server'
import { act, type Acting } from '../domain/acting.ts'
import type { SignInPolicy } from '../domain/sign-in-policy.ts'
import { standingOf } from './standing.ts'

/** Who an account is and what it may do in a position, and until when; null when it may not act. One statement. */
export const actorOf: ActorOf = async (db, account, position, now) => {
  const acting = await actingOf(db, account, position, now)
  return acting && { actor: acting.actor, until: acting.until }
}

/** As {@link actorOf}, with whether it is an administrator, and the policy in force. */
export async function actingOf(
  db: Db,
  account: string,
  position: string | null,
  now: number,
): Promise<(Acting & { policy: SignInPolicy }) | null> {
  const found = await standingOf(db, account, now)
  return found && { ...act(found.standing, position, found.policy, now), policy: found.policy }
}
