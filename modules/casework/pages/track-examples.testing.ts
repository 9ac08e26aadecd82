import type { ReplyOf } from '@congso/kernel/contract'
import type { Progress, track } from '../contract.ts'
import { at, left } from './list-examples.testing.ts'

export type Found = NonNullable<ReplyOf<typeof track>['found']>

/** The citizen's dossier of the mock-up. */
export function exampleFound(more: Partial<Found> = {}): Found {
  return {
    code: 'H99.15-261117-0014',
    applicant: 'Tr•• V•• Kh••',
    procedureName: 'Cấp giấy phép xây dựng nhà ở riêng lẻ',
    timeText: '7 working-day',
    agencyName: 'UBND xã Tân Hòa',
    agencyPhone: '0200 000 115',
    state: 'in-progress',
    promise: {
      dueAt: at('27/11 14:05'),
      amount: 7,
      unit: 'working-day',
      days: [],
      skipped: [
        { date: '2026-11-21', name: '' },
        { date: '2026-11-22', name: '' },
        { date: '2026-11-24', name: 'Ngày Văn hóa Việt Nam' },
      ],
    },
    remaining: left('ok', 5, 2, 53, 26),
    stepName: 'Thẩm định',
    steps: [],
    progress: exampleProgress('checking'),
    pickup: 'counter',
    receivedAt: at('17/11 14:05'),
    finishedAt: null,
    returnedAt: null,
    ...more,
  }
}

/** The four steps of a citizen with one of them running. */
export function exampleProgress(running: Progress['phase']): Progress[] {
  const phases: Progress['phase'][] = ['receiving', 'checking', 'signing', 'returning']
  const now = phases.indexOf(running)
  const people = ['Lê Thu Hằng', 'Nguyễn Hữu Phước', 'Hoàng Minh Tuệ', 'Lê Thu Hằng']
  return phases.map((phase, index) => ({
    phase,
    state: index < now ? 'done' : index === now ? 'now' : 'later',
    who: index <= now ? (people[index] ?? '') : '',
    doneAt: index < now ? at(`${17 + index}/11 14:05`) : null,
    dueAt: index === now ? at('23/11 15:50') : null,
  }))
}
