import { command, IdOf, query, Type } from '@congso/kernel/contract'
import { Tried } from './sign-in.ts'

const strict = { additionalProperties: false }
// Nobody but the door that has talked to the provider may say who somebody is: the commands refuse every other caller.
const permission = 'signed-in'

export const showProvider = query({
  id: 'directory.show-oidc-provider',
  path: '/sign-in/oidc/provider',
  permission,
  summary: 'The outside sign-in system, for the door to it.',
  refusals: ['directory.oidc-off'],
  input: Type.Object({}, strict),
  reply: Type.Object({ issuer: Type.String(), clientId: Type.String(), claim: Type.String(), back: Type.String() }),
})

export const keepOidcQuestion = command({
  id: 'directory.keep-oidc-question',
  path: '/sign-in/oidc/questions',
  permission,
  summary: 'Keeps state, nonce and verifier of one sign-in at the outside system.',
  recordsNothing: 'A question that forgets itself; the answer to it is recorded.',
  input: Type.Object(
    { state: Type.String(), nonce: Type.String(), verifier: Type.String(), next: Type.String() },
    strict,
  ),
  reply: Type.Object({ question: IdOf<'challenge'>() }),
})

export const takeOidcQuestion = command({
  id: 'directory.take-oidc-question',
  path: '/sign-in/oidc/questions/:question/take',
  permission,
  summary: 'Takes the question away, so that its answer counts once.',
  refusals: ['directory.challenge-gone'],
  recordsNothing: 'The answer to the question is recorded.',
  input: Type.Object({ question: IdOf<'challenge'>() }, strict),
  reply: Type.Object({ state: Type.String(), nonce: Type.String(), verifier: Type.String(), next: Type.String() }),
})

export const finishOidc = command({
  id: 'directory.finish-oidc',
  path: '/sign-in/oidc/finish',
  permission,
  summary:
    'Signs in whoever the outside system has named: by the subject linked, or by the claim that names the account.',
  input: Type.Object(
    { issuer: Type.String(), subject: Type.String(), userName: Type.String(), next: Type.String() },
    strict,
  ),
  reply: Type.Object({ ...Tried.properties }),
})
