import { describe, expect, it } from 'vitest'
import { issuerOf, placeOf } from './issuer.ts'

const commune = {
  agencyName: 'Ủy ban nhân dân xã Tân Hòa',
  agencyShortName: 'UBND xã Tân Hòa',
  agencyKind: 'commune',
  parentShortName: 'UBND tỉnh Sơn Giang',
  unitName: 'Trung tâm Phục vụ hành chính công xã',
  unitKind: 'one-stop',
}

describe('who gives out a paper', () => {
  it("is the commune's centre under its committee", () => {
    expect(issuerOf(commune)).toEqual({
      parent: 'UBND xã Tân Hòa',
      name: 'Trung tâm Phục vụ hành chính công',
      place: 'Tân Hòa',
      centre: 'Trung tâm Phục vụ hành chính công xã Tân Hòa',
    })
  })

  it('is the provincial centre itself, under the committee of the province', () => {
    const agencyName = 'Trung tâm Phục vụ hành chính công tỉnh Sơn Giang'
    const centre = { ...commune, agencyName, agencyKind: 'centre', unitName: 'Bộ phận Tiếp nhận và trả kết quả' }
    expect(issuerOf(centre)).toEqual({
      parent: 'UBND tỉnh Sơn Giang',
      name: agencyName,
      place: 'Sơn Giang',
      centre: agencyName,
    })
  })

  it('is the agency when the paper comes from another unit', () => {
    expect(issuerOf({ ...commune, unitKind: 'division', unitName: 'Phòng Kinh tế' }).name).toBe(
      'Ủy ban nhân dân xã Tân Hòa',
    )
  })

  it.each([
    ['Ủy ban nhân dân phường An Bình', 'An Bình'],
    ['Sở Xây dựng tỉnh Sơn Giang', 'Sơn Giang'],
    ['Ủy ban nhân dân Thành phố Hồ Chí Minh', 'Hồ Chí Minh'],
    ['Kho bạc Nhà nước', 'Kho bạc Nhà nước'],
  ])('dates the papers of %s at %s', (name, place) => {
    expect(placeOf(name)).toBe(place)
  })
})
