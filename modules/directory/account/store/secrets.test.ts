import { describe, expect, test } from 'vitest'
import { checkPassword } from '../../domain/password.ts'
import { createGate } from './gate.ts'
import { hashPassword, needsRehash, verifyPassword } from './password-hash.ts'
import { newOneTimePassword, newRecoveryCodes, newToken, recoveryDigest } from './secret.ts'

describe('a stored password', () => {
  test('is a PHC string of argon2id with a salt of its own, at OWASP’s cost or more', async () => {
    const [one, two] = await Promise.all([hashPassword('Mật khẩu dài 1!'), hashPassword('Mật khẩu dài 1!')])
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/)
    expect(one).not.toBe(two)
    expect(needsRehash(one)).toBe(false)
    expect(needsRehash(one.replace('t=2', 't=1'))).toBe(true)
    expect(needsRehash('$2b$12$abc')).toBe(true)
  })
  test('is known again in any Unicode form and with spaces around, and nothing else is', async () => {
    const stored = await hashPassword('Ở trần 2026!')
    for (const same of ['Ở trần 2026!', ' Ở trần 2026! ', 'Ở trần 2026!'.normalize('NFD')]) {
      expect(await verifyPassword(stored, same)).toBe(true)
    }
    for (const other of ['ở trần 2026!', 'Ở trần 2026', '']) expect(await verifyPassword(stored, other)).toBe(false)
  })
  test('that does not exist, or cannot be read, costs the work and is never right', async () => {
    for (const stored of [null, '', 'x', '$argon2id$v=19$m=19456,t=2,p=1$$'])
      expect(await verifyPassword(stored, '')).toBe(false)
  })
})

test('secrets are random, and of the shape that the rules ask for', () => {
  expect(newToken()).toHaveLength(32)
  const codes = newRecoveryCodes()
  expect(new Set(codes).size).toBe(10)
  for (const code of codes) expect(code).toMatch(/^[A-HJ-NP-Z2-9]{5}-[A-HJ-NP-Z2-9]{5}$/)
  expect(recoveryDigest('abcde 23456')).toBe(recoveryDigest('ABCDE-23456'))
  for (let i = 0; i < 200; i += 1) {
    expect(checkPassword(newOneTimePassword(), { userName: 'hang.lt', hasSecondFactor: false })).toEqual([])
  }
})

describe('the gate', () => {
  const later = () => {
    let open = () => {}
    const wait = new Promise<void>(resolve => (open = resolve))
    return { wait, open }
  }
  test('lets a few in, a few wait, and turns the rest away at once', async () => {
    const gate = createGate({ atOnce: 2, waiting: 1 })
    const hold = [later(), later(), later()]
    const began: number[] = []
    const runs = hold.map(({ wait }, index) =>
      gate.run(async () => {
        began.push(index)
        await wait
        return index
      }),
    )
    await Promise.resolve()
    expect(began).toEqual([0, 1])
    expect(await gate.run(async () => 9)).toBeUndefined()
    hold[0]!.open()
    expect(await runs[0]).toEqual({ done: 0 })
    await Promise.resolve()
    expect(began).toEqual([0, 1, 2])
    hold[1]!.open()
    hold[2]!.open()
    expect(await Promise.all(runs)).toEqual([{ done: 0 }, { done: 1 }, { done: 2 }])
    expect(await gate.run(async () => 9)).toEqual({ done: 9 })
  })
  test('gives the place back when the work fails', async () => {
    const gate = createGate({ atOnce: 1, waiting: 0 })
    await expect(gate.run(async () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(await gate.run(async () => 1)).toEqual({ done: 1 })
  })
})
