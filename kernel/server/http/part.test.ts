import { expect, test } from 'vitest'
import { partAsked } from './part.ts'

test.each([
  [undefined, 'whole'],
  ['bytes=0-3', { from: 0, to: 3 }],
  ['bytes = 4 - 7', { from: 4, to: 7 }],
  ['bytes=7-', { from: 7, to: 9 }],
  ['bytes=5-100', { from: 5, to: 9 }],
  ['bytes=-3', { from: 7, to: 9 }],
  ['bytes=-30', { from: 0, to: 9 }],
  ['bytes=10-', 'none'],
  ['bytes=-0', 'none'],
  ['bytes=0-1,4-5', 'whole'],
  ['bytes=5-2', 'whole'],
  ['bytes=-', 'whole'],
  ['items=0-1', 'whole'],
] as const)('of ten bytes %j asks %j', (header, asked) => {
  expect(partAsked(header, 10)).toEqual(asked)
})

test('an empty file has no part', () => {
  expect(partAsked('bytes=0-0', 0)).toBe('none')
  expect(partAsked('bytes=-1', 0)).toBe('none')
})
