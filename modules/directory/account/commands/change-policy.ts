import { Refusal, type InputOf, type ReplyOf } from '@congso/kernel/contract'
import { newId, type Ctx } from '@congso/kernel/server'
import type { changePolicy as endpoint } from '../contract/house.ts'
import { refuse } from '../contract/refusals.ts'
import { checkSignInPolicy, readSignInPolicy, type SignInPolicy } from '../domain/sign-in-policy.ts'
import { signInPolicyChanged } from '../events.ts'
import { keepSignInPolicy, writtenSignInPolicy } from '../store/policy.ts'
import { forgetEveryActor } from '../store/session.ts'

/** Changes what this installation asks of signing in. An empty text takes the value away. */
export async function changePolicy(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<ReplyOf<typeof endpoint>> {
  const before = await writtenSignInPolicy(ctx.db)
  const { origin = '', help = '', oidcIssuer = '', oidcClientId = '', oidcClaim = 'sub', oidcLabel = '' } = input
  const after: SignInPolicy = { ...input, origin, help, oidcIssuer, oidcClientId, oidcClaim, oidcLabel }
  const [wrong] = checkSignInPolicy(after)
  if (wrong) throw new Refusal(wrong.code, wrong.params ?? {}, 422, wrong.path)
  const changed = changedFields(before, after)
  if (changed.length === 0) refuse('directory.unchanged')
  await keepSignInPolicy(ctx.db, after)
  await forgetEveryActor(ctx.db)
  ctx.record(signInPolicyChanged, { subject: newId(ctx.now), data: { changed } })
  return { changed }
}

function changedFields(before: SignInPolicy, after: SignInPolicy): string[] {
  const old = new Map<string, unknown>(Object.entries(readSignInPolicy(before)))
  return Object.entries(after).flatMap(([name, value]) => (old.get(name) === value ? [] : [name]))
}
