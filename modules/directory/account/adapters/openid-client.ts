import * as openid from 'openid-client'
import type { OidcClient, OidcIdentity, OidcProvider, OidcQuestion } from '../ports.ts'

/** The port on the certified openid-client library. Plain http is spoken only with this very machine. */
export const openIdClient: OidcClient = {
  async begin(provider) {
    const verifier = openid.randomPKCECodeVerifier()
    const state = openid.randomState()
    const nonce = openid.randomNonce()
    const address = openid.buildAuthorizationUrl(await configuration(provider), {
      redirect_uri: provider.back,
      scope: 'openid profile email',
      code_challenge: await openid.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state,
      nonce,
    })
    return { address: address.href, state, nonce, verifier }
  },
  async complete(provider, returned, question) {
    return identityFrom(await exchange(provider, returned, question))
  },
}

async function exchange(provider: OidcProvider, returned: URL, question: OidcQuestion) {
  const tokens = await openid.authorizationCodeGrant(await configuration(provider), returned, {
    pkceCodeVerifier: question.verifier,
    expectedState: question.state,
    expectedNonce: question.nonce,
    idTokenExpected: true,
  })
  return tokens.claims()
}

function identityFrom(claims: openid.IDToken | undefined): OidcIdentity {
  if (!claims) throw new Error('the provider sent no identity')
  return { issuer: claims.iss, subject: claims.sub, claims }
}

async function configuration(provider: OidcProvider): Promise<openid.Configuration> {
  const issuer = new URL(provider.issuer)
  const isLocal = issuer.protocol === 'http:' && ['localhost', '127.0.0.1'].includes(issuer.hostname)
  return await openid.discovery(issuer, provider.clientId, provider.clientSecret || undefined, undefined, {
    timeout: 10,
    ...(isLocal ? { execute: [openid.allowInsecureRequests] } : {}),
  })
}
