import { openHouse, type House } from '@congso/kernel/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { organisation } from './organisation/testing.ts'
import { buildOffice, type Office } from './testing.ts'

let house: House
let office: Office

beforeAll(async () => {
  house = await openHouse([organisation])
  office = await buildOffice(house)
})
afterAll(() => house.close())

describe('the office of the mock-ups', () => {
  test('has its people in their places', () => {
    const { clerk, officer, head, leader } = office.actor
    expect([clerk.name, officer.name, head.name, leader.name]).toEqual([
      'Lê Thu Hằng',
      'Nguyễn Hữu Phước',
      'Tô Văn Đệ',
      'Hoàng Minh Tuệ',
    ])
    expect(head).toMatchObject({ title: 'Trưởng phòng Kinh tế', unitName: 'Phòng Kinh tế', unit: office.units.economy })
    expect(leader.agencyName).toBe('Ủy ban nhân dân xã Tân Hòa')
  })

  test('gives each what their role reaches', () => {
    const { clerk, officer, leader, administrator, records, supervisor, strangerClerk } = office.actor
    expect(clerk.rights['casework.dossier.receive']).toEqual({ agencies: [office.agency] })
    expect(clerk.rights['casework.dossier.sign']).toBeUndefined()
    expect(officer.rights['casework.dossier.handle']).toEqual({ units: [office.units.economy] })
    expect(leader.rights['casework.dossier.sign']).toEqual({ agencies: [office.agency] })
    // What is to be signed may be sent back, which ends a step as handling does.
    expect(leader.rights['casework.dossier.handle']).toEqual({ agencies: [office.agency] })
    expect(records.rights['numbering.number.void']).toEqual({ agencies: [office.agency] })
    expect(records.rights['files.file.remove']).toEqual({ agencies: [office.agency] })
    expect(administrator.rights['numbering.number.void']).toEqual({ all: true })
    expect(administrator.rights['directory.organisation.edit']).toEqual({ all: true })
    expect(supervisor.rights['casework.dossier.supervise']?.agencies).toHaveLength(7)
    expect(strangerClerk.rights['casework.dossier.receive']?.agencies).toEqual([office.communes[1]])
  })
})
