import { describe, expect, test } from 'vitest'
import { limitHours } from './offer-terms.ts'
import { recordFees, recordPapers, recordTerms } from './record-terms.ts'
import { sampleRecord } from './sample-record.testing.ts'

const channel = (kind: string, time: string, fee = '0 VNĐ ()', note = '') =>
  `  * Hình thức nộp: ${kind}\n    Thời hạn giải quyết: ${time}\n    Phí, lệ phí: ${fee}\n${note ? `    Mô tả: ${note}\n` : ''}`
const record = (...channels: string[]) => sampleRecord({ channels: `\n${channels.join('')}` })

describe('the limit a record gives', () => {
  test.each([
    [
      'the same on every row',
      [channel('DIRECT', '3 WORKING_DAY'), channel('ONLINE', '3 WORKING_DAY')],
      { amount: 3, unit: 'working-day' },
    ],
    [
      'read from the words',
      [channel('DIRECT', '1 OTHER', '0 VNĐ ()', '01 ngày làm việc.')],
      { amount: 1, unit: 'working-day' },
    ],
    ['within the day', [channel('DIRECT', ' OTHER', '0 VNĐ ()', 'Trong ngày.')], { amount: 1, unit: 'same-day' }],
    ['different by way of filing', [channel('DIRECT', '3 WORKING_DAY'), channel('ONLINE', '2 WORKING_DAY')], undefined],
    ['of another unit', [channel('DIRECT', '3 WORKING_DAY'), channel('ONLINE', '3 ngày')], undefined],
    ['unread on one row', [channel('DIRECT', '3 WORKING_DAY'), channel('ONLINE', 'tùy hồ sơ OTHER')], undefined],
    ['contradicted by its words', [channel('DIRECT', '3 WORKING_DAY', '0 VNĐ ()', '05 ngày làm việc.')], undefined],
    [
      'other in some case, by its words',
      [channel('DIRECT', '9 ngày', '0 VNĐ ()', '9 ngày làm việc (hoặc 7 ngày làm việc đối với nhà ở)')],
      undefined,
    ],
    [
      'said again in its words',
      [channel('DIRECT', '3 WORKING_DAY', '0 VNĐ ()', '03 ngày làm việc kể từ ngày nhận đủ hồ sơ')],
      { amount: 3, unit: 'working-day' },
    ],
    ['in hours that may be hours of the day', [channel('DIRECT', '15 HOUR')], undefined],
    ['none at all', ['  Không có thông tin\n'], undefined],
  ])('%s', (_, channels, limit) => {
    expect(recordTerms(record(...channels)).limit).toEqual(limit)
  })

  test('carries the cut-off of a same-day promise', () => {
    const terms = recordTerms(
      record(channel('DIRECT', ' OTHER', '0 VNĐ ()', 'Trong ngày. Nhận sau 15 giờ trả ngày làm việc tiếp theo.')),
    )
    expect(terms).toMatchObject({ limit: { unit: 'same-day' }, cutOff: '15:00', channels: ['direct'] })
  })
})

describe('the fees a record gives', () => {
  test.each([
    ['8000 VNĐ ()', { amount: 8000, text: '' }],
    ['0 VNĐ ()', { amount: 0, text: '' }],
    ['0 VNĐ (Hội đồng nhân dân quyết định)', { amount: null, text: 'Hội đồng nhân dân quyết định' }],
    [
      '2000 VNĐ (/trang; từ trang thứ 3 thu 1.000 đồng/trang)',
      { amount: null, text: '2000 VNĐ (/trang; từ trang thứ 3 thu 1.000 đồng/trang)' },
    ],
    ['10 VNĐ (/bản)', { amount: null, text: '10 VNĐ (/bản)' }],
  ])('%s', (fee, expected) => {
    expect(recordFees(record(channel('DIRECT', '3 WORKING_DAY', fee)))).toEqual([{ name: 'Phí, lệ phí', ...expected }])
  })

  test('name the way of filing when it differs', () => {
    const fees = recordFees(
      record(channel('DIRECT', '3 WORKING_DAY', '20000 VNĐ ()'), channel('ONLINE', '3 WORKING_DAY', '10000 VNĐ ()')),
    )
    expect(fees).toEqual([
      { name: 'Phí, lệ phí, nộp trực tiếp', amount: 20_000, text: '' },
      { name: 'Phí, lệ phí, nộp trực tuyến', amount: 10_000, text: '' },
    ])
  })
})

test('the papers of a record are numbered in their order', () => {
  expect(recordPapers(sampleRecord())).toEqual([
    { no: 1, name: 'Tờ khai theo Mẫu số 01', kind: 'submit', originals: 1, copies: 0, form: 'Mẫu số 01' },
  ])
})

test.each([
  [{ amount: 3, unit: 'working-day' }, 24],
  [{ amount: 0.5, unit: 'working-day' }, 4],
  [{ amount: 12, unit: 'working-hour' }, 12],
  [{ amount: 1, unit: 'same-day' }, 8],
  [{ amount: 20, unit: 'calendar-day' }, undefined],
  [{ amount: 1, unit: 'month' }, undefined],
] as const)('%o is %s working hours', (limit, hours) => {
  expect(limitHours(limit)).toBe(hours)
})
