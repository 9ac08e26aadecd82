import { addDays, atLocal, localDate } from '@congso/kernel/contract'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isWithin } from './period.ts'
import { patternCovers } from './permission.ts'
import { effectiveRights, nextChange, type ReachWord, type RightsBook, type SigningForm } from './right.ts'

const permissions = ['casework.dossier.approve', 'casework.dossier.receive', 'directory.person.edit', 'reports.read']
const days = fc
  .record({ start: fc.nat(20), length: fc.option(fc.integer({ min: 0, max: 15 })) })
  .map(({ start, length }) => ({
    validFrom: addDays('2026-11-01', start),
    validTo: length === null ? null : addDays('2026-11-01', start + length),
  }))
const positionIds = fc.constantFrom('p1', 'p2', 'p3')
const people = fc.constantFrom('a', 'b', 'c')
const patterns = fc.subarray(['*', 'casework.*', 'casework.dossier.approve', 'directory.*', 'reports.read'])
const dated = <T extends Record<string, unknown>>(fields: { [K in keyof T]: fc.Arbitrary<T[K]> }) =>
  fc.tuple(fc.record(fields), days).map(([record, period]) => ({ ...record, ...period }))
const books: fc.Arbitrary<RightsBook> = fc.record({
  permissions: fc.constant(permissions),
  positions: fc.constant(['p1', 'p2', 'p3'].map(id => ({ id, unit: `unit of ${id}`, agency: `agency of ${id}` }))),
  holdings: fc.array(dated({ person: people, position: positionIds }), { maxLength: 5 }),
  roles: fc.array(dated({ id: fc.constantFrom('r1', 'r2'), permissions: patterns }), { maxLength: 4 }),
  grants: fc.uniqueArray(
    dated({
      id: fc.string({ minLength: 1, maxLength: 3 }),
      role: fc.constantFrom('r1', 'r2'),
      position: positionIds,
      reach: fc.constantFrom<ReachWord[]>('own', 'unit', 'agency', 'subtree', 'all'),
    }),
    { maxLength: 5, selector: grant => grant.id },
  ),
  delegations: fc.uniqueArray(
    dated({
      id: fc.string({ minLength: 1, maxLength: 3 }),
      lender: positionIds,
      borrower: people,
      permissions: fc.option(patterns),
      form: fc.constantFrom<SigningForm[]>('KT.', 'TL.', 'TUQ.'),
    }),
    { maxLength: 4, selector: loan => loan.id },
  ),
})
const moments = fc.integer({ min: atLocal('2026-10-31'), max: atLocal('2026-12-10') })

/** The rule in one sentence, without periods or reasons: the other way to arrive at the same answer. */
function mayDo(rules: RightsBook, person: string, permission: string, date: string): boolean {
  const placed = rules.holdings.filter(one => one.person === person && isWithin(one, date)).map(one => one.position)
  const granted = (position: string) =>
    rules.grants.some(
      grant =>
        grant.position === position &&
        isWithin(grant, date) &&
        rules.roles.some(
          role =>
            role.id === grant.role &&
            isWithin(role, date) &&
            role.permissions.some(one => patternCovers(one, permission)),
        ),
    )
  if (placed.some(granted)) return true
  return rules.delegations.some(
    loan =>
      loan.borrower === person &&
      placed.length > 0 &&
      isWithin(loan, date) &&
      (loan.permissions === null || loan.permissions.some(one => patternCovers(one, permission))) &&
      granted(loan.lender),
  )
}

describe('effective rights, of any book', () => {
  it('are exactly what is granted or lent that day, never more', () => {
    fc.assert(
      fc.property(books, people, moments, (rules, person, at) => {
        const held = Object.keys(effectiveRights(rules, person, at).rights)
        expect(held).toEqual(permissions.filter(one => mayDo(rules, person, one, localDate(at))))
      }),
      { numRuns: 400 },
    )
  })

  it('do not depend on the order of the book', () => {
    fc.assert(
      fc.property(books, people, moments, (rules, person, at) => {
        const turned = {
          ...rules,
          positions: rules.positions.toReversed(),
          holdings: rules.holdings.toReversed(),
          roles: rules.roles.toReversed(),
          grants: rules.grants.toReversed(),
          delegations: rules.delegations.toReversed(),
          permissions: permissions.toReversed(),
        }
        expect(effectiveRights(turned, person, at)).toEqual(effectiveRights(rules, person, at))
      }),
    )
  })

  it('stay as they are until the next change', () => {
    fc.assert(
      fc.property(books, people, moments, (rules, person, at) => {
        const until = nextChange(rules, person, at) ?? atLocal('2030-01-01')
        expect(until).toBeGreaterThan(at)
        const now = effectiveRights(rules, person, at)
        for (const later of [until - 1, (at + until) / 2]) expect(effectiveRights(rules, person, later)).toEqual(now)
      }),
    )
  })

  it('have a reason inside its days for each permission, and none without', () => {
    fc.assert(
      fc.property(books, people, moments, (rules, person, at) => {
        const { rights, because } = effectiveRights(rules, person, at)
        expect([...new Set(because.map(one => one.permission))]).toEqual(Object.keys(rights))
        for (const one of because) expect(isWithin({ validFrom: one.from, validTo: one.to }, localDate(at))).toBe(true)
      }),
    )
  })
})
