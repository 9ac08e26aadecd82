import { describe, expect, test } from 'vitest'
import { deviceName } from './device.ts'
import { localPath, readUserName } from './local-path.ts'
import { readAuthentication, readRegistration } from './passkey-response.ts'
import { checkSignInPolicy, lawfulSignIn, lockoutOf, readSignInPolicy, sessionsOf } from './sign-in-policy.ts'
import { codeAt, newTotpSecret, stepOfCode, totpAddress, usableStep } from './totp.ts'

test.each([
  ['/desk?late=1', '/desk?late=1'],
  [undefined, '/'],
  ['', '/'],
  ['//evil.vn', '/'],
  ['/\\evil.vn', '/'],
  ['https://evil.vn', '/'],
  ['/a\nb', '/'],
  ['/sign-in?next=/sign-in', '/'],
  ['/sign-out', '/'],
  ['/signature', '/signature'],
])('goes from %j to %j', (given, expected) => expect(localPath(given)).toBe(expected))

test('compares user names without spaces, case and ways of writing', () => {
  expect(readUserName(' Hằng.LT ')).toBe(readUserName('hằng.lt'.normalize('NFD')))
})

test.each([
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/109.0.0.0 Safari/537.36',
    'Chrome 109 · Windows',
  ],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) coc_coc_browser/120.0.0 Chrome/114.0.0.0 Safari/537.36',
    'Cốc Cốc 120 · Windows',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1',
    'Safari 17 · iOS',
  ],
  [
    'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/128.0.0.0 Mobile Safari/537.36',
    'Chrome 128 · Android',
  ],
  ['curl/8.5.0', 'curl'],
  ['', ''],
])('knows a device by %j', (agent, name) => expect(deviceName(agent)).toBe(name))

describe('one-time codes', () => {
  // RFC 6238, Appendix B, with the SHA-1 secret "12345678901234567890": the last six of the eight digits.
  const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
  test.each([
    [59, '287082', 1],
    [1_111_111_109, '081804', 37_037_036],
    [20_000_000_000, '353130', 666_666_666],
  ])('at %d seconds is %s', (seconds, code, step) => {
    expect(codeAt(secret, seconds * 1000)).toBe(code)
    expect(stepOfCode(secret, code, seconds * 1000)).toBe(step)
  })
  test('forgives one step of clock difference and no more', () => {
    const now = 1_111_111_110_000
    const code = codeAt(secret, now)
    for (const [late, fits] of [
      [30, true],
      [-30, true],
      [60, false],
      [-60, false],
    ] as const) {
      expect(stepOfCode(secret, code, now + late * 1000) !== null).toBe(fits)
    }
  })
  test('are used once, and not after a later one', () => {
    const now = 1_111_111_110_000
    const step = usableStep(secret, codeAt(secret, now), null, now)
    expect(step).toBe(37_037_037)
    expect(usableStep(secret, codeAt(secret, now), step, now)).toBeNull()
    expect(usableStep(secret, codeAt(secret, now - 30_000), step, now)).toBeNull()
    expect(usableStep(secret, codeAt(secret, now + 30_000), step, now)).toBe(37_037_038)
  })
  test('are six digits, spaces forgiven', () => {
    const code = codeAt(secret, 0)
    expect(stepOfCode(secret, `${code.slice(0, 3)} ${code.slice(3)}`, 0)).toBe(0)
    for (const wrong of ['', '12345', '1234567', 'abcdef', '٣٤٥٦٧٨']) expect(stepOfCode(secret, wrong, 0)).toBeNull()
  })
  test('come from 160 random bits, told to the app by address', () => {
    const fresh = newTotpSecret()
    expect(fresh).toMatch(/^[A-Z2-7]{32}$/)
    expect(newTotpSecret()).not.toBe(fresh)
    const address = new URL(totpAddress(fresh, 'hang.lt', 'Công sở số'))
    expect(address.protocol).toBe('otpauth:')
    expect(address.searchParams.get('secret')).toBe(fresh)
    expect(decodeURIComponent(address.pathname)).toContain('hang.lt')
  })
})

describe('the policy', () => {
  test('read from nothing, or from an older record, is the lawful one', () => {
    expect(readSignInPolicy(undefined)).toEqual(lawfulSignIn)
    expect(readSignInPolicy({ maxFailures: 3, help: 5, unknown: true })).toEqual({ ...lawfulSignIn, maxFailures: 3 })
    expect(checkSignInPolicy(lawfulSignIn)).toEqual([])
  })
  test.each([
    ['https://motcua.vn', '', 'https://motcua.vn'],
    ['http://localhost:3000', '', 'http://localhost:3000'],
    ['https://motcua.vn/', 'https://congso.vn', 'https://congso.vn'],
    ['http://motcua.vn', '', ''],
    ['https://10.1.2.3', '', ''],
    ['http://127.0.0.1:3000', '', ''],
    [undefined, '', ''],
  ])('started at %j with %j written holds at %j', (startedAt, origin, expected) =>
    expect(readSignInPolicy({ origin }, startedAt).origin).toBe(expected),
  )
  test('in the terms of the rules is in milliseconds', () => {
    expect(sessionsOf(lawfulSignIn)).toMatchObject({ idleUser: 900_000, idleAdmin: 300_000, longestUser: 43_200_000 })
    expect(lockoutOf({ ...lawfulSignIn, maxFailures: 3 })).toMatchObject({ maxFailures: 3, firstLock: 300_000 })
  })
})

test('reads what browsers say of passkeys, and nothing else', () => {
  const parts = { id: 'a', rawId: 'a', type: 'public-key' }
  const made = { ...parts, response: { clientDataJSON: 'x', attestationObject: 'y' } }
  const signed = { ...parts, response: { clientDataJSON: 'x', authenticatorData: 'y', signature: 'z' } }
  expect(readRegistration(JSON.stringify(made))).toEqual(made)
  expect(readAuthentication(JSON.stringify(signed))).toEqual(signed)
  for (const wrong of [
    '',
    'null',
    '[]',
    '{}',
    '{"id":1}',
    JSON.stringify({ ...made, rawId: 'b' }),
    JSON.stringify({ ...made, response: null }),
  ]) {
    expect(readRegistration(wrong)).toBeNull()
    expect(readAuthentication(wrong)).toBeNull()
  }
})
