import { PageContext, type PageContextValue } from '@congso/kernel/html'
import type { ComponentChildren } from 'preact'
import { toHtml as render } from '@congso/kernel/html'
import { describe, expect, test } from 'vitest'
import { bulkWords } from './bulk-words.ts'
import { DeskPage } from './desk.tsx'
import {
  deskRows,
  exampleContext,
  exampleDesk,
  exampleId,
  exampleLeader,
  exampleRow,
  left,
} from './list-examples.testing.ts'
import { LeaderPage } from './leader.tsx'
import { exportHref, filtersIn, shownDay, withoutFilters } from './list-filter.ts'
import { RegisterPage } from './register.tsx'

function html(page: PageContextValue, content: ComponentChildren): string {
  return render(<PageContext.Provider value={page}>{content}</PageContext.Provider>)
}

function desk(path: string, view = exampleDesk(), more: Partial<PageContextValue> = {}): string {
  const page = exampleContext(path, more)
  return html(page, <DeskPage view={view} page={page} />)
}

describe('the desk', () => {
  test('groups by urgency with whole counts, not those of the page', () => {
    const text = words(desk('/desk'))
    expect(text).toMatch(/Quá hạn 2 .*Đến hạn hôm nay 4 .*Trong hạn 26 /)
    expect(text.indexOf('H99.15-261106-0007')).toBeLessThan(text.indexOf('Đến hạn hôm nay'))
  })

  test('a stopped clock stands in its own group, whatever its day', () => {
    const paused = exampleRow(50, {
      due: '17/11 14:20',
      state: 'awaiting-supplement',
      remaining: left('hold', 3, 0, 0, 10),
    })
    const text = words(
      desk(
        '/desk?view=elsewhere',
        exampleDesk({ view: 'elsewhere', rows: [paused], urgency: { late: 0, today: 0, later: 0, hold: 1 } }),
      ),
    )
    expect(text).toContain('Tạm dừng 1')
    expect(text).not.toContain('Quá hạn')
  })

  test('every row can be ticked, opened and read with its identifier masked', () => {
    const page = desk('/desk')
    expect(page.match(/name="ids"/g)).toHaveLength(deskRows.length)
    expect(page).toContain(`href="/dossiers/${exampleId(7)}?from=desk"`)
    expect(page).toContain('•••••••••274')
  })

  test('set filters stand first and one press takes each away', () => {
    const page = desk('/desk?view=mine&due=late&from=2026-11-01&q=nguyen')
    expect(page).toContain('href="/desk?view=mine&amp;due=late&amp;q=nguyen"')
    expect(page).toContain('Ngày nhận: từ 01/11/2026')
    expect(page.indexOf('Thời hạn: quá hạn')).toBeLessThan(page.indexOf('Kênh nộp'))
    expect(page).toContain('Xóa lọc')
    expect(page).toContain('href="/dossiers.xlsx?due=late&amp;from=2026-11-01&amp;q=nguyen&amp;view=mine&amp;lang=vi"')
  })

  test('offers only what the actor may do', () => {
    const readOnly = desk('/desk', exampleDesk({ mayReceive: false, mayAssign: false }), {
      actor: { ...exampleContext('/').actor, rights: { 'casework.dossier.read': { all: true } } },
    })
    expect(readOnly).not.toContain('Chuyển bước tiếp theo')
    expect(readOnly).not.toContain('Giao cho…')
    expect(readOnly).not.toContain('href="/intake"')
    expect(desk('/desk')).toContain('Chuyển bước tiếp theo')
  })

  test('a refused assignment opens its dialog again, with the rows still ticked', () => {
    const form = {
      action: '/desk/assign',
      values: { ids: [exampleId(7)] },
      errors: [{ path: 'to', message: 'Chưa nhập.' }],
    }
    const page = desk('/desk', exampleDesk(), { form })
    expect(page).toMatch(/<dialog[^>]*id="desk-assign"[^>]*data-open/)
    expect(page).toMatch(new RegExp(`<input[^>]*value="${exampleId(7)}"[^>]*checked`))
    expect(page).toContain('đang giữ 12 hồ sơ')
  })

  test('empty is good, filtered away is not', () => {
    const none = exampleDesk({ rows: [], total: 0, counts: { mine: 0, unit: 3, waiting: 0, return: 9, elsewhere: 0 } })
    expect(desk('/desk', none)).toContain('Không có hồ sơ nào cần xử lý')
    expect(words(desk('/desk', none))).toContain('3 hồ sơ của bộ phận chưa có người nhận')
    expect(desk('/desk?q=zzz', none)).toContain('Không có hồ sơ nào khớp bộ lọc')
  })

  test('a later page says where it stands', () => {
    const page = desk('/desk?after=x~y~50', exampleDesk({ next: 'a~b~60', total: 128 }))
    expect(words(page)).toContain('51–60 trong 128 hồ sơ')
    expect(page).toContain('href="/desk?after=a%7Eb%7E60"')
  })

  test('speaks English', () => {
    const text = words(desk('/desk', exampleDesk(), { lang: 'en' }))
    expect(text).toMatch(/Late 2 .*Due today 4 .*In time 26 /)
    expect(text).not.toMatch(/Quá hạn|Người nộp|Xuất/)
  })
})

