import { expect, test } from 'vitest'
import { withQuery } from './query-string.ts'

test('a filter is set, changed and taken away', () => {
  expect(withQuery('/x', { unit: 'a b' })).toBe('/x?unit=a+b')
  expect(withQuery('/x?unit=a&q=đất', { unit: 'b' })).toBe('/x?q=%C4%91%E1%BA%A5t&unit=b')
  expect(withQuery('/x?unit=a', { unit: null })).toBe('/x')
})

test('another filter starts at the first page', () => {
  expect(withQuery('/x?page=3&after=k&unit=a', { state: 'late' })).toBe('/x?unit=a&state=late')
  expect(withQuery('/x?unit=a', { page: 2 })).toBe('/x?unit=a&page=2')
})

test('several values of one key', () =>
  expect(withQuery('/x', { unit: ['a', 'b'], none: [] })).toBe('/x?unit=a&unit=b'))
