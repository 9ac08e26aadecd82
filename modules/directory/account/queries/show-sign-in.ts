import { type InputOf, type ReplyOf } from '@congso/kernel/contract'
import { tables, type Ctx } from '@congso/kernel/server'
import { sql } from 'kysely'
import type {
  showForgotten as forgottenEndpoint,
  showSecondStep as secondEndpoint,
  showSignIn as endpoint,
} from '../contract/sign-in.ts'
import { localPath } from '../domain/local-path.ts'
import { readSignInPolicy } from '../domain/sign-in-policy.ts'
import { accountById } from '../store/account.ts'
import { waiting } from '../store/challenge.ts'
import { addressSetting, policySetting, signInPolicy } from '../store/policy.ts'

/** The ways to sign in, and what came of the last try. */
export async function showSignIn(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<ReplyOf<typeof endpoint>> {
  const found = await sql<{ policy: unknown; address: unknown; empty: boolean }>`
    select (select value from kernel.setting where name = ${policySetting}) as policy,
           (select value from kernel.setting where name = ${addressSetting}) as address,
           not exists (select from directory.account) as empty`.execute(tables<unknown>(ctx.db))
  const policy = readSignInPolicy(found.rows[0]?.policy, found.rows[0]?.address)
  const next = localPath(input.next)
  return {
    next,
    state: input.state ?? null,
    name: input.name ?? '',
    until: input.until ?? null,
    help: policy.help,
    passkeys: policy.origin !== '',
    oidc:
      policy.oidcIssuer === '' || policy.origin === ''
        ? null
        : {
            label: policy.oidcLabel || new URL(policy.oidcIssuer).hostname,
            href: `/sign-in/oidc?next=${encodeURIComponent(next)}`,
          },
    empty: found.rows[0]?.empty ?? false,
  }
}

/** The second step, while it waits. */
export async function showSecondStep(
  ctx: Ctx,
  input: InputOf<typeof secondEndpoint>,
): Promise<ReplyOf<typeof secondEndpoint>> {
  const question = await waiting(ctx.db, input.challenge, 'second-step', ctx.now)
  const account = question?.account ? await accountById(ctx.db, question.account) : undefined
  const policy = await signInPolicy(ctx.db)
  return {
    challenge: input.challenge,
    waits: account !== undefined,
    wrong: input.state === 'wrong',
    userName: account?.userName ?? '',
    totp: (account?.totpSecret ?? null) !== null,
    passkey: (account?.passkeys ?? 0) > 0 && policy.origin !== '',
  }
}

/** Whom to ask when the password is forgotten. */
export async function showForgotten(ctx: Ctx): Promise<ReplyOf<typeof forgottenEndpoint>> {
  return { help: (await signInPolicy(ctx.db)).help }
}
