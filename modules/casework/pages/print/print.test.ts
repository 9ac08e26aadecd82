import { describe, expect, it } from 'vitest'
import { controlSheet } from './control-sheet.ts'
import { sheetExample, slipExample } from './examples.testing.ts'
import { formOn } from './forms.ts'
import { balance, clean, momentInWords } from './official-paper.ts'
import { type PrintedPage, readBack, wordsOf } from './read-back.ts'
import { receiptSlip, type ReceiptSlipData } from './receipt-slip.ts'
import type { PaperDefinition } from './definition.ts'
import { renderPdf } from './render-pdf.ts'

const longName =
  'Bản sao có chứng thực giấy chứng nhận quyền sử dụng đất, quyền sở hữu nhà ở và tài sản gắn liền với đất; '.repeat(6)
const principal = {
  name: 'Công ty trách nhiệm hữu hạn một thành viên Ánh Dương',
  idNumber: '0101234567',
  address: 'Thôn Đồi Chè, xã Tân Hòa',
  phone: '0912 000 777',
  email: 'lien-he@anh-duong.example',
  authorisation: 'Giấy ủy quyền số 15/GUQ ngày 17/11/2026',
}
const crowded: ReceiptSlipData = {
  ...slipExample,
  issuer: {
    ...slipExample.issuer,
    name: 'Trung tâm Phục vụ hành chính công thành phố, chi nhánh khu vực Củ Chi – Hóc Môn – Bình Chánh',
  },
  principal,
  papers: Array.from({ length: 40 }, (_, index) => ({
    name: index === 3 ? longName : `Giấy tờ thứ ${index + 1}`,
    originals: 1,
    copies: 2,
    electronic: false,
  })),
  register: { book: '02/2026', serial: '0827' },
}

const print = async (definition: PaperDefinition) => readBack(await renderPdf(definition))

describe('the receipt slip (Form 01)', () => {
  it('is a PDF with the words of the form, diacritics whole, on one A5 page', async () => {
    const bytes = await renderPdf(receiptSlip(slipExample))
    expect(Buffer.from(bytes.subarray(0, 5)).toString()).toBe('%PDF-')
    const pages = readBack(bytes)
    expect(pages.map(page => [page.width, page.height])).toEqual([[419.53, 595.28]])
    expect(wordsOf(pages)).toBe(
      'UBND XÃ TÂN HÒATRUNG TÂM PHỤC VỤHÀNH CHÍNH CÔNGCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAMĐộc lập - Tự do - Hạnh phúc' +
        'Số: 0827/TTPVHCCTân Hòa, ngày 19 tháng 11 năm 2026GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢMã hồ sơ: H99.15-261119-0042' +
        'Trung tâm Phục vụ hành chính công xã Tân Hòa tiếp nhận hồ sơ của: Phạm Thị Thu Ngân' +
        'Số định danh: 0••••••••771 Điện thoại: 0912 000 318Địa chỉ: Thôn Bãi Cháo, xã Tân Hòa, tỉnh Sơn Giang' +
        'Nội dung yêu cầu giải quyết: Cấp Giấy xác nhận tình trạng hôn nhânThành phần hồ sơ nộp gồm:' +
        '1.Tờ khai: 01 bản chính2.Giấy tờ chứng minh đã ly hôn: 01 bản sao' +
        'Số lượng hồ sơ: 01 bộ. Thời gian giải quyết theo quy định: 03 ngày làm việc.' +
        'Tiếp nhận: 09 giờ 42, ngày 19/11/2026Trả kết quả: 09 giờ 42, ngày 25/11/2026Nhận kết quả tại: Quầy trả kết quả.' +
        'Tra cứu hồ sơMã bí mậtK7M2P9QNGƯỜI NỘP(Ký, ghi rõ họ tên)NGƯỜI TIẾP NHẬN(Ký số)Lê Thu Hằng',
    )
  })

  it('shows a whole identity number only where the form must', async () => {
    expect(wordsOf(await print(receiptSlip(slipExample)))).not.toContain('012345678771')
    expect(wordsOf(await print(receiptSlip({ ...slipExample, fullIds: true })))).toContain('Số định danh: 012345678771')
  })

  it('names who authorised, by which paper, and the register', async () => {
    const text = wordsOf(await print(receiptSlip(crowded)))
    expect(text).toContain(`Người ủy quyền: ${principal.name}`)
    expect(text).toContain('Số định danh: 0••••••567')
    expect(text).toContain('Thư điện tử: lien-he@anh-duong.example')
    expect(text).toContain(`Giấy tờ ủy quyền: ${principal.authorisation}`)
    expect(text).toContain('Vào Sổ theo dõi hồ sơ, quyển số: 02/2026, số thứ tự: 0827.')
  })

  it.each(['A5', 'A4'] as const)('flows to further %s pages and loses nothing', async size => {
    const pages = await print(receiptSlip(crowded, size))
    expect(pages.length).toBeGreaterThan(1)
    const text = wordsOf(pages)
    for (let no = 1; no <= 40; no++) if (no !== 4) expect(text).toContain(`Giấy tờ thứ ${no}: 01 bản chính, 02 bản sao`)
    const body = pages
      .map(page => page.runs.filter(run => run.y < page.height - 30))
      .flatMap(runs => runs.map(run => run.text))
    expect(body.join('').split('tài sản gắn liền với đất').length - 1).toBe(6)
    expect(wordsOf(pages.slice(0, 1))).toContain(`Xem tiếp trang 2/${pages.length}`)
    pages
      .slice(1)
      .forEach((page, index) => expect(page.runs.map(run => run.text)).toContain(`${index + 2}/${pages.length}`))
    expect(wordsOf(pages.slice(-1))).toContain('NGƯỜI TIẾP NHẬN')
    expectInside(pages)
  })

  it('breaks a word longer than the line', async () => {
    const pages = await print(receiptSlip({ ...slipExample, content: 'z'.repeat(900) }))
    expect(wordsOf(pages).match(/z/g)).toHaveLength(900)
    expectInside(pages)
  })

  it('keeps the signatures with the times, and lets a very long ending break', async () => {
    const pages = await print(receiptSlip({ ...slipExample, pickup: 'Bưu-cục nhậnthay. '.repeat(200) }))
    expect(wordsOf(pages).match(/nhậnthay/g)).toHaveLength(200)
    expect(wordsOf(pages)).toContain('Lê Thu Hằng')
    expectInside(pages)
  })

  it('gives the same bytes for the same data', async () => {
    const [first, second] = [await renderPdf(receiptSlip(slipExample)), await renderPdf(receiptSlip(slipExample))]
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true)
  })
})

