import type { Job, JobTools, SetCookie } from '@congso/kernel/server'
import { sweepAccounts } from './contract/house.ts'
import { finishOidc, keepOidcQuestion, showProvider, takeOidcQuestion } from './contract/oidc.ts'
import type { OidcClient, OidcProvider } from './ports.ts'

/** Once an hour, at a minute when little else runs. */
export const jobs: readonly Job[] = [
  {
    name: 'directory.sweep-accounts',
    every: '17 * * * *',
    run: async tools => tools.log('accounts swept', await tools.run(sweepAccounts, {})),
  },
]

/** A request that goes out into the world before it is answered: it has ports and runs commands, and no database of its own. */
export type Door = {
  path: string
  perMinute: number
  open: (tools: Tools, request: DoorRequest) => Promise<Opened>
}
export type Opened = { to: string; cookies: readonly SetCookie[] }
/** `query`: the address's own, without the question mark. */
export type DoorRequest = { query: string; cookie: (name: string) => string | undefined }

const cookie = 'congso_oidc'
const failed = { to: '/sign-in?state=provider', cookies: [{ name: cookie, value: '', maxAge: 0 }] }

/** Out to the OpenID provider and back again. The cookie ties the way back to the browser that went out. */
export function oidcDoors(
  client: OidcClient,
  clientSecret: string,
  after: (tried: Awaited<ReturnType<typeof finish>>) => Opened,
): readonly Door[] {
  const door = (path: string, go: (tools: Tools, request: DoorRequest) => Promise<Opened>): Door => ({
    path,
    perMinute: 60,
    open: (tools, request) => go(tools, request).catch(error => explain(tools, error)),
  })
  return [
    door('/sign-in/oidc', (tools, request) => goOut(client, clientSecret, tools, request)),
    door('/sign-in/oidc/back', async (tools, request) => {
      const { to, cookies } = after(await finish(client, clientSecret, tools, request))
      return { to, cookies: [...cookies, ...failed.cookies] }
    }),
  ]
}

export type Tools = Pick<JobTools, 'run' | 'log'>

async function goOut(client: OidcClient, clientSecret: string, tools: Tools, request: DoorRequest) {
  const next = new URLSearchParams(request.query).get('next') ?? '/'
  const { address, ...question } = await client.begin(await providerOf(tools, clientSecret))
  const kept = await tools.run(keepOidcQuestion, { ...question, next })
  return { to: address, cookies: [{ name: cookie, value: kept.question, maxAge: 600 }] }
}

async function finish(client: OidcClient, clientSecret: string, tools: Tools, request: DoorRequest) {
  const { claim, ...provider } = await providerOf(tools, clientSecret)
  const { next, ...question } = await tools.run(takeOidcQuestion, { question: questionFrom(request) })
  const returned = new URL(`${provider.back}?${request.query}`)
  const { issuer, subject, claims } = await client.complete(provider, returned, question)
  const named = claim === 'sub' ? '' : claims[claim]
  return await tools.run(finishOidc, { issuer, subject, userName: typeof named === 'string' ? named : '', next })
}

async function providerOf(tools: Tools, clientSecret: string): Promise<OidcProvider & { claim: string }> {
  return { ...(await tools.run(showProvider, {})), clientSecret }
}

function questionFrom(request: DoorRequest) {
  const found = request.cookie(cookie)
  if (!isQuestion(found)) throw new Error('the browser that came back is not the one that went out')
  return found
}

type Question = Parameters<typeof isQuestion>[0] & string & { readonly __id: 'challenge' }

function isQuestion(text: string | undefined): text is Question {
  return text !== undefined && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)
}

/** The reader is told that it did not work; the reason, which may carry secrets, goes to the log by its kind alone. */
function explain(tools: Tools, error: unknown) {
  tools.log('sign-in through the provider failed', { error: error instanceof Error ? error.name : 'unknown' })
  return failed
}
