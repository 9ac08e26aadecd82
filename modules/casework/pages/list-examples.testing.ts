import type { Id, ReplyOf } from '@congso/kernel/contract'
import { blankPage, type PageContextValue } from '@congso/kernel/html'
import type { desk, DossierRow, leaderDesk, Remaining } from '../contract.ts'

/** Thursday 19/11/2026, 09:42 in Vietnam: the moment of the mock-ups. */
export const mockNow = Date.parse('2026-11-19T09:42:00+07:00')

/** The page context of a clerk at the desk, at an address. */
export function exampleContext(path: string, more: Partial<PageContextValue> = {}): PageContextValue {
  const all = { all: true }
  return {
    ...blankPage,
    path,
    now: mockNow,
    actor: {
      ...blankPage.actor,
      kind: 'person',
      name: 'Lê Thu Hằng',
      title: 'Một cửa · Quầy 3',
      agencyName: 'Xã Tân Hòa',
      rights: {
        'casework.dossier.read': all,
        'casework.dossier.receive': all,
        'casework.dossier.handle': all,
        'casework.dossier.assign': all,
        'casework.dossier.sign': all,
      },
    },
    ...more,
  }
}

/** An identifier that says its number. */
export function exampleId<Kind extends string>(n: number): Id<Kind> {
  return `00000000-0000-7000-8000-${String(n).padStart(12, '0')}` as Id<Kind>
}

/** A remaining time: days, hours, minutes, share used. */
export function left(
  state: Remaining['state'],
  days: number,
  hours: number,
  minutesPart: number,
  used: number,
): Remaining {
  return { state, days, hours, minutesPart, used, minutes: days * 480 + hours * 60 + minutesPart }
}

/** A row of a list; `dueAt` as `dd/mm hh:mm` of 2026. */
export function exampleRow(n: number, more: Partial<DossierRow> & { due: string }): DossierRow {
  const { due, ...rest } = more
  return {
    id: exampleId(n),
    code: `H99.15-261116-${String(n).padStart(4, '0')}`,
    procedureName: 'Cấp Giấy xác nhận tình trạng hôn nhân',
    field: 'Hộ tịch',
    channel: 'direct',
    state: 'in-progress',
    applicantName: 'Giàng A Phềnh',
    applicantId: '551',
    stepName: 'Kiểm tra hồ sơ',
    unitName: 'Văn phòng',
    assignee: exampleId(900),
    assigneeName: 'Lê Thu Hằng',
    agencyName: 'UBND xã Tân Hòa',
    receivedAt: '2026-11-16T02:00:00.000Z',
    dueAt: at(due),
    finishedAt: null,
    returnedAt: null,
    resultNo: null,
    remaining: left('ok', 1, 7, 0, 35),
    version: 1,
    ...rest,
  }
}

/** `19/11 10:15` of 2026 in Vietnam as ISO text. */
export function at(text: string): string {
  const [day = '', time = ''] = text.split(' ')
  const [d, m] = day.split('/')
  return new Date(`2026-${m}-${d}T${time}:00+07:00`).toISOString()
}

