import { describe, expect, test } from 'vitest'
import { DateOnly, Instant, Maybe, Type, Upload } from '../../contract/index.ts'
import { decodeForm } from './decode.ts'

const schema = Type.Object({
  name: Type.String(),
  amount: Maybe(Type.Integer()),
  rate: Maybe(Type.Number()),
  day: Maybe(DateOnly()),
  yes: Type.Boolean(),
  tags: Type.Array(Type.String()),
  papers: Maybe(Type.Array(Type.Object({ no: Type.Integer(), ok: Type.Boolean() }))),
  text: Maybe(Type.String({ multiline: true })),
})

describe('decodeForm', () => {
  test.each([
    ['1.500', 1500],
    ['1.500.000 đ', 1_500_000],
    ['1 500', 1500],
    ['12', 12],
    ['-3', -3],
  ])('reads %s as the number %d', (text, value) => {
    expect(decodeForm(schema, [['amount', text]])).toMatchObject({ amount: value })
  })
  test('reads a decimal comma, and leaves what is no number for the check to name', () => {
    expect(decodeForm(schema, [['rate', '2,5']])).toMatchObject({ rate: 2.5 })
    expect(decodeForm(schema, [['amount', '1.5']])).toMatchObject({ amount: '1.5' })
    expect(decodeForm(schema, [['amount', 'null']])).toMatchObject({ amount: 'null' })
  })
  test('an empty optional box is absent, an empty required one stays empty', () => {
    const read = decodeForm(schema, [
      ['name', ''],
      ['amount', ''],
      ['day', ' '],
    ])
    expect(read.name).toBe('')
    expect('amount' in read).toBe(false)
    expect('day' in read).toBe(false)
  })
  test('reads Vietnamese dates and leaves impossible ones alone', () => {
    expect(decodeForm(schema, [['day', '5/1/2026']])).toMatchObject({ day: '2026-01-05' })
    expect(decodeForm(schema, [['day', '2026-01-05']])).toMatchObject({ day: '2026-01-05' })
    expect(decodeForm(schema, [['day', 'hôm nay']])).toMatchObject({ day: 'hôm nay' })
  })
  test('an unticked box is a no, no list is an empty list', () => {
    expect(decodeForm(schema, [])).toEqual({ yes: false, tags: [] })
    expect(
      decodeForm(schema, [
        ['yes', 'on'],
        ['tags', 'a'],
        ['tags', 'b'],
      ]),
    ).toMatchObject({ yes: true, tags: ['a', 'b'] })
    expect(decodeForm(schema, [['tags', 'a']])).toMatchObject({ tags: ['a'] })
  })
  test('nested names become lists of things, in the order of their numbers', () => {
    const read = decodeForm(schema, [
      ['papers[10][no]', '10'],
      ['papers.2.no', '2'],
      ['papers.2.ok', 'on'],
    ])
    expect(read.papers).toEqual([
      { no: 2, ok: true },
      { no: 10, ok: false },
    ])
  })
  test('text is trimmed and composed; several lines keep their breaks', () => {
    expect(
      decodeForm(schema, [
        ['name', ' Hòa '],
        ['text', 'a\r\nb'],
      ]),
    ).toMatchObject({ name: 'Hòa', text: 'a\nb' })
  })
  test('control fields and dangerous names never arrive', () => {
    const read = decodeForm(schema, [
      ['_csrf', 'x'],
      ['__proto__.polluted', '1'],
      ['constructor.prototype.polluted', '1'],
    ])
    expect(read).toEqual({ yes: false, tags: [] })
    expect('polluted' in {}).toBe(false)
  })
})

describe('moments typed into a form', () => {
  const moments = Type.Object({ at: Maybe(Instant()) })
  test.each([
    ['14:05 17/11/2026', '2026-11-17T07:05:00.000Z'],
    [' 7:30  1/1/2027 ', '2027-01-01T00:30:00.000Z'],
    ['2026-11-17T07:05:00.000Z', '2026-11-17T07:05:00.000Z'],
    ['17/11/2026', '17/11/2026'],
    ['25:05 17/11/2026', '25:05 17/11/2026'],
  ])('%s is read as %s', (typed, read) => {
    expect(decodeForm(moments, [['at', typed]])).toEqual({ at: read })
  })
})

describe('files of a form', () => {
  const files = Type.Object({
    files: Type.Array(Upload),
    papers: Maybe(Type.Array(Type.Object({ files: Maybe(Type.Array(Upload)) }))),
  })
  const file = { name: 'to-khai.pdf', type: 'application/pdf', size: 3, sha256: 'a'.repeat(64) }
  test('are a list, be it one or several, named plainly or deep in the form', () => {
    expect(
      decodeForm(files, [
        ['files', file],
        ['papers.0.files', file],
      ]),
    ).toEqual({ files: [file], papers: [{ files: [file] }] })
    expect(
      decodeForm(files, [
        ['files', file],
        ['files', file],
      ]),
    ).toEqual({ files: [file, file] })
  })
})
