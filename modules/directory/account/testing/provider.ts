import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** An OpenID provider on this machine for tests: discovery, keys, codes with PKCE, signed identities. */
export type Provider = {
  issuer: string
  /** Who is recognised at the next visit, and what their identity says. */
  person: Record<string, unknown>
  /** Follows the address somebody was sent to, as a browser whose owner is recognised; gives the address it comes back to. */
  visit(address: string): Promise<URL>
  /** Changes the identity just before it is signed, to see it refused. */
  forge: (claims: Record<string, unknown>) => Record<string, unknown>
  close(): Promise<void>
}

export const client = { id: 'congso', secret: 'bí-mật-của-ứng-dụng' }

/** Starts the provider. */
export async function startProvider(): Promise<Provider> {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const codes = new Map<string, { challenge: string; nonce: string; back: string; claims: Record<string, unknown> }>()
  const server = createServer((request, response) => void answer(request, response))
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const provider: Provider = {
    issuer,
    person: { sub: 'cccd-001' },
    forge: claims => claims,
    async visit(address) {
      const response = await fetch(address, { redirect: 'manual' })
      return new URL(response.headers.get('location') ?? 'http://no-location/')
    },
    close: () => new Promise(resolve => server.close(() => resolve())),
  }
  return provider

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', issuer)
    if (url.pathname === '/.well-known/openid-configuration') return json(response, configurationOf(issuer))
    if (url.pathname === '/keys')
      return json(response, {
        keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' }],
      })
    if (url.pathname === '/authorize') return authorize(url, response)
    return await token(request, response)
  }

  function authorize(url: URL, response: ServerResponse): void {
    const given = url.searchParams
    const code = randomBytes(16).toString('hex')
    const back = given.get('redirect_uri') ?? ''
    codes.set(code, {
      challenge: given.get('code_challenge') ?? '',
      nonce: given.get('nonce') ?? '',
      back,
      claims: provider.person,
    })
    const to = new URL(back)
    to.search = new URLSearchParams({ code, state: given.get('state') ?? '', iss: issuer }).toString()
    response.writeHead(302, { location: to.href }).end()
  }

  async function token(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const form = new URLSearchParams(await text(request))
    const code = form.get('code') ?? ''
    const kept = codes.get(code)
    codes.delete(code)
    const verifier = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url')
    const known = form.get('client_secret') === client.secret && form.get('redirect_uri') === kept?.back
    if (!kept || !known || verifier !== kept.challenge) return json(response, { error: 'invalid_grant' }, 400)
    const now = Math.floor(Date.now() / 1000)
    const claims = provider.forge({
      iss: issuer,
      aud: client.id,
      iat: now,
      exp: now + 60,
      nonce: kept.nonce,
      ...kept.claims,
    })
    json(response, { access_token: 'x', token_type: 'Bearer', expires_in: 60, id_token: signed(claims) })
  }

  function signed(claims: Record<string, unknown>): string {
    const parts = [{ alg: 'RS256', kid: 'one' }, claims]
      .map(part => Buffer.from(JSON.stringify(part)).toString('base64url'))
      .join('.')
    return `${parts}.${sign('sha256', Buffer.from(parts), privateKey).toString('base64url')}`
  }
}

function configurationOf(issuer: string) {
  return {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/keys`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    code_challenge_methods_supported: ['S256'],
    token_endpoint_auth_methods_supported: ['client_secret_post'],
    authorization_response_iss_parameter_supported: true,
  }
}

function json(response: ServerResponse, value: unknown, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value))
}

async function text(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(Buffer.from(part))
  return Buffer.concat(parts).toString()
}
