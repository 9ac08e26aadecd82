import { blankPage, PageContext, type PageContextValue } from '@congso/kernel/html'
import { toHtml as render } from '@congso/kernel/html'
import { describe, expect, it } from 'vitest'
import { examplesNow } from './dossier-examples.testing.ts'
import { draftExample, intakeExample } from './intake-examples.testing.ts'
import { IntakePage } from './intake.tsx'
import type { IntakeData } from './intake-view.ts'

function html(view: IntakeData, more: Partial<PageContextValue> = {}): string {
  const page: PageContextValue = { ...blankPage, path: '/intake', now: examplesNow, csrf: 'token', ...more }
  return render(
    <PageContext.Provider value={page}>
      <IntakePage view={view} page={page} />
    </PageContext.Provider>,
  )
}

function textOf(markup: string): string {
  return markup.replace(/<[^>]+>/g, ' ').replace(/[\s\u00a0]+/g, ' ')
}

/** The opening tags of the boxes with a name. */
function boxes(markup: string, name: string): string[] {
  return (markup.match(/<(?:input|select|textarea)[^>]*>/g) ?? []).filter(tag => tag.includes(` name="${name}"`))
}

const chosen = intakeExample.chosen!

describe('the counter page', () => {
  it('starts with finding a procedure, and lists what matches and what was left', () => {
    const offer = {
      offer: chosen.offer,
      code: chosen.code,
      name: chosen.name,
      field: 'Hộ tịch',
      timeText: '3 working-day',
      agencyName: 'UBND xã Tân Hòa',
    }
    const drafts = [{ id: draftExample.id, title: '', updatedAt: '2026-11-19T01:30:00.000Z' }]
    const markup = html({ ...intakeExample, chosen: null, offers: [offer], drafts })
    expect(markup).toContain('data-src="/api/intake/offers?q="')
    expect(boxes(markup, 'q')).toHaveLength(1)
    expect(markup).toContain(`href="/intake?offer=${chosen.offer}"`)
    expect(textOf(markup)).toContain('3 ngày làm việc')
    expect(textOf(markup)).toContain('Chưa ghi tên')
    expect(markup).toContain(`action="/intake/drafts/${draftExample.id}/discard"`)
    expect(textOf(html({ ...intakeExample, chosen: null }))).toContain('Không có thủ tục nào khớp')
  })

  it('carries the offer as it was seen, so that a changed one is refused', () => {
    const markup = html(intakeExample)
    expect(boxes(markup, 'offer').some(tag => tag.includes(`value="${chosen.offer}"`))).toBe(true)
    expect(boxes(markup, 'offerVersion')[0]).toContain('value="3"')
    expect(boxes(markup, 'caseKey')[0]).toContain('value="marry"')
  })

  it('promises with weekday and the days not counted, beside the final act', () => {
    const text = textOf(html(intakeExample))
    expect(text).toContain('Hẹn trả 09:42 Thứ Tư, 25/11/2026')
    expect(text).toContain('3 ngày làm việc: 20, 23 và 25/11. Nghỉ 21, 22 và lễ 24/11.')
    expect(text).toContain('Tiếp nhận và in giấy hẹn')
    expect(textOf(html(intakeExample, { lang: 'en' }))).toContain('Promised for 09:42 Wednesday, 25/11/2026')
  })

  it('asks for a verdict on every paper but the remarks, unseen until somebody chooses', () => {
    const markup = html(intakeExample)
    for (const index of [0, 1, 2]) {
      const [hidden, ...choices] = boxes(markup, `papers.${index}.verdict`)
      expect(hidden).toContain('value="unseen"')
      expect(choices).toHaveLength(4)
      expect(choices.some(tag => tag.includes('checked'))).toBe(false)
    }
    expect(boxes(markup, 'papers.3.verdict')).toHaveLength(0)
    expect(textOf(markup)).toContain('Lưu ý: Người yêu cầu nộp trực tuyến')
    expect(textOf(markup)).toContain('Chưa xem giấy số 1 2 3')
  })

  it('neither keeps nor counts a paper that is only shown', () => {
    const markup = html(intakeExample)
    expect(boxes(markup, 'papers.2.originals')).toEqual(['<input type="hidden" name="papers.2.originals" value="0"/>'])
    expect(boxes(markup, 'papers.2.files')).toHaveLength(0)
    expect(boxes(markup, 'papers.0.files')[0]).toContain('multiple')
  })

  it('fills an amount in only where the tariff gives one', () => {
    expect(boxes(html(intakeExample), 'fees.0.amount')[0]).toContain('value="15.000"')
    const fees = [{ name: 'Phí thẩm định', amount: null, text: 'Theo nghị quyết của Hội đồng nhân dân tỉnh' }]
    const varying = html({ ...intakeExample, chosen: { ...chosen, fees } })
    expect(boxes(varying, 'fees.0.amount')[0]).not.toMatch(/value="[^"]/)
    expect(textOf(varying)).toContain('Theo nghị quyết của Hội đồng nhân dân tỉnh')
    expect(boxes(varying, 'fees.0.state').some(tag => tag.includes('checked'))).toBe(false)
    expect(textOf(html({ ...intakeExample, chosen: { ...chosen, fees: [] } }))).toContain('Không thu phí, lệ phí.')
  })

  it('goes on with a draft where it was left, and sends it along so that it ends', () => {
    const drafts = [{ id: draftExample.id, title: 'Phạm Thị Thu Ngân', updatedAt: '2026-11-19T02:30:00.000Z' }]
    const markup = html({ ...intakeExample, draft: draftExample, drafts })
    expect(boxes(markup, 'applicant.name')[0]).toContain('value="Phạm Thị Thu Ngân"')
    expect(boxes(markup, 'applicant.birthDate')[0]).toContain('value="12/05/1999"')
    expect(boxes(markup, 'papers.0.verdict').find(tag => tag.includes('value="valid"'))).toContain('checked')
    expect(boxes(markup, 'draft')[0]).toContain(draftExample.id)
    const unseen = [0, 1, 2].map(index =>
      (markup.match(/<span[^>]*>/g) ?? []).find(tag => tag.includes(`data-echo-if="papers.${index}.verdict=unseen"`)),
    )
    expect(unseen.map(tag => tag?.includes('hidden'))).toEqual([true, false, false])
  })

  it('keeps the verdict with its paper when another case lists others, and none when the offer has changed', () => {
    const second = { ...chosen, papers: chosen.papers.slice(1) }
    const papers = { 0: { no: '2', verdict: ['unseen', 'valid'] }, 1: { no: '1', verdict: ['unseen', 'to-fix'] } }
    const draft = { ...draftExample, content: { ...draftExample.content, papers } }
    const moved = html({ ...intakeExample, chosen: second, draft })
    expect(boxes(moved, 'papers.0.verdict').find(tag => tag.includes('checked'))).toContain('value="valid"')
    expect(boxes(moved, 'papers.1.verdict').some(tag => tag.includes('checked'))).toBe(false)
    const changed = html({ ...intakeExample, chosen: { ...chosen, version: 4 }, draft })
    expect(boxes(changed, 'papers.0.verdict').some(tag => tag.includes('checked'))).toBe(false)
    expect(boxes(changed, 'applicant.name')[0]).toContain('value="Phạm Thị Thu Ngân"')
  })

  it('looks at the papers anew when the offer was refused as changed', () => {
    const values = { 'applicant.name': 'Lò Văn Chung', 'papers.0.verdict': ['unseen', 'valid'] }
    const refusal = { code: 'casework.offer-closed', message: 'vừa thay đổi' }
    const markup = html(intakeExample, { form: { action: '/intake', values, errors: [], refusal } })
    expect(boxes(markup, 'papers.0.verdict').some(tag => tag.includes('checked'))).toBe(false)
    expect(boxes(markup, 'applicant.name')[0]).toContain('value="Lò Văn Chung"')
  })

  it('keeps what was typed when it comes back, with each error at its box', () => {
    const values = {
      'applicant.name': '',
      'applicant.phone': '0912 000 318',
      forWhom: 'other',
      'owner.name': '',
      'papers.0.verdict': ['unseen', 'valid'],
      'papers.1.verdict': 'unseen',
      'fees.0.amount': '8.000',
      'fees.0.state': 'due',
      pickup: 'post',
    }
    const errors = [
      { path: 'papers.1.verdict', message: 'giấy số 2 chưa xem' },
      { path: 'owner.name', message: 'ghi họ tên' },
    ]
    const markup = html(intakeExample, { form: { action: '/intake', values, errors } })
    expect(boxes(markup, 'applicant.phone')[0]).toContain('value="0912 000 318"')
    expect(boxes(markup, 'papers.0.verdict').find(tag => tag.includes('value="valid"'))).toContain('checked')
    expect(boxes(markup, 'fees.0.state').find(tag => tag.includes('value="due"'))).toContain('checked')
    expect(boxes(markup, 'owner.name')[0]).toContain('aria-invalid="true"')
    expect(markup).toContain('href="#intake-owner-name"')
    expect(markup).toContain('href="#intake-papers-1-verdict"')
    expect(markup).toContain('id="intake-papers-1-verdict"')
    expect(markup.match(/class="cs-errsum"/g)).toHaveLength(1)
    expect(textOf(markup)).toContain('Tệp đã chọn không giữ được')
  })

  it('says why a draft could not be kept', () => {
    const form = {
      action: '/intake/drafts',
      values: { 'applicant.name': 'Lò Văn Chung' },
      errors: [],
      refusal: { code: 'kernel.forged', message: 'Biểu mẫu đã hết hiệu lực.' },
    }
    const markup = html(intakeExample, { form })
    expect(textOf(markup)).toContain('Chưa để lại được. Biểu mẫu đã hết hiệu lực.')
    expect(boxes(markup, 'applicant.name')[0]).toContain('value="Lò Văn Chung"')
  })

  it('draws the slip from what is known, identifiers masked, as official paper in Vietnamese', () => {
    const markup = html({ ...intakeExample, draft: draftExample }, { lang: 'en' })
    const slip = /<div class="cs-sheet is-slip">[\s\S]*?<\/aside>/.exec(markup)?.[0] ?? ''
    const text = textOf(slip)
    expect(text).toContain('Trung tâm Phục vụ hành chính công xã Tân Hòa tiếp nhận hồ sơ của: Phạm Thị Thu Ngân')
    expect(text).toContain('0••••••••771')
    expect(slip).not.toContain('012345678771')
    expect(text).toContain('Thời gian giải quyết theo quy định: 03 ngày làm việc.')
    expect(text).toContain('Trả kết quả: 09 giờ 42, ngày 25/11/2026')
    expect(text).toMatch(/Giấy tờ chứng minh đã ly hôn: .*01 bản sao/)
  })

  it('changes the case without losing what was typed: the form goes as a draft', () => {
    const markup = html(intakeExample)
    const other = (markup.match(/<button[^>]*>/g) ?? []).find(
      tag => tag.includes('value="other"') && tag.includes('name="toCase"'),
    )
    expect(other).toMatch(/formaction="\/intake\/drafts"/i)
    expect(other).toContain('form="intake"')
  })

  it('has no style and no script of its own, and unique ids', () => {
    for (const lang of ['vi', 'en'] as const) {
      const markup = html({ ...intakeExample, draft: draftExample }, { lang })
      expect(markup).not.toMatch(/\sstyle="|<script/)
      const ids = [...markup.matchAll(/\sid="([^"]+)"/g)].map(found => found[1])
      expect(ids.filter((one, index) => ids.indexOf(one) !== index)).toEqual([])
    }
  })
})