describe('the register', () => {
  const view = { rows: deskRows, total: 1000, totalIsExact: false, next: null, fields: [] }

  test('counts no further than it knows, and sorts by its heads', () => {
    const page = exampleContext('/dossiers?sort=received')
    const shown = html(page, <RegisterPage view={view} page={page} />)
    expect(words(shown)).toContain('hơn 1.000 hồ sơ')
    expect(shown).toMatch(/aria-sort="descending"[^>]*><a[^>]*href="\/dossiers\?sort=received"/)
  })

  test('opened from a report it keeps the figure and its period', () => {
    const page = exampleContext('/dossiers?report=resolved-late&from=2026-10-01&to=2026-10-31')
    const shown = html(page, <RegisterPage view={{ ...view, total: 2, totalIsExact: true }} page={page} />)
    expect(words(shown)).toContain('Kỳ báo cáo: 01/10/2026 – 31/10/2026')
    expect(shown).not.toContain('status=open')
  })

  test('a finished dossier says how it ended', () => {
    const page = exampleContext('/dossiers?status=ended')
    const row = exampleRow(1, {
      due: '18/11 10:00',
      state: 'returned',
      finishedAt: '2026-11-17T03:00:00.000Z',
      resultNo: '412/XN-UBND',
      remaining: { ...left('done', 0, 6, 0, 80), onTime: true },
    })
    const text = words(html(page, <RegisterPage view={{ ...view, rows: [row] }} page={page} />))
    expect(text).toMatch(/Đã trả kết quả 412\/XN-UBND Xong trước hạn 6 giờ/)
  })

  test('nothing found says for what, in both languages', () => {
    const none = { rows: [], total: 0, totalIsExact: true, next: null, fields: [] }
    for (const [lang, said] of [
      ['vi', 'khớp “zzz”'],
      ['en', 'matches “zzz”'],
    ] as const) {
      const page = exampleContext('/dossiers?q=zzz&status=open', { lang })
      const shown = html(page, <RegisterPage view={none} page={page} />)
      expect(shown).toContain(said)
      expect(shown).toContain('href="/dossiers?q=zzz&amp;status=all"')
    }
  })
})

