import { describe, expect, test } from 'vitest'
import { DateOnly, Maybe, Type } from '../../contract/index.ts'
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
    const read = decodeForm(schema, [['name', ''], ['amount', ''], ['day', ' ']])
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
    expect(decodeForm(schema, [['yes', 'on'], ['tags', 'a'], ['tags', 'b']])).toMatchObject({ yes: true, tags: ['a', 'b'] })
    expect(decodeForm(schema, [['tags', 'a']])).toMatchObject({ tags: ['a'] })
  })
  test('nested names become lists of things, in the order of their numbers', () => {
    const read = decodeForm(schema, [['papers[10][no]', '10'], ['papers.2.no', '2'], ['papers.2.ok', 'on']])
    expect(read.papers).toEqual([{ no: 2, ok: true }, { no: 10, ok: false }])
  })
  test('text is trimmed and composed; several lines keep their breaks', () => {
    expect(decodeForm(schema, [['name', ' Hòa '], ['text', 'a\r\nb']])).toMatchObject({ name: 'Hòa', text: 'a\nb' })
  })
  test('control fields and dangerous names never arrive', () => {
    const read = decodeForm(schema, [['_csrf', 'x'], ['__proto__.polluted', '1'], ['constructor.prototype.polluted', '1']])
    expect(read).toEqual({ yes: false, tags: [] })
    expect('polluted' in {}).toBe(false)
  })
})
