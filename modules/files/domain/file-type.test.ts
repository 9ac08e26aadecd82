import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleanName, commonTypes, judgeType, previewOf } from './file-type.ts'

const png = { kind: 'known', type: 'image/png', ending: 'png' } as const
const pdf = { kind: 'known', type: 'application/pdf', ending: 'pdf' } as const
const exe = { kind: 'known', type: 'application/x-msdownload', ending: 'exe' } as const

describe('the type of a file', () => {
  test.each([
    ['Đơn đề nghị.pdf', pdf, { verdict: 'allowed', type: 'application/pdf', name: 'Đơn đề nghị.pdf' }],
    ['SCAN.PDF', pdf, { verdict: 'allowed', type: 'application/pdf', name: 'SCAN.PDF' }],
    ['ảnh chụp', png, { verdict: 'allowed', type: 'image/png', name: 'ảnh chụp.png' }],
    ['a.txt', { kind: 'text' }, { verdict: 'allowed', type: 'text/plain', name: 'a.txt' }],
    ['a.csv', { kind: 'text' }, { verdict: 'allowed', type: 'text/csv', name: 'a.csv' }],
    ['a.pdf', png, { verdict: 'lies', ending: 'pdf', actual: 'png' }],
    ['a.pdf', exe, { verdict: 'lies', ending: 'pdf', actual: 'exe' }],
    ['a.pdf', { kind: 'text' }, { verdict: 'lies', ending: 'pdf', actual: 'txt' }],
    [
      'a.docx',
      { kind: 'known', type: 'application/zip', ending: 'zip' },
      { verdict: 'lies', ending: 'docx', actual: 'zip' },
    ],
    ['a.pdf', { kind: 'unknown' }, { verdict: 'lies', ending: 'pdf', actual: '' }],
    ['a.txt', png, { verdict: 'lies', ending: 'txt', actual: 'png' }],
    ['a.exe', exe, { verdict: 'not-allowed', ending: 'exe' }],
    ['a.html', { kind: 'text' }, { verdict: 'not-allowed', ending: 'html' }],
    ['a.svg', { kind: 'text' }, { verdict: 'not-allowed', ending: 'svg' }],
    ['a', exe, { verdict: 'not-allowed', ending: 'exe' }],
    ['a', { kind: 'text' }, { verdict: 'not-allowed', ending: '' }],
  ] as const)('%s holding %j', (name, found, judgement) => {
    expect(judgeType(name, found, commonTypes)).toEqual(judgement)
  })
  test('only pictures and PDF are shown in a page', () => {
    expect(commonTypes.filter(one => previewOf(one.type)).map(one => one.label)).toEqual(['PDF', 'PNG', 'JPEG', 'WebP'])
    expect(previewOf('text/html')).toBeNull()
  })
})

describe('the name of a file', () => {
  test.each([
    ['C:\\hồ sơ\\Đơn.pdf', 'Đơn.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['gpj.\u202Efdp.exe', 'gpj.fdp.exe'],
    ['  a \t b.pdf ', 'a b.pdf'],
    ['...', 'file'],
    ['', 'file'],
    ['Ho\u0302\u0300 so\u031B.pdf', 'Hồ sơ.pdf'],
    ['a\u0000.pdf', 'a.pdf'],
  ])('%j becomes %j', (given, name) => {
    expect(cleanName(given)).toBe(name)
  })
  test('keeps its ending and stays short, whatever comes', () => {
    expect(cleanName(`${'x'.repeat(400)}.pdf`)).toMatch(/^x{110}\.pdf$/)
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(fc.integer({ min: 0, max: 0x24f }), fc.integer({ min: 0x1e00, max: 0x2070 }), fc.constant(0x1f600)),
          { maxLength: 200 },
        ),
        points => {
          const name = cleanName(String.fromCodePoint(...points))
          expect(name.length).toBeGreaterThan(0)
          expect(Array.from(name).length).toBeLessThanOrEqual(120)
          expect(name).not.toMatch(/[/\\\p{Cc}\u202e]/u)
          expect(cleanName(name)).toBe(name)
        },
      ),
    )
  })
})