describe('the leader’s page', () => {
  test('one act per card, with the version it was seen in', () => {
    const page = exampleContext('/leader')
    const shown = html(page, <LeaderPage view={exampleLeader()} page={page} />)
    expect(shown.match(/btn-primary/g)).toHaveLength(3)
    expect(shown).toMatch(
      new RegExp(`action="/dossiers/${exampleId(21)}/sign".*name="version" value="1".*name="action" value="sign"`),
    )
    expect(shown).toContain('Ký duyệt H99.15-261113-0021')
    expect(words(shown)).toContain('Tô Văn Đệ trình 15:02 hôm qua.')
  })

  test('every figure opens its rows', () => {
    const page = exampleContext('/leader')
    const shown = html(page, <LeaderPage view={exampleLeader()} page={page} />)
    for (const href of [
      '/desk?view=mine',
      '/dossiers?due=late',
      '/dossiers?due=today',
      `/dossiers?due=late&amp;unit=${exampleId(950)}`,
    ])
      expect(shown).toContain(`href="${href}"`)
    expect(words(shown)).toContain('Lâu nhất: 1 ngày 4 giờ, bước “Thẩm định”')
  })

  test('a refusal stands at its card', () => {
    const refusal = { code: 'kernel.stale', message: 'Vừa được người khác thay đổi.' }
    const page = exampleContext('/leader', {
      form: { action: `/dossiers/${exampleId(19)}/sign`, values: {}, errors: [], refusal },
    })
    const shown = html(page, <LeaderPage view={exampleLeader()} page={page} />)
    expect(shown.match(/role="alert"/g)).toHaveLength(1)
    expect(shown.indexOf('Đăng ký nhận cha')).toBeLessThan(shown.indexOf('role="alert"'))
  })

  test('nothing to do is good', () => {
    const page = exampleContext('/leader')
    const shown = html(
      page,
      <LeaderPage view={exampleLeader({ cards: [], toSign: 0, late: 0, dueToday: 0, lateBy: [] })} page={page} />,
    )
    expect(shown).toContain('Không còn việc chờ ký')
    expect(shown).toContain('Không có hồ sơ nào đang trễ.')
  })
})

describe('what a bulk act says', () => {
  const done = { id: exampleId<'dossier'>(1), code: 'H99.15-261116-0001', stepName: 'Thẩm định', to: '', version: 2 }
  const failed = { id: exampleId<'dossier'>(2), code: 'H99.15-261116-0002', reason: 'casework.papers-to-fix' }

  test('all, partly, none', () => {
    expect(bulkWords('forward', { done: [done, done], failed: [] }, 'vi')).toBe(
      'Đã chuyển 2 hồ sơ sang bước tiếp theo.',
    )
    expect(bulkWords('forward', { done: [done, done], failed: [failed] }, 'vi')).toEqual({
      kind: 'partly',
      text: 'Chuyển được 2, còn 1 chưa chuyển: H99.15-261116-0002 còn giấy tờ phải sửa.',
    })
    expect(
      bulkWords('assign', { done: [], failed: [{ ...failed, code: '', reason: 'kernel.not-found' }] }, 'vi'),
    ).toEqual({
      kind: 'partly',
      text: 'Chưa giao được hồ sơ nào: một hồ sơ không tìm thấy.',
    })
  })

  test('names a few and counts the rest', () => {
    const told = bulkWords('forward', { done: [], failed: Array.from({ length: 8 }, () => failed) }, 'vi')
    expect(told).toMatchObject({ text: expect.stringContaining('và 3 hồ sơ khác') })
  })
})

describe('filters in the address', () => {
  test('are read, taken away and handed to the export', () => {
    expect(filtersIn('/desk?view=unit&q=%20&due=late')).toEqual({ due: 'late' })
    expect(withoutFilters('/desk?view=unit&due=late&q=a&after=x')).toBe('/desk?view=unit')
    expect(exportHref('/dossiers', { lang: 'vi' })).toBe('/dossiers.xlsx?lang=vi')
  })

  test.each([
    ['2026-11-01', '01/11/2026'],
    ['1/11/2026', '01/11/2026'],
  ])('a day %s is shown as %s', (given, shown) => {
    expect(shownDay(given)).toBe(shown)
  })
})

/** The visible words of a page, white space folded. */
function words(page: string): string {
  return page.replaceAll(/<[^>]+>/g, ' ').replaceAll(/[\s\u00a0]+/g, ' ')
}
