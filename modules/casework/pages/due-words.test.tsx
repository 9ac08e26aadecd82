import { toHtml as render } from '@congso/kernel/html'
import { describe, expect, test } from 'vitest'
import { dossierStates, type Remaining } from '../contract.ts'
import {
  channelWords,
  dayWord,
  limitWords,
  RemainingCell,
  RemainingTag,
  remainingWords,
  stateWords,
  whenWords,
} from './due-words.tsx'

const none = { minutes: 0, days: 0, hours: 0, minutesPart: 0, used: 0 }

const told: [string, Remaining, string, string][] = [
  ['days and hours', { ...none, state: 'ok', days: 5, hours: 2 }, 'Còn 5 ngày 2 giờ', '5 days 2 hours left'],
  ['minutes', { ...none, state: 'soon', minutesPart: 33 }, 'Còn 33 phút', '33 minutes left'],
  ['late', { ...none, state: 'late', days: 1, hours: 4 }, 'Quá 1 ngày 4 giờ', '1 day 4 hours over'],
  ['hold', { ...none, state: 'hold', days: 3 }, 'Tạm dừng, còn 3 ngày', 'Paused, 3 days left'],
  ['early', { ...none, state: 'done', hours: 6, onTime: true }, 'Xong trước hạn 6 giờ', ''],
  ['too late', { ...none, state: 'done', days: 1, onTime: false }, 'Xong sau hạn 1 ngày', ''],
  ['to the minute', { ...none, state: 'done', onTime: true }, 'Xong đúng hạn', 'Finished on time'],
]

describe('remaining time in words', () => {
  test.each(told)('%s', (_, remaining, vi, en) => {
    expect(remainingWords(remaining, 'vi')).toBe(vi)
    if (en) expect(remainingWords(remaining, 'en')).toBe(en)
  })

  test('a stopped clock says why and since when, if it is known', () => {
    const hold: Remaining = { ...none, state: 'hold', days: 3 }
    const since = '2026-11-17T03:00:00.000Z'
    expect(remainingWords(hold, 'vi', { state: 'awaiting-supplement', since })).toBe('Tạm dừng, chờ bổ sung từ 17/11')
    expect(remainingWords(hold, 'vi', { state: 'in-progress', since })).toBe('Tạm dừng, còn 3 ngày')
  })

  test('what ended late stays late in colour', () => {
    const html = render(<RemainingTag remaining={{ ...none, state: 'done', days: 1, onTime: false }} />)
    expect(html).toContain('is-late')
  })

  test('a cell says how much of the time is used', () => {
    const html = render(<RemainingCell remaining={{ ...none, state: 'ok', days: 1, used: 43 }} note="ghi chú" />)
    expect(html).toContain('43 %')
    expect(html).toContain('ghi chú')
  })
})

test('every state and channel has a word of its own', () => {
  for (const lang of ['vi', 'en'] as const) {
    expect(new Set(dossierStates.map(state => stateWords(state, lang))).size).toBe(dossierStates.length)
  }
  expect(channelWords('online', 'vi')).toBe('trực tuyến')
})

test('a limit is told in its unit', () => {
  expect(limitWords(7, 'working-day', 'vi')).toBe('7 ngày làm việc')
  expect(limitWords(2.5, 'working-day', 'vi')).toBe('2,5 ngày làm việc')
  expect(limitWords(1, 'same-day', 'vi')).toBe('trong ngày làm việc')
})

test('a day is named by its weekday, a recent moment by how recent it is', () => {
  const now = Date.parse('2026-11-19T02:42:00.000Z')
  expect(dayWord('2026-11-18T09:10:00.000Z', now, 'vi')).toBe('Thứ Tư')
  expect(whenWords('2026-11-18T08:02:00.000Z', now, 'vi')).toBe('15:02 hôm qua')
  expect(whenWords('2026-11-16T01:31:00.000Z', now, 'vi')).toBe('08:31\u00a016/11')
  expect(dayWord('2026-11-19T10:00:00.000Z', now, 'vi')).toBe('Hôm nay')
  expect(dayWord('2026-12-09T02:00:00.000Z', now, 'vi')).toBe('Thứ Tư')
})
