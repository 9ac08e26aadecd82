import { pathTo } from '@congso/kernel/contract'
import { blankPage, PageContext, type PageContextValue } from '@congso/kernel/html'
import { toHtml as render } from '@congso/kernel/html'
import { describe, expect, it } from 'vitest'
import { checkPaper, sendBackDossier } from '../contract.ts'
import * as events from '../events.ts'
import { DossierPage, dossierFrame } from './dossier.tsx'
import { dossierExample, examplesNow } from './dossier-examples.testing.ts'
import { promiseLine, stripOf } from './dossier-promise.tsx'
import { stepTime } from './dossier-process.tsx'
import { factWords } from './dossier-timeline.tsx'
import type { DossierData } from './dossier-view.ts'

const path = `/dossiers/${dossierExample.id}`

function html(view: DossierData, more: Partial<PageContextValue> = {}): string {
  const page: PageContextValue = { ...blankPage, path, now: examplesNow, csrf: 'token', ...more }
  return render(
    <PageContext.Provider value={page}>
      <DossierPage view={view} page={page} />
    </PageContext.Provider>,
  )
}

/** What a reader sees, without tags, in one line. */
function textOf(markup: string): string {
  return markup.replace(/<[^>]+>/g, ' ').replace(/[\s\u00a0]+/g, ' ')
}

