import type { ReplyOf } from '@congso/kernel/contract'
import { notFound } from '@congso/kernel/contract'
import type { Ctx } from '@congso/kernel/server'
import type { showProvider as endpoint } from '../contract/oidc.ts'
import { refuse } from '../contract/refusals.ts'
import { signInPolicy } from '../store/policy.ts'

/** The outside sign-in system, for its door alone. */
export async function showProvider(ctx: Ctx): Promise<ReplyOf<typeof endpoint>> {
  if (ctx.actor.kind !== 'system') return notFound()
  const policy = await signInPolicy(ctx.db)
  if (policy.oidcIssuer === '' || policy.origin === '') return refuse('directory.oidc-off')
  return {
    issuer: policy.oidcIssuer,
    clientId: policy.oidcClientId,
    claim: policy.oidcClaim,
    back: `${policy.origin}/sign-in/oidc/back`,
  }
}
