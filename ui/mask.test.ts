import { describe, expect, test } from 'vitest'
import { maskEmail, maskId, maskIdTight, maskName, maskPhone } from './mask.ts'

describe('masks', () => {
  test('an identifier keeps its first digit and last three', () => {
    expect(maskId('001199000412')).toBe('0•• ••• ••• 412')
    expect(maskId('001 199 000 412')).toBe('0•• ••• ••• 412')
    expect(maskIdTight('001199000412')).toBe('0••••••••412')
    expect(maskId('123456789')).toBe('1•• ••• 789')
  })

  test('a telephone number keeps two and three', () => {
    expect(maskPhone('0912000318')).toBe('09•• ••• 318')
    expect(maskPhone('0912 000 318')).toBe('09•• ••• 318')
  })

  test('a name keeps the first sound of each word', () => {
    expect(maskName('Trần Văn Khải')).toBe('Tr•• V•• Kh••')
    expect(maskName('Nguyễn Thị Ánh')).toBe('Ng•• Th•• Á••')
    expect(maskName('  Giàng  A Phềnh ')).toBe('Gi•• A•• Ph••')
  })

  test('an address for mail keeps its house', () =>
    expect(maskEmail('hang.lt@songiang.gov.vn')).toBe('h••@songiang.gov.vn'))

  test.each(['', '1', '12345', 'abc'])('too short to hide in shows nothing: %s', text => {
    expect(maskId(text)).not.toMatch(/[^•]/)
    expect(maskPhone(text)).not.toMatch(/[^•]/)
  })
})
