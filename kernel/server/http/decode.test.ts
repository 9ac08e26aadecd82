import { DateOnly, Instant, Maybe, Type } from '../../contract/index.ts'
import { describe, expect, it } from 'vitest'
import { decodeForm } from './decode.ts'

const schema = Type.Object({ at: Maybe(Instant()), on: Maybe(DateOnly()) })

describe('moments typed into a form', () => {
  it.each([
    ['14:05 17/11/2026', '2026-11-17T07:05:00.000Z'],
    [' 7:30  1/1/2027 ', '2027-01-01T00:30:00.000Z'],
    ['2026-11-17T07:05:00.000Z', '2026-11-17T07:05:00.000Z'],
    ['17/11/2026', '17/11/2026'],
    ['25:05 17/11/2026', '25:05 17/11/2026'],
  ])('%s is read as %s', (typed, read) => {
    expect(decodeForm(schema, [['at', typed]])).toEqual({ at: read })
  })

  it('leaves dates as dates', () => {
    expect(decodeForm(schema, [['on', '1/9/2026']])).toEqual({ on: '2026-09-01' })
  })
})
