import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkLockoutPolicy, decideSignIn, lawfulLockout, lockLength, type SignInAttempt } from './lockout.ts'
import { checkPassword, checkPasswordPolicy, lawfulPasswords, passwordDueAt } from './password.ts'
import { checkSessionPolicy, isActWorthStoring, lawfulSessions, sessionState, type Session } from './session.ts'

const minute = 60_000
const codes = (findings: readonly { code: string }[]) => findings.map(one => one.code.replace('directory.', ''))

const failuresAt = (...at: number[]): SignInAttempt[] => at.map(one => ({ at: one, outcome: 'failed' }))

describe('a password', () => {
  const alone = { userName: 'hang.lt', hasSecondFactor: false }
  const withMfa = { userName: 'hang.lt', hasSecondFactor: true }
  it.each([
    ['Mua-xuan-2026!x', []],
    ['Mưa-Xuân-Đến-2026', []],
    ['Ngắn-1', ['password-too-short']],
    ['khong-co-hoa-2026', ['password-needs-upper']],
    ['KHONG-CO-THUONG-1', ['password-needs-lower']],
    ['Khong-Co-So-Nao-Ca', ['password-needs-digit']],
    ['KhongCoKyTuDacBiet1', ['password-needs-special']],
    ['Khong Co Ky Tu Dac 1', ['password-needs-special']],
    ['Cua-Hang.LT-la-2026', ['password-has-user-name']],
    [
      '',
      [
        'password-too-short',
        'password-needs-upper',
        'password-needs-lower',
        'password-needs-digit',
        'password-needs-special',
      ],
    ],
  ])('alone: %j', (password, expected) => {
    expect(codes(checkPassword(password, alone))).toEqual(expected)
  })

  it.each([
    ['muaxuan8', []],
    ['muaxuan', ['password-too-short']],
    ['xhang.ltx', ['password-has-user-name']],
    ['a'.repeat(129), ['password-too-long']],
  ])('with a second factor: %j', (password, expected) => {
    expect(codes(checkPassword(password, withMfa))).toEqual(expected)
  })

  it('counts characters as people see them, however they are encoded', () => {
    expect(checkPassword('ế'.repeat(7).normalize('NFD'), withMfa)).toMatchObject([{ params: { length: 7, least: 8 } }])
  })

  it('of an administrator is due within two months', () => {
    expect(passwordDueAt(0, false)).toBeNull()
    expect(passwordDueAt(Date.UTC(2027, 0, 31), true)).toBeLessThanOrEqual(Date.UTC(2027, 2, 31))
  })

  it('policy may be stricter than the law, never weaker', () => {
    expect(checkPasswordPolicy(lawfulPasswords)).toEqual([])
    expect(checkPasswordPolicy({ ...lawfulPasswords, minLengthAlone: 16, adminMaxAgeDays: 30 })).toEqual([])
    const weak = { minLengthWithMfa: 7, minLengthAlone: 13, remembered: 9, adminMaxAgeDays: 90, maxLength: 10 }
    expect(checkPasswordPolicy(weak).map(one => one.path)).toEqual([
      'minLengthWithMfa',
      'minLengthAlone',
      'remembered',
      'adminMaxAgeDays',
      'maxLength',
    ])
  })
})

