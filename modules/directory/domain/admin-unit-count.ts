import type { Finding } from '@congso/kernel/contract'
import { unitsOn, type AdminUnit } from './admin-unit.ts'

/** Province code, name, and number of communes on 01/07/2025 (Decision 19/2025/QĐ-TTg): what a load must arrive at. */
export const communeCounts: readonly (readonly [code: string, name: string, communes: number])[] = [
  ['01', 'Hà Nội', 126],
  ['04', 'Cao Bằng', 56],
  ['08', 'Tuyên Quang', 124],
  ['11', 'Điện Biên', 45],
  ['12', 'Lai Châu', 38],
  ['14', 'Sơn La', 75],
  ['15', 'Lào Cai', 99],
  ['19', 'Thái Nguyên', 92],
  ['20', 'Lạng Sơn', 65],
  ['22', 'Quảng Ninh', 54],
  ['24', 'Bắc Ninh', 99],
  ['25', 'Phú Thọ', 148],
  ['31', 'Hải Phòng', 114],
  ['33', 'Hưng Yên', 104],
  ['37', 'Ninh Bình', 129],
  ['38', 'Thanh Hóa', 166],
  ['40', 'Nghệ An', 130],
  ['42', 'Hà Tĩnh', 69],
  ['44', 'Quảng Trị', 78],
  ['46', 'Huế', 40],
  ['48', 'Đà Nẵng', 94],
  ['51', 'Quảng Ngãi', 96],
  ['52', 'Gia Lai', 135],
  ['56', 'Khánh Hòa', 65],
  ['66', 'Đắk Lắk', 102],
  ['68', 'Lâm Đồng', 124],
  ['75', 'Đồng Nai', 95],
  ['79', 'Hồ Chí Minh', 168],
  ['80', 'Tây Ninh', 96],
  ['82', 'Đồng Tháp', 102],
  ['86', 'Vĩnh Long', 124],
  ['91', 'An Giang', 102],
  ['92', 'Cần Thơ', 103],
  ['96', 'Cà Mau', 64],
]

/**
 * Compares loaded units with the known counts of a date from 01/07/2025 on: 34 provinces by code and name, and the
 * communes of each. Later changes so far altered types only, so the counts still hold; a finding names what differs.
 */
export function checkAgainstCounts(units: readonly AdminUnit[], on: string): Finding[] {
  const current = unitsOn(units, on)
  const provinces = new Map(current.filter(unit => unit.level === 'province').map(unit => [unit.code, unit.name]))
  const communes = new Map<string, number>()
  for (const unit of current) {
    if (unit.level === 'commune' && unit.parentCode)
      communes.set(unit.parentCode, (communes.get(unit.parentCode) ?? 0) + 1)
  }
  const findings: Finding[] = []
  for (const [code, name, expected] of communeCounts) {
    const found = provinces.get(code)
    const counted = communes.get(code) ?? 0
    if (found !== name) findings.push(differs(code, 'directory.province-name-differs', name, found ?? ''))
    if (counted !== expected) findings.push(differs(code, 'directory.commune-count-differs', expected, counted))
  }
  const known = new Set(communeCounts.map(([code]) => code))
  const strangers = new Set([...provinces.keys(), ...communes.keys()].filter(code => !known.has(code)))
  for (const code of strangers) findings.push({ path: code, code: 'directory.province-unknown', params: { code } })
  return findings
}

function differs(path: string, code: string, expected: string | number, found: string | number): Finding {
  return { path, code, params: { expected, found } }
}
