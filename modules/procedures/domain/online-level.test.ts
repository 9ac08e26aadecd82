import { expect, test } from 'vitest'
import { ONLINE_REGIMES, onlineLevel } from './online-level.ts'
import { sampleRecord } from './sample-record.testing.ts'

const noted = (note: string) =>
  sampleRecord({
    channels: `\n  * Hình thức nộp: ONLINE\n    Thời hạn giải quyết: 1 WORKING_DAY\n    Phí, lệ phí: 0 VNĐ ()\n    Mô tả: ${note}\n`,
  })
const direct = sampleRecord({
  channels: '\n  * Hình thức nộp: DIRECT\n    Thời hạn giải quyết: 1 WORKING_DAY\n    Phí, lệ phí: 0 VNĐ ()\n',
})

test.each([
  ['no online filing', direct, '2026-08-01', 'information-only', 'no-online-channel'],
  ['nothing said, whole service is the rule', noted('Nộp trên cổng'), '2026-07-01', 'full', 'presumed-by-law'],
  ['nothing said before that rule', noted('Nộp trên cổng'), '2026-06-30', undefined, 'not-said'],
  ['partial said', noted('Dịch vụ công trực tuyến một phần'), '2026-08-01', 'partial', 'said-in-record'],
  ['whole said', noted('Nộp trực tuyến (toàn trình)'), '2023-01-01', 'full', 'said-in-record'],
  ['both said', noted('Trực tuyến toàn trình hoặc trực tuyến một phần'), '2026-08-01', undefined, 'said-both-ways'],
  ['about procedures in general', noted('với thủ tục đã toàn trình'), '2023-01-01', undefined, 'not-said'],
])('%s', (_, record, day, level, ground) => {
  const reading = onlineLevel(record, day)
  expect(reading?.level).toBe(level)
  expect(reading?.ground).toBe(ground)
})

test('the regimes follow one another without a gap and another list may be given', () => {
  for (const [i, regime] of ONLINE_REGIMES.entries()) {
    const next = ONLINE_REGIMES[i + 1]
    if (next) expect(Date.parse(next.from ?? '') - Date.parse(regime.to ?? '')).toBe(86_400_000)
  }
  expect(onlineLevel(direct, '2026-08-01', [])).toBeUndefined()
})
