import { Refusal } from '@congso/kernel/contract'
import { describe, expect, it } from 'vitest'
import { chargedFees, ownerOf } from './intake.ts'

const refused = (work: () => unknown) => {
  try {
    work()
  } catch (error) {
    if (error instanceof Refusal) return [error.code, error.field]
  }
  return undefined
}

describe('whom a dossier is for', () => {
  const owner = { kind: 'citizen', name: 'Tòng Văn Hặc', idNumber: '012345678901' } as const

  it('is the applicant, whatever stands in the boxes of the other person', () => {
    expect(ownerOf({ forWhom: 'self', owner, authorisation: 'Giấy ủy quyền' })).toBeUndefined()
    expect(ownerOf({ owner: { kind: 'citizen' } })).toBeUndefined()
  })

  it('is the other person with a paper that says so', () => {
    expect(ownerOf({ forWhom: 'other', owner, authorisation: 'Giấy ủy quyền 12' })).toEqual(owner)
    expect(ownerOf({ owner, authorisation: 'Giấy ủy quyền 12' })).toEqual(owner)
  })

  it('is refused at the box that is missing', () => {
    expect(refused(() => ownerOf({ forWhom: 'other', owner: { kind: 'citizen' } }))).toEqual([
      'casework.owner-missing',
      'owner.name',
    ])
    expect(refused(() => ownerOf({ forWhom: 'other', owner }))).toEqual(['casework.proxy-missing', 'authorisation'])
  })
})

describe('the fees of a dossier', () => {
  const name = 'Lệ phí'

  it('leaves out lines of the tariff that do not apply', () => {
    expect(chargedFees([{ name, state: 'none', amount: 8000 }, { name }])).toEqual([])
  })

  it('keeps how a fee was paid only when it was', () => {
    expect(
      chargedFees([
        { name, amount: 8000, state: 'paid' },
        { name, amount: 0, state: 'due', method: 'transfer' },
      ]),
    ).toEqual([
      { name, amount: 8000, state: 'paid', method: 'cash', reason: '' },
      { name, amount: 0, state: 'due', method: null, reason: '' },
    ])
  })

  it('wants the reason of an exemption, and no amount', () => {
    expect(refused(() => chargedFees([{ name, state: 'exempt', reason: ' ' }]))).toEqual([
      'casework.reason-missing',
      'fees.0.reason',
    ])
    expect(chargedFees([{ name, state: 'exempt', reason: 'Người cao tuổi' }])[0]).toMatchObject({
      amount: 0,
      state: 'exempt',
    })
  })

  it('refuses an amount nobody decided about, and a decision without an amount', () => {
    expect(refused(() => chargedFees([{ name, amount: 8000 }]))).toEqual(['casework.fee-undecided', 'fees.0.state'])
    expect(refused(() => chargedFees([{ name, state: 'due' }]))).toEqual(['casework.fee-undecided', 'fees.0.amount'])
  })
})