describe('the page of one dossier', () => {
  it('says what is left first, when it is promised, and why', () => {
    const text = textOf(html(dossierExample))
    expect(text).toContain('Còn 5 ngày 2 giờ làm việc')
    expect(text).toContain('14:05 · Thứ Sáu, 27/11/2026')
    expect(text).toContain(
      'Vì sao là 27/11? Thời hạn 7 ngày làm việc (Quyết định 1077/QĐ-BXD), đếm từ lúc nhận 14:05 17/11. Không đếm Thứ Bảy, Chủ nhật và Ngày Văn hóa Việt Nam 24/11.',
    )
    expect(text.indexOf('Còn 5 ngày')).toBeLessThan(text.indexOf('Quy trình nội bộ'))
  })

  it('shows every step with what it used of its budget', () => {
    const text = textOf(html(dossierExample))
    expect(text).toContain('11 giờ 22 / 32 giờ Còn 20 giờ 38')
    expect(text).toContain('35 phút / 2 giờ Đúng hạn')
    expect(text).toContain('Cấp số, đóng dấu, phát hành Văn thư 4 giờ Chưa đến')
  })

  it('keeps a blocked act on the page with its reason, unable to send anything', () => {
    const markup = html(dossierExample)
    const button = /<button[^>]*aria-disabled="true"[^>]*>/.exec(markup)?.[0] ?? ''
    expect(button).toContain('type="button"')
    expect(button).not.toContain('name=')
    expect(textOf(markup)).toContain('giấy số 3 “Bản vẽ thiết kế xây dựng” còn phải sửa')
    expect(textOf(html(dossierExample, { lang: 'en' }))).toContain(
      'paper 3 “Bản vẽ thiết kế xây dựng” still has to be corrected',
    )
  })

  it('lets a head choose who does the next step, and sends one comment with whichever way is taken', () => {
    const forward = {
      key: 'assign',
      kind: 'forward' as const,
      label: 'Giao thụ lý',
      blocked: null,
      primary: true,
      asks: true,
    }
    const markup = html({ ...dossierExample, actions: [forward] })
    expect(markup).toContain(`action="${path}/forward"`)
    expect(markup).toMatch(/<select[^>]*name="to"/)
    expect(textOf(markup)).toContain('Đinh Thị Nguyệt, Chuyên viên · 4 hồ sơ đang xử lý')
    expect(markup).toMatch(
      /<button[^>]*data-key="finish"[^>]*name="action"|<button[^>]*name="action"[^>]*data-key="finish"/,
    )
    expect(markup).toMatch(/name="version" value="4"/)
  })

  it('says with whom it is when nothing waits for the reader', () => {
    expect(textOf(html({ ...dossierExample, actions: [] }))).toContain('Hồ sơ đang ở Nguyễn Hữu Phước.')
  })

  it('masks the person until revealed, and offers to ask for it', () => {
    const masked = html(dossierExample)
    expect(textOf(masked)).toContain('0•• ••• ••• 412')
    expect(masked).toContain(`action="${path}/reveal"`)
    const party = { ...dossierExample.parties[0]!, idNumber: '012345678412', phone: '0912000318' }
    const open = html({ ...dossierExample, revealed: true, mayReveal: false, parties: [party] })
    expect(textOf(open)).toContain('012345678412')
    expect(open).not.toContain('/reveal"')
  })

  it('opens the form that came back, at the box that is wrong, with what was typed', () => {
    const action = pathTo(checkPaper, { id: dossierExample.id, no: 3 })
    const form = { action, values: { verdict: 'to-fix', note: '' }, errors: [{ path: 'note', message: 'Ghi lý do' }] }
    const markup = html(dossierExample, { form })
    const open = /<details class="cs-fold" open[^>]*>[\s\S]*?<\/details>/.exec(markup)?.[0] ?? ''
    expect(open).toContain(`action="${action}"`)
    expect(open).toMatch(/value="to-fix"[^>]*checked|checked[^>]*value="to-fix"/)
    expect(open).toContain('aria-invalid="true"')
    expect(markup.match(/<details class="cs-fold" open/g)).toHaveLength(1)
  })

  it('sends a dossier back only with a reason that keeps what was typed', () => {
    const action = pathTo(sendBackDossier, { id: dossierExample.id })
    const values = { action: 'send-back', reason: 'Thiếu bản vẽ' }
    const markup = html(dossierExample, {
      form: { action, values, errors: [], refusal: { code: 'kernel.stale', message: 'Vừa thay đổi' } },
    })
    expect(markup).toContain('Thiếu bản vẽ')
    expect(textOf(markup)).toContain('Vừa thay đổi')
  })

  it('puts the slip and the next person first, right after receipt', () => {
    const markup = html(dossierExample, { path: `${path}?from=received` })
    expect(markup).toMatch(/<a[^>]*href="[^"]*receipt\.pdf"[^>]*data-key="p"[^>]*data-focus/)
    expect(markup).toMatch(/<a[^>]*href="\/intake"[^>]*data-key="n"/)
    expect(html(dossierExample)).not.toContain('data-key="p"')
  })

  it('shows one part of the course on request, and says so when it is empty', () => {
    const reads = textOf(html(dossierExample, { path: `${path}?facts=reads` }))
    expect(reads).toContain('xem đầy đủ dữ liệu cá nhân, đến 08:27')
    expect(reads).not.toContain('giấy hẹn số 0814')
    expect(textOf(html({ ...dossierExample, timeline: [] }, { path: `${path}?facts=papers` }))).toContain(
      'Chưa có việc nào thuộc loại này.',
    )
  })

  it('survives long content and empty lists', () => {
    const name = 'Giấy chứng nhận quyền sử dụng đất, quyền sở hữu nhà ở và tài sản khác gắn liền với đất '.repeat(8)
    const paper = { ...dossierExample.papers[0]!, name }
    expect(textOf(html({ ...dossierExample, procedureName: name, papers: [paper] }))).toContain(name.trim())
    const empty = html({
      ...dossierExample,
      papers: [],
      files: [],
      fees: [],
      notes: [],
      timeline: [],
      steps: [],
      parties: [],
      previous: null,
      next: null,
      totalHours: null,
    })
    expect(textOf(empty)).toContain('Thủ tục này không yêu cầu giấy tờ.')
  })

  it('has no style and no script of its own, and unique ids', () => {
    for (const lang of ['vi', 'en'] as const) {
      const markup = html(dossierExample, { lang })
      expect(markup).not.toMatch(/\sstyle="|<script/)
      const ids = [...markup.matchAll(/\sid="([^"]+)"/g)].map(found => found[1])
      expect(new Set(ids).size).toBe(ids.length)
    }
  })

  it('names only keys that do something here', () => {
    const page = { ...blankPage, path, now: examplesNow }
    expect(dossierFrame(dossierExample, page).keys?.flatMap(hint => hint.keys)).toEqual(['D', 'O', '?'])
  })
})

describe('the course of a dossier in words', () => {
  const names = Object.values(events).map(event => event.name)

  it.each(names)('%s has a sentence in both languages', event => {
    const fact = {
      at: '2026-11-19T02:20:00.000Z',
      event,
      actor: 'Lê Thu Hằng',
      title: '',
      data: {
        no: 3,
        name: 'Thẩm định',
        toStep: 'Ký',
        verdict: 'valid',
        files: ['a', 'b'],
        until: '2026-11-19T02:35:00.000Z',
        collector: 'proxy',
        to: dossierExample.candidates[1]!.position,
      },
    }
    const [vi, en] = (['vi', 'en'] as const).map(lang => factWords(fact, dossierExample, lang).what)
    expect(vi).not.toBe(event)
    expect(en).not.toBe(vi)
    expect(`${vi}${en}`).not.toMatch(/undefined|null|casework\./)
  })

  it('names who got the work when that person is known', () => {
    const data = { name: 'Thẩm định', to: dossierExample.candidates[1]!.position }
    const fact = { at: '', event: 'casework.dossier-assigned', actor: '', title: '', data }
    expect(factWords(fact, dossierExample, 'vi').what).toBe('giao “Thẩm định” cho Đinh Thị Nguyệt')
    expect(factWords({ ...fact, data: { ...data, to: 'x' } }, dossierExample, 'vi').what).toBe(
      'giao “Thẩm định” cho người khác của bộ phận',
    )
  })
})

describe('a promise in words', () => {
  const { promise, receivedAt } = dossierExample

  it('is a strip of days seen from today', () => {
    const states = stripOf(promise, receivedAt, '2026-11-19', 'vi').map(day => day.state)
    expect(states).toEqual(['start', 'done', 'now', 'plain', 'off', 'off', 'plain', 'off', 'plain', 'plain', 'due'])
  })

  it('folds a week into one cell that says how far it counts', () => {
    const days = [{ date: '2026-11-23', kind: 'week', name: '2026-11-29', count: 9 }]
    expect(stripOf({ ...promise, days }, receivedAt, '2026-11-19', 'vi')[0]).toMatchObject({
      state: 'plain',
      top: 'Tuần',
      date: '23–29/11',
      note: 'đến Ngày 9',
    })
  })

  it('names the counted days and the days left out, months once', () => {
    expect(promiseLine(promise, 'vi')).toBe('7 ngày làm việc. Nghỉ 21, 22 và lễ 24/11.')
    const short = {
      ...promise,
      amount: 3,
      days: promise.days.filter(day => ['2026-11-20', '2026-11-23', '2026-11-25'].includes(day.date)),
    }
    expect(promiseLine(short, 'vi')).toBe('3 ngày làm việc: 20, 23 và 25/11. Nghỉ 21, 22 và lễ 24/11.')
    expect(promiseLine({ ...short, unit: 'month', amount: 1, skipped: [] }, 'vi')).toBe('1 tháng.')
    const turn = [
      { date: '2026-11-28', name: '' },
      { date: '2026-11-29', name: '' },
      { date: '2026-12-05', name: '' },
    ]
    expect(promiseLine({ ...short, skipped: turn }, 'vi')).toContain('Nghỉ 28, 29/11 và 05/12.')
  })
})

describe('time of a step', () => {
  it.each([
    [35, '35 phút'],
    [60, '1 giờ'],
    [65, '1 giờ 05'],
    [1920, '32 giờ'],
  ])('%i minutes are %s', (minutes, words) => {
    expect(stepTime(minutes, 'vi')).toBe(words)
  })
})