describe('the control sheet (Form 06)', () => {
  it('tells each hand-over with time, hands, result and note', async () => {
    const pages = await print(controlSheet(sheetExample))
    expect(pages).toHaveLength(1)
    const text = wordsOf(pages)
    expect(text).toContain('PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ')
    expect(text).toContain('Cơ quan phối hợp giải quyết hồ sơ: Công an xã Tân Hòa')
    expect(text).toContain('Thời gian trả kết quả giải quyết hồ sơ: 09 giờ 42, ngày 25/11/2026')
    expect(text).toContain('15 giờ 05, ngày 20/11/2026')
    expect(text).toContain('Quá hạn')
  })

  it('repeats the head of the table on every page and loses no row', async () => {
    const handOvers = Array.from({ length: 31 }, (_, index) => ({
      from: '',
      to: '',
      at: null,
      giver: `Giao${index}.`,
      receiver: `Nhận${index}.`,
      result: null,
      note: index === 30 ? 'dài '.repeat(2000) : '',
    }))
    const pages = await print(controlSheet({ ...sheetExample, handOvers }))
    for (const page of pages) expect(wordsOf([page])).toContain('GHI CHÚ')
    for (const row of handOvers) expect(wordsOf(pages)).toContain(row.receiver)
    expect(wordsOf(pages).match(/dài/g)).toHaveLength(2000)
    expectInside(pages)
  })

  it('leaves one row to fill in by hand where nothing was handed over', async () => {
    expect(wordsOf(await print(controlSheet({ ...sheetExample, handOvers: [] })))).toContain('…… giờ ……')
  })
})

describe('the wording', () => {
  it.each([
    ['receipt-slip', '2026-11-19', '01', '03/2025/TT-VPCP'],
    ['control-sheet', '2025-09-15', '06', '03/2025/TT-VPCP'],
    ['control-sheet', '2025-09-14', '05', '01/2018/TT-VPCP'],
    ['register', '2019-03-01', '06', '01/2018/TT-VPCP'],
  ] as const)('%s on %s is Form %s of %s', (kind, date, number, circular) => {
    expect(formOn(kind, date)).toMatchObject({ number, circular })
  })

  it('knows the apology by its name of the day, and no notice of suspension before TT 03/2025', () => {
    expect(formOn('apology', '2019-03-01')?.title).toBe('Phiếu xin lỗi và hẹn lại ngày trả kết quả')
    expect(formOn('apology', '2026-03-01')?.title).toBe('Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết')
    expect(formOn('suspension', '2019-03-01')).toBeNull()
  })

  it('says moments in Vietnam’s time', () => {
    expect(momentInWords('2027-01-04T17:05:00.000Z')).toBe('00 giờ 05, ngày 05/01/2027')
  })

  it('composes letters and keeps a value on one line', () => {
    expect(clean(' Ha\u0323\u0302u\n Giang\u0000 ')).toBe('Hậu Giang')
  })

  it('breaks a name into lines of like length', () => {
    expect(balance('TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG', 22)).toBe('TRUNG TÂM PHỤC VỤ\nHÀNH CHÍNH CÔNG')
    expect(balance('UBND XÃ TÂN HÒA', 22)).toBe('UBND XÃ TÂN HÒA')
    expect(balance('ABCDEFGHIJ KL', 4)).toBe('ABCDEFGHIJ\nKL')
  })
})

/** Nothing starts beyond the edges, and no letter is unknown to the font. */
function expectInside(pages: readonly PrintedPage[]) {
  for (const page of pages) {
    for (const run of page.runs) {
      expect(run.x).toBeGreaterThan(20)
      expect(run.x).toBeLessThan(page.width - 20)
      expect(run.y).toBeGreaterThan(12)
      expect(run.y).toBeLessThan(page.height - 10)
      expect(run.text).not.toContain('\ufffd')
    }
  }
}