/** The ten rows of the desk's mock-up. */
export const deskRows: DossierRow[] = [
  exampleRow(7, {
    due: '17/11 14:20',
    code: 'H99.15-261106-0007',
    procedureName: 'Cấp giấy phép xây dựng nhà ở riêng lẻ',
    applicantName: 'Đỗ Quang Vịnh',
    applicantId: '274',
    stepName: 'Thẩm định',
    assigneeName: 'Nguyễn Hữu Phước',
    remaining: left('late', 1, 4, 0, 100),
  }),
  exampleRow(21, {
    due: '18/11 16:10',
    code: 'H99.15-261113-0021',
    applicantName: 'Phùng Thị Lựu',
    applicantId: '908',
    stepName: 'Ký kết quả',
    assigneeName: 'Hoàng Minh Tuệ',
    remaining: left('late', 0, 3, 2, 100),
  }),
  exampleRow(12, {
    due: '19/11 10:15',
    stepName: 'Cấp số, đóng dấu',
    assignee: null,
    assigneeName: '',
    unitName: 'Văn thư',
    remaining: left('soon', 0, 0, 33, 98),
  }),
  exampleRow(19, {
    due: '19/11 13:40',
    procedureName: 'Đăng ký nhận cha, mẹ, con',
    applicantName: 'Bùi Thế Đăng',
    applicantId: '126',
    remaining: left('soon', 0, 2, 28, 90),
  }),
  exampleRow(33, {
    due: '19/11 17:00',
    procedureName: 'Đăng ký khai sinh',
    channel: 'online',
    applicantName: 'Vũ Hải Ninh',
    applicantId: '640',
    remaining: left('soon', 0, 5, 48, 27),
  }),
  exampleRow(4, {
    due: '19/11 17:00',
    procedureName: 'Cấp bản sao Trích lục khai sinh',
    applicantName: 'Trịnh Công Thiệp',
    applicantId: '337',
    remaining: left('soon', 0, 5, 48, 35),
  }),
  exampleRow(9, {
    due: '23/11 09:10',
    procedureName: 'Đăng ký thành lập hộ kinh doanh',
    channel: 'online',
    applicantName: 'Lại Thị Hoài',
    applicantId: '782',
  }),
  exampleRow(3, {
    due: '25/11 08:30',
    procedureName: 'Đăng ký lại khai sinh',
    applicantName: 'Mai Xuân Trí',
    applicantId: '415',
    stepName: 'Xác minh',
    assigneeName: 'Nguyễn Hữu Phước',
    remaining: left('ok', 2, 6, 0, 43),
  }),
  exampleRow(16, {
    due: '27/11 10:30',
    procedureName: 'Trợ cấp xã hội hằng tháng',
    applicantName: 'Cao Thị Bưởi',
    applicantId: '093',
    stepName: 'Thẩm định',
    assigneeName: 'Đinh Thị Nguyệt',
    remaining: left('ok', 5, 0, 0, 50),
  }),
  exampleRow(2, {
    due: '09/12 09:00',
    procedureName: 'Xác định, xác định lại mức độ khuyết tật',
    applicantName: 'Hà Văn Sểnh',
    applicantId: '860',
    stepName: 'Họp hội đồng',
    assigneeName: 'Đinh Thị Nguyệt',
    remaining: left('ok', 12, 7, 0, 48),
  }),
]

/** The desk of the mock-up. */
export function exampleDesk(more: Partial<ReplyOf<typeof desk>> = {}): ReplyOf<typeof desk> {
  return {
    view: 'mine',
    counts: { mine: 32, unit: 3, waiting: 4, return: 9, elsewhere: 41 },
    rows: deskRows,
    total: 32,
    urgency: { late: 2, today: 4, later: 26, hold: 0 },
    next: null,
    fields: ['Hộ tịch', 'Xây dựng', 'Bảo trợ xã hội'],
    mayReceive: true,
    mayAssign: true,
    colleagues: [
      { position: exampleId(901), name: 'Nguyễn Hữu Phước', title: 'Chuyên viên', open: 12 },
      { position: exampleId(902), name: 'Đinh Thị Nguyệt', title: 'Công chức Văn hóa – Xã hội', open: 31 },
    ],
    ...more,
  }
}

type LeaderView = ReplyOf<typeof leaderDesk>

/** A leader's desk with a late card, one due today, one in time. */
export function exampleLeader(more: Partial<LeaderView> = {}): LeaderView {
  return {
    toSign: 5,
    late: 3,
    dueToday: 4,
    cards: [
      card(
        exampleRow(21, {
          due: '18/11 16:10',
          code: 'H99.15-261113-0021',
          applicantName: 'Phùng Thị Lựu',
          stepName: 'Ký kết quả',
          remaining: left('late', 0, 3, 2, 100),
        }),
        'Tô Văn Đệ',
        '18/11 15:02',
        'sign',
      ),
      card(
        exampleRow(19, {
          due: '19/11 13:40',
          procedureName: 'Đăng ký nhận cha, mẹ, con',
          applicantName: 'Bùi Thế Đăng',
          stepName: 'Ký kết quả',
          remaining: left('soon', 0, 2, 28, 90),
        }),
        'Nguyễn Hữu Phước',
        '19/11 08:31',
        'sign',
      ),
      card(
        exampleRow(16, {
          due: '20/11 16:00',
          procedureName: 'Trợ cấp xã hội hằng tháng',
          applicantName: 'Cao Thị Bưởi',
          stepName: 'Duyệt hồ sơ',
          remaining: left('ok', 0, 6, 0, 60),
        }),
        'Đinh Thị Nguyệt',
        '16/11 08:31',
        null,
      ),
    ],
    lateBy: [
      { unit: exampleId(950), unitName: 'Phòng Kinh tế', count: 2, longestMinutes: 720, stepName: 'Thẩm định' },
      { unit: null, unitName: '', count: 1, longestMinutes: 182, stepName: 'Ký kết quả' },
    ],
    ...more,
  }
}

function card(row: DossierRow, by: string, submittedAt: string, action: string | null): LeaderView['cards'][number] {
  return { ...row, submittedBy: by, submittedAt: at(submittedAt), action, backAction: 'send-back' }
}
