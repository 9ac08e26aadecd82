import { describe, expect, it } from 'vitest'
import { readAdminUnitChanges } from './admin-unit-change-list.ts'
import { changesOf2026, type AdminUnitChange } from './admin-unit-change.ts'

const dated = { code: '00091', effective: '2027-01-01', decree: '1/NQ' }

describe('a list of changes', () => {
  it('comes back from JSON as it was written', () => {
    const others: AdminUnitChange[] = [
      { ...dated, kind: 'alter', name: 'Phú Thượng' },
      { ...dated, kind: 'close', successors: ['00103'] },
      { ...dated, kind: 'open', code: '99001', type: 'ward', name: 'Mới', parentCode: '01' },
      { ...dated, kind: 'open', code: '99', type: 'province', name: 'Mới', parentCode: null },
    ]
    const changes = [...changesOf2026, ...others]
    expect(readAdminUnitChanges(JSON.parse(JSON.stringify(changes)))).toEqual({ changes, findings: [] })
  })

  it.each([
    [{ ...dated, kind: 'rename', name: 'x' }, 'kind'],
    ['text', 'kind'],
    [{ ...dated, kind: 'alter', code: 91, type: 'ward' }, 'code'],
    [{ ...dated, kind: 'alter', code: '91', effective: '1/1/2027', type: 'ward' }, 'effective'],
    [{ ...dated, kind: 'alter', effective: '2027-02-30', type: 'ward' }, 'effective'],
    [{ ...dated, kind: 'alter', decree: ' ', type: 'ward' }, 'decree'],
    [{ ...dated, kind: 'alter' }, 'type'],
    [{ ...dated, kind: 'alter', type: 'phường' }, 'type'],
    [{ ...dated, kind: 'alter', name: '' }, 'name'],
    [{ ...dated, kind: 'close' }, 'successors'],
    [{ ...dated, kind: 'close', successors: [1] }, 'successors'],
    [{ ...dated, kind: 'open', name: 'x', parentCode: '01' }, 'type'],
    [{ ...dated, kind: 'open', type: 'ward', parentCode: '01' }, 'name'],
    [{ ...dated, kind: 'open', type: 'ward', name: 'x' }, 'parentCode'],
  ])('refuses %j at %s', (row, field) => {
    expect(readAdminUnitChanges([row])).toEqual({
      changes: [],
      findings: [{ path: `0.${field}`, code: 'directory.unit-change-invalid' }],
    })
  })

  it('is a list', () => {
    expect(readAdminUnitChanges({}).findings).toEqual([{ path: '', code: 'directory.unit-changes-not-a-list' }])
  })
})