describe('sign-in attempts', () => {
  it('are counted down to the lock', () => {
    expect(decideSignIn([], 0)).toEqual({ allowed: true, failures: 0, failuresLeft: 5 })
    expect(decideSignIn(failuresAt(1, 2, 3, 4), 5)).toEqual({ allowed: true, failures: 4, failuresLeft: 1 })
  })

  it('lock at the fifth failure in a row, and longer at each further one', () => {
    const five = failuresAt(1, 2, 3, 4, 5)
    expect(decideSignIn(five, 6)).toEqual({ allowed: false, failures: 5, lockedUntil: 5 + 5 * minute })
    expect(decideSignIn(five, 5 + 5 * minute)).toEqual({ allowed: true, failures: 5, failuresLeft: 1 })
    const sixth = 10 * minute
    expect(decideSignIn([...five, ...failuresAt(sixth)], sixth + 1)).toMatchObject({ lockedUntil: sixth + 10 * minute })
  })

  it('start again after a success, and refused tries prolong nothing', () => {
    const five = failuresAt(1, 2, 3, 4, 5)
    expect(decideSignIn([...five, { at: 6, outcome: 'succeeded' }], 7)).toMatchObject({
      allowed: true,
      failuresLeft: 5,
    })
    expect(decideSignIn([...five, { at: 6, outcome: 'refused' }], 7)).toMatchObject({ lockedUntil: 5 + 5 * minute })
  })

  it('are forgotten after a day, and never lie in the future', () => {
    const day = 24 * 60 * minute
    expect(decideSignIn(failuresAt(1, 2, 3, 4, 5), day + 5)).toMatchObject({ allowed: true, failures: 0 })
    expect(decideSignIn(failuresAt(1, 2, 3, 4, 50), 10)).toMatchObject({ failures: 4 })
  })

  const attempts = fc.array(
    fc.record({
      at: fc.nat(30 * 60 * minute),
      outcome: fc.constantFrom('succeeded' as const, 'failed' as const, 'refused' as const),
    }),
    { maxLength: 30 },
  )
  it('decide the same in any order', () => {
    fc.assert(
      fc.property(attempts, fc.nat(60 * 60 * minute), (list, now) => {
        expect(decideSignIn(list.toReversed(), now)).toEqual(decideSignIn(list, now))
      }),
    )
  })

  it('never lock for longer than the policy says, nor after fewer failures', () => {
    fc.assert(
      fc.property(attempts, fc.nat(60 * 60 * minute), (list, now) => {
        const decision = decideSignIn(list, now)
        if (decision.allowed) return
        expect(decision.failures).toBeGreaterThanOrEqual(5)
        expect(decision.lockedUntil - now).toBeLessThanOrEqual(lawfulLockout.longestLock)
        expect(decideSignIn(list, decision.lockedUntil).allowed).toBe(true)
      }),
    )
  })

  it('lock longer and longer, up to the longest', () => {
    const lengths = [4, 5, 6, 7, 20, 2000].map(count => lockLength(count) / minute)
    expect(lengths).toEqual([0, 5, 10, 20, 720, 720])
  })

  it('policy may not allow more than five failures or forget a lock', () => {
    expect(checkLockoutPolicy(lawfulLockout)).toEqual([])
    const bad = { maxFailures: 6, firstLock: 0, longestLock: -1, memory: -1 }
    expect(checkLockoutPolicy(bad).map(one => one.path)).toEqual(['maxFailures', 'firstLock', 'longestLock', 'memory'])
  })
})

describe('a session', () => {
  const user: Session = { isAdmin: false, startedAt: 0, lastActAt: 0, endedAt: null }
  const admin: Session = { ...user, isAdmin: true }
  it.each([
    [user, 0, 'active', 14],
    [user, 13.9, 'active', 14],
    [user, 14, 'warned', 15],
    [user, 15, 'locked', 720],
    [user, 720, 'ended', null],
    [admin, 3.9, 'active', 4],
    [admin, 4, 'warned', 5],
    [admin, 5, 'locked', 480],
    [{ ...user, lastActAt: 700 * minute }, 714.5, 'warned', 715],
    [{ ...user, lastActAt: 719 * minute }, 719.5, 'warned', 720],
    [{ ...user, lastActAt: 719 * minute }, 720, 'ended', null],
    [{ ...user, endedAt: 3 * minute }, 3, 'ended', null],
  ] as const)('%j at minute %d is %s', (session, now, state, changes) => {
    expect(sessionState(session, now * minute)).toEqual({
      state,
      changesAt: changes === null ? null : changes * minute,
    })
  })

  it('is in the state it foretold, and only from then', () => {
    const session = fc.record({
      isAdmin: fc.boolean(),
      startedAt: fc.constant(0),
      lastActAt: fc.nat(800 * minute),
      endedAt: fc.option(fc.nat(900 * minute)),
    })
    fc.assert(
      fc.property(session, fc.nat(900 * minute), (one, now) => {
        const { state, changesAt } = sessionState(one, now)
        if (changesAt === null) {
          expect(state).toBe('ended')
          return
        }
        expect(changesAt).toBeGreaterThan(now)
        expect(sessionState(one, changesAt - 1).state).toBe(state)
        expect(sessionState(one, changesAt).state).not.toBe(state)
      }),
    )
  })

  it('is written down once in a while, not at each act, and not when locked', () => {
    expect(isActWorthStoring(user, minute)).toBe(false)
    expect(isActWorthStoring(user, 1.5 * minute)).toBe(true)
    expect(isActWorthStoring(admin, 4.5 * minute)).toBe(true)
    expect(isActWorthStoring(user, 16 * minute)).toBe(false)
  })

  it('policy may not lock later than the law allows', () => {
    expect(checkSessionPolicy(lawfulSessions)).toEqual([])
    expect(
      checkSessionPolicy({ ...lawfulSessions, idleUser: 16 * minute, idleAdmin: 0, longestUser: 1 }).map(
        one => `${one.path} ${one.code}`,
      ),
    ).toEqual([
      'idleUser directory.policy-weaker-than-law',
      'idleAdmin directory.policy-not-positive',
      'warnBefore directory.policy-contradicts',
      'longestUser directory.policy-contradicts',
    ])
  })
})
