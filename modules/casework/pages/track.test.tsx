import { PageContext } from '@congso/kernel/html'
import { toHtml as render } from '@congso/kernel/html'
import { describe, expect, test } from 'vitest'
import { at, exampleContext, left } from './list-examples.testing.ts'
import { exampleFound, exampleProgress, type Found } from './track-examples.testing.ts'
import { skippedWords } from './track-words.ts'
import { TrackPage } from './track.tsx'

const anonymous = { ...exampleContext('/').actor, kind: 'anonymous' as const, name: '', rights: {} }

function page(
  found: Found | null,
  lang: 'vi' | 'en' = 'vi',
  asked: Parameters<typeof TrackPage>[0]['view']['asked'] = null,
): string {
  const context = exampleContext('/track', { lang, actor: anonymous })
  return render(
    <PageContext.Provider value={context}>
      <TrackPage view={{ asked, found }} page={context} />
    </PageContext.Provider>,
  )
}

function words(html: string): string {
  return html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/[\s\u00a0]+/g, ' ')
}

describe('the two lines of the slip', () => {
  test('are asked for by a plain form', () => {
    const html = page(null)
    expect(html).toMatch(/<form[^>]*method="get"[^>]*action="\/track"/)
    expect(html).not.toContain('role="alert"')
  })

  test.each([
    ['unknown', 'vi', 'Không tìm thấy hồ sơ với mã hồ sơ và mã bí mật này'],
    ['unknown', 'en', 'No dossier has this code and secret'],
    ['secret-missing', 'vi', 'Nhập mã bí mật in dưới mã QR'],
  ] as const)('%s is said at the form (%s), with the code still there', (problem, lang, said) => {
    const html = page(null, lang, { code: 'H99.15-261117-0014', problem })
    expect(html).toContain(said)
    expect(html).toContain('value="H99.15-261117-0014"')
    expect(html).toContain('href="#track-secret"')
    expect(html).toMatch(/<input id="track-secret"[^>]*aria-invalid="true"/)
  })
})

describe('a dossier found', () => {
  test('says what happens, the promise with its weekday, what is left and what is not counted', () => {
    const text = words(page(exampleFound()))
    expect(text).toContain('UBND xã Tân Hòa đang kiểm tra hồ sơ.')
    expect(text).toContain('14:05 Thứ Sáu, 27/11')
    expect(text).toContain('Đúng tiến độ, còn 5 ngày làm việc')
    expect(text).toContain('Không tính thứ Bảy, Chủ Nhật (21, 22/11) và ngày nghỉ 24/11.')
    expect(text).toContain('7 ngày làm việc')
    expect(page(exampleFound())).toContain('href="tel:0200000115"')
  })

  test('a promise in another year names the year', () => {
    const found = exampleFound()
    expect(words(page({ ...found, promise: { ...found.promise, dueAt: '2027-01-04T07:05:00.000Z' } }))).toContain(
      'Thứ Hai, 04/01/2027',
    )
  })

  test('has four steps, the running one marked', () => {
    const html = page(exampleFound({ progress: exampleProgress('signing') }))
    expect(html.match(/aria-current="step"/g)).toHaveLength(1)
    expect(words(html)).toMatch(/Đã nhận hồ sơ .*Kiểm tra hồ sơ .*Lãnh đạo đang ký .*Trả kết quả/)
  })

  test.each<[string, Partial<Found>, string, string]>([
    [
      'late',
      { remaining: left('late', 0, 3, 2, 100) },
      'Chậm 3 giờ 02 phút so với hẹn',
      '3 hours 02 minutes later than promised',
    ],
    [
      'paused',
      { state: 'awaiting-supplement', remaining: left('hold', 3, 0, 0, 60) },
      'chờ ông, bà bổ sung giấy tờ',
      'waiting for papers from you',
    ],
    [
      'ready',
      {
        state: 'decided',
        finishedAt: at('19/11 08:00'),
        remaining: { ...left('done', 0, 6, 0, 60), onTime: true },
        progress: exampleProgress('returning'),
      },
      'mang giấy hẹn đến nơi đã nộp hồ sơ',
      'take the receipt slip',
    ],
    [
      'returned',
      { state: 'returned', returnedAt: at('19/11 08:00'), remaining: { ...left('done', 0, 6, 0, 60), onTime: true } },
      'Đã trả kết quả lúc 08:00 19/11/2026.',
      'returned at 08:00 19/11/2026',
    ],
  ])('%s', (_, more, vi, en) => {
    expect(words(page(exampleFound(more)))).toContain(vi)
    expect(words(page(exampleFound(more), 'en'))).toContain(en)
  })

  test('a dossier that goes no further promises nothing', () => {
    const text = words(page(exampleFound({ state: 'withdrawn' })))
    expect(text).toContain('Hồ sơ đã được rút.')
    expect(text).not.toContain('Hẹn trả kết quả')
  })

  test('shows no telephone where there is none', () => {
    expect(page(exampleFound({ agencyPhone: '' }))).not.toContain('tel:')
  })
})

describe('days that are not counted', () => {
  test.each([
    [days(), undefined],
    [days('11-24'), 'Không tính ngày nghỉ 24/11.'],
    [days('11-28', '11-29', '12-05'), 'Không tính thứ Bảy, Chủ Nhật (28, 29/11, 05/12).'],
    [days('11-21', '11-22', '11-28', '11-29', '12-05', '12-06', '12-12'), 'Không tính các ngày thứ Bảy, Chủ Nhật.'],
  ])('%#', (skipped, said) => {
    expect(skippedWords(skipped, 'vi')).toBe(said)
  })
})

function days(...dates: string[]) {
  return dates.map(date => ({ date: `2026-${date}`, name: '' }))
}
