import { describe, expect, it } from 'vitest'
import { handOvers, type StepFact } from './hand-over.ts'

const step: StepFact = {
  unitName: 'Trung tâm',
  giver: 'Lê Thu Hằng',
  taker: 'Lê Thu Hằng',
  finishedAt: '2026-11-19T02:50:00.000Z',
  dueAt: null,
  late: false,
  comment: '',
}
const next: StepFact = { ...step, unitName: 'Phòng Kinh tế', giver: '', taker: 'Tô Văn Đệ', finishedAt: null }

describe('hand-overs', () => {
  it('go from each finished step to the one after it', () => {
    expect(handOvers([step, next])).toEqual([
      {
        from: 'Trung tâm',
        to: 'Phòng Kinh tế',
        at: step.finishedAt,
        giver: 'Lê Thu Hằng',
        receiver: 'Tô Văn Đệ',
        result: 'on-time',
        note: '',
      },
    ])
  })

  it.each([
    ['early', { dueAt: '2026-11-20T02:00:00.000Z' }],
    ['on-time', { dueAt: '2026-11-19T09:00:00.000Z' }],
    ['late', { dueAt: '2026-11-18T09:00:00.000Z', late: true }],
  ])('stand %s against the time of their step', (result, change) => {
    expect(handOvers([{ ...step, ...change }])[0]).toMatchObject({ result, to: '', receiver: '' })
  })
})
