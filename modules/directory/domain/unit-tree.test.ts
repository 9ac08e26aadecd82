import { addDays } from '@congso/kernel/contract'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isWithin } from './period.ts'
import {
  agencyOn,
  ancestorsOn,
  checkClosing,
  checkTree,
  closed,
  descendantsOn,
  moved,
  type Placing,
} from './unit-tree.ts'

const always = { validFrom: '2026-01-01', validTo: null }
const placings: Placing[] = [
  { id: 'province', kind: 'agency', parent: null, ...always },
  { id: 'department', kind: 'agency', parent: 'province', ...always },
  { id: 'commune', kind: 'agency', parent: 'province', ...always },
  { id: 'office', kind: 'unit', parent: 'commune', ...always },
  { id: 'counter', kind: 'unit', parent: 'office', ...always },
  { id: 'old-office', kind: 'unit', parent: 'commune', validFrom: '2026-01-01', validTo: '2026-07-01' },
]
const check = (list: readonly Placing[]) =>
  checkTree(list).map(one => `${one.path} ${one.code.replace('directory.', '')}`)
const day = '2026-11-19'

describe('the tree of agencies and units', () => {
  it('is sound', () => {
    expect(check(placings)).toEqual([])
  })

  it('answers who is above, below, and in which agency, on a day', () => {
    expect(ancestorsOn(placings, 'counter', day)).toEqual(['office', 'commune', 'province'])
    expect(descendantsOn(placings, 'province', day)).toEqual(['department', 'commune', 'office', 'counter'])
    expect(descendantsOn(placings, 'province', day, 'agency')).toEqual(['department', 'commune'])
    expect(descendantsOn(placings, 'commune', '2026-03-01', 'unit')).toEqual(['office', 'old-office', 'counter'])
    expect(agencyOn(placings, 'counter', day)).toBe('commune')
    expect(agencyOn(placings, 'commune', day)).toBe('commune')
    expect(agencyOn(placings, 'old-office', day)).toBeNull()
  })

  it.each<[Placing, string]>([
    [{ id: 'x', kind: 'unit', parent: 'commune', validFrom: day, validTo: day }, 'unit-dates-reversed'],
    [{ id: 'x', kind: 'unit', parent: null, ...always }, 'unit-without-agency'],
    [{ id: 'x', kind: 'unit', parent: 'nowhere', ...always }, 'unit-parent-unknown'],
    [{ id: 'x', kind: 'agency', parent: 'office', ...always }, 'agency-below-unit'],
    [{ id: 'x', kind: 'unit', parent: 'old-office', ...always }, 'unit-outlives-parent'],
    [{ id: 'x', kind: 'unit', parent: 'office', validFrom: '2025-01-01', validTo: null }, 'unit-outlives-parent'],
  ])('refuses %j: %s', (placing, code) => {
    expect(check([...placings, placing])).toEqual([`x ${code}`])
  })

  it('refuses one thing in two places on the same day', () => {
    const twice: Placing = { id: 'counter', kind: 'unit', parent: 'commune', validFrom: '2026-06-01', validTo: null }
    expect(check([...placings, twice])).toEqual(['counter unit-in-two-places'])
  })

  it('moves from a day on, and refuses a move below itself', () => {
    const after = moved(placings, 'counter', 'commune', day)
    expect(check(after)).toEqual([])
    expect(ancestorsOn(after, 'counter', '2026-11-18')).toEqual(['office', 'commune', 'province'])
    expect(ancestorsOn(after, 'counter', day)).toEqual(['commune', 'province'])
    expect(moved(after, 'counter', 'office', day)).toHaveLength(after.length)
    expect(check(moved(placings, 'office', 'counter', day))).toEqual(['office unit-cycle'])
    expect(check(moved(placings, 'office', 'office', day))).toEqual(['office unit-cycle'])
  })

  it('closes what has no open child', () => {
    expect(checkClosing(placings, 'office', day)).toMatchObject([
      { path: 'counter', code: 'directory.unit-has-open-child' },
    ])
    expect(checkClosing(placings, 'counter', day)).toEqual([])
    const without = closed(placings, 'counter', day)
    expect(checkClosing(without, 'office', day)).toEqual([])
    expect(checkClosing(without, 'office', '2026-11-18')).toHaveLength(1)
    expect(check(closed(without, 'office', day))).toEqual([])
    expect(check(closed(placings, 'office', day))).toEqual(['counter unit-outlives-parent'])
    expect(checkClosing(without, 'counter', day)).toMatchObject([{ code: 'directory.unit-not-open' }])
  })

  const anyPlacings = fc.array(
    fc
      .record({
        id: fc.integer({ min: 0, max: 6 }),
        parent: fc.option(fc.integer({ min: 0, max: 6 })),
        start: fc.nat(10),
        length: fc.option(fc.nat(10)),
      })
      .map(({ id, parent, start, length }): Placing => ({
        id: String(id),
        kind: 'agency',
        parent: parent === null ? null : String(parent),
        validFrom: addDays('2026-11-01', start),
        validTo: length === null ? null : addDays('2026-11-01', start + length),
      })),
    { maxLength: 10 },
  )
  it('found sound has no loop on any day, and above is the reverse of below', () => {
    fc.assert(
      fc.property(anyPlacings, fc.nat(25), (list, offset) => {
        const on = addDays('2026-11-01', offset)
        if (checkTree(list).length > 0) return
        for (const { id } of list.filter(one => isWithin(one, on))) {
          const above = ancestorsOn(list, id, on)
          expect(above).not.toContain(id)
          for (const other of above) expect(descendantsOn(list, other, on)).toContain(id)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('never hangs on an unsound tree', () => {
    fc.assert(
      fc.property(anyPlacings, list => {
        checkTree(list)
        for (const { id, validFrom } of list) {
          expect(descendantsOn(list, id, validFrom).length).toBeLessThanOrEqual(7)
          expect(ancestorsOn(list, id, validFrom).length).toBeLessThanOrEqual(7)
        }
      }),
    )
  })
})
