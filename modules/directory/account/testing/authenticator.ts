import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto'

/** A passkey device in software, for tests: makes credentials and signs with them as WebAuthn Level 3 writes it. */
export type Device = {
  create(optionsJson: string, origin: string): string
  get(optionsJson: string, origin: string, changes?: { counter?: number; verified?: boolean }): string
}

/** A device with one key pair on P-256. */
export function makeDevice(): Device {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const id = randomBytes(32)
  let counter = 0
  return {
    create(optionsJson, origin) {
      const options = JSON.parse(optionsJson)
      const clientData = clientDataFor('webauthn.create', options.challenge, origin)
      const authData = Buffer.concat([
        authenticatorData(options.rp.id, 0x45, 0),
        Buffer.alloc(16),
        Buffer.from([0, id.length]),
        id,
        coseKey(publicKey),
      ])
      const attestation = Buffer.concat([
        Buffer.from([0xa3]),
        text('fmt'),
        text('none'),
        text('attStmt'),
        Buffer.from([0xa0]),
        text('authData'),
        bytes(authData),
      ])
      return credential(
        id,
        { clientDataJSON: clientData, attestationObject: attestation },
        { transports: ['internal'] },
      )
    },
    get(optionsJson, origin, changes = {}) {
      const options = JSON.parse(optionsJson)
      counter = changes.counter ?? counter + 1
      const clientData = clientDataFor('webauthn.get', options.challenge, origin)
      const authData = authenticatorData(options.rpId, changes.verified === false ? 0x01 : 0x05, counter)
      const signature = sign(
        'sha256',
        Buffer.concat([authData, createHash('sha256').update(clientData).digest()]),
        privateKey,
      )
      return credential(id, { clientDataJSON: clientData, authenticatorData: authData, signature }, {})
    },
  }
}

function clientDataFor(type: string, challenge: string, origin: string): Buffer {
  return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))
}

function authenticatorData(party: string, flags: number, counter: number): Buffer {
  const count = Buffer.alloc(4)
  count.writeUInt32BE(counter)
  return Buffer.concat([createHash('sha256').update(party).digest(), Buffer.from([flags]), count])
}

/** RFC 9053: kty EC2, alg ES256, curve P-256, x, y. */
function coseKey(key: KeyObject): Buffer {
  const { x = '', y = '' } = key.export({ format: 'jwk' })
  const head = Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01])
  return Buffer.concat([
    head,
    Buffer.from([0x21]),
    bytes(Buffer.from(x, 'base64url')),
    Buffer.from([0x22]),
    bytes(Buffer.from(y, 'base64url')),
  ])
}

function text(value: string): Buffer {
  return Buffer.concat([Buffer.from([0x60 + value.length]), Buffer.from(value)])
}

function bytes(value: Buffer): Buffer {
  const head = value.length < 256 ? [0x58, value.length] : [0x59, value.length >> 8, value.length & 255]
  return Buffer.concat([Buffer.from(head), value])
}

function credential(id: Buffer, parts: Record<string, Buffer>, more: object): string {
  const response = Object.fromEntries(Object.entries(parts).map(([name, value]) => [name, value.toString('base64url')]))
  const encoded = id.toString('base64url')
  return JSON.stringify({
    id: encoded,
    rawId: encoded,
    type: 'public-key',
    clientExtensionResults: {},
    response: { ...response, ...more },
  })
}
