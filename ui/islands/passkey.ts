import { defineElement, type Island } from './element.ts'

type Answer = { id: string; type: string; parts: Record<string, ArrayBuffer | null>; transports?: string[] }

/**
 * Asks the browser for a passkey, or to make one, and sends the form it stands in. The element carries the question as JSON in
 * `data-options`; `data-kind` is `create` or `get`; the answer goes into the hidden field `response`. Plain lines with
 * `data-unsupported` and `data-cancelled` say what went wrong.
 */
export function start(): void {
  defineElement('cs-passkey', enter)
}

function enter(element: HTMLElement): Island {
  const button = element.querySelector('button')
  const say = (which: 'unsupported' | 'cancelled' | null) => {
    for (const name of ['unsupported', 'cancelled']) {
      const line = element.querySelector<HTMLElement>(`[data-${name}]`)
      if (line) line.hidden = name !== which
    }
  }
  if (!window.PublicKeyCredential) {
    say('unsupported')
    if (button) button.disabled = true
    return {}
  }
  const leaving = new AbortController()
  button?.addEventListener('click', event => {
    event.preventDefault()
    say(null)
    void answerTo(element, leaving.signal).then(
      text => send(element, text),
      () => say('cancelled'),
    )
  })
  return { leave: () => leaving.abort() }
}

async function answerTo(element: HTMLElement, signal: AbortSignal): Promise<string> {
  const given: unknown = JSON.parse(element.dataset['options'] ?? '{}')
  const credential =
    element.dataset['kind'] === 'create'
      ? await navigator.credentials.create({ publicKey: creation(given), signal })
      : await navigator.credentials.get({ publicKey: request(given), signal })
  if (!(credential instanceof PublicKeyCredential)) throw new Error('no passkey was given')
  return JSON.stringify('toJSON' in credential ? credential.toJSON() : asJson(credential))
}

function send(element: HTMLElement, text: string): void {
  const form = element.closest('form')
  const field = form?.querySelector<HTMLInputElement>('input[name="response"]')
  if (!form || !field) return
  field.value = text
  form.requestSubmit()
}

/** Chrome 109 has neither `parse…FromJSON` nor `toJSON`: there the same is done by hand. */
function creation(options: unknown): PublicKeyCredentialCreationOptions {
  if (!isCreation(options)) throw new TypeError('not a question for a new passkey')
  if ('parseCreationOptionsFromJSON' in PublicKeyCredential)
    return PublicKeyCredential.parseCreationOptionsFromJSON(options)
  const { rp, pubKeyCredParams, timeout, authenticatorSelection } = options
  return {
    rp,
    pubKeyCredParams,
    ...(timeout === undefined ? {} : { timeout }),
    ...(authenticatorSelection === undefined ? {} : { authenticatorSelection }),
    attestation: 'none',
    challenge: bytes(options.challenge),
    user: { ...options.user, id: bytes(options.user.id) },
    excludeCredentials: (options.excludeCredentials ?? []).map(described),
  }
}

function request(options: unknown): PublicKeyCredentialRequestOptions {
  if (!isRequest(options)) throw new TypeError('not a question for a passkey')
  if ('parseRequestOptionsFromJSON' in PublicKeyCredential)
    return PublicKeyCredential.parseRequestOptionsFromJSON(options)
  const { rpId, timeout } = options
  return {
    ...(rpId === undefined ? {} : { rpId }),
    ...(timeout === undefined ? {} : { timeout }),
    userVerification: 'required',
    challenge: bytes(options.challenge),
    allowCredentials: (options.allowCredentials ?? []).map(described),
  }
}

/** The server wrote it; a page from another version is the one thing to guard against. */
function isCreation(value: unknown): value is PublicKeyCredentialCreationOptionsJSON {
  return isRequest(value) && 'user' in value && 'pubKeyCredParams' in value
}

function isRequest(value: unknown): value is PublicKeyCredentialRequestOptionsJSON {
  return typeof value === 'object' && value !== null && 'challenge' in value && typeof value.challenge === 'string'
}

function described(one: PublicKeyCredentialDescriptorJSON): PublicKeyCredentialDescriptor {
  return { type: 'public-key', id: bytes(one.id) }
}

function asJson(credential: PublicKeyCredential): object {
  const { id, type, parts, transports } = partsOf(credential)
  const encoded = Object.entries(parts).flatMap(([name, value]) => (value ? [[name, base64url(value)] as const] : []))
  return {
    id,
    rawId: id,
    type,
    clientExtensionResults: {},
    response: { ...Object.fromEntries(encoded), ...(transports ? { transports } : {}) },
  }
}

function partsOf({ id, type, response }: PublicKeyCredential): Answer {
  const { clientDataJSON } = response
  if (response instanceof AuthenticatorAttestationResponse) {
    const { attestationObject } = response
    return { id, type, parts: { clientDataJSON, attestationObject }, transports: response.getTransports() }
  }
  if (response instanceof AuthenticatorAssertionResponse) {
    const { authenticatorData, signature, userHandle } = response
    return { id, type, parts: { clientDataJSON, authenticatorData, signature, userHandle } }
  }
  return { id, type, parts: { clientDataJSON } }
}

function bytes(encoded: string): ArrayBuffer {
  const plain = atob(encoded.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(plain, letter => letter.charCodeAt(0)).buffer
}

function base64url(buffer: ArrayBuffer): string {
  const plain = String.fromCharCode(...new Uint8Array(buffer))
  return btoa(plain).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}
