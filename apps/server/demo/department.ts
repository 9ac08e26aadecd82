import type { DemoProcedure } from '@congso/procedures/testing'

const usual: Pick<DemoProcedure, 'field' | 'decision' | 'fee' | 'units' | 'cutOff' | 'cases' | 'fees'> = {
  field: 'Hoạt động xây dựng',
  decision: '1077/QĐ-BXD',
  fee: '0 VNĐ (Hội đồng nhân dân cấp tỉnh quyết định.)',
  units: [],
  cutOff: '',
  cases: [],
  fees: [{ name: 'Lệ phí', amount: 150_000, text: 'Nghị quyết của Hội đồng nhân dân tỉnh Sơn Giang' }],
}

/** What the department of construction decides and the provincial centre receives for it. */
export const departmentProcedures: readonly DemoProcedure[] = [
  {
    ...usual,
    code: '1.013236',
    name: 'Cấp giấy phép xây dựng mới công trình cấp đặc biệt, cấp I, cấp II',
    result: 'Giấy phép xây dựng',
    times: everyWay('10 WORKING_DAY'),
    limit: { amount: 10, unit: 'working-day' },
    papers: papers(
      'Đơn đề nghị cấp giấy phép xây dựng',
      'Giấy tờ hợp pháp về đất đai',
      'Hồ sơ thiết kế xây dựng (02 bộ)',
    ),
  },
  {
    ...usual,
    code: '1.013233',
    name: 'Gia hạn giấy phép xây dựng đối với công trình cấp đặc biệt, cấp I, cấp II',
    result: 'Giấy phép xây dựng được gia hạn',
    times: everyWay('5 WORKING_DAY'),
    limit: { amount: 5, unit: 'working-day' },
    papers: papers('Đơn đề nghị gia hạn giấy phép xây dựng', 'Bản chính giấy phép xây dựng đã được cấp'),
  },
  {
    ...usual,
    code: '1.013217',
    name: 'Cấp lại chứng chỉ hành nghề hoạt động xây dựng',
    result: 'Chứng chỉ hành nghề hoạt động xây dựng',
    times: everyWay('5 WORKING_DAY'),
    limit: { amount: 5, unit: 'working-day' },
    papers: papers('Đơn đề nghị cấp lại chứng chỉ hành nghề', 'Ảnh màu cỡ 4 × 6 cm'),
  },
]

function everyWay(time: string): DemoProcedure['times'] {
  return [
    { channel: 'direct', time },
    { channel: 'online', time },
    { channel: 'postal', time },
  ]
}

function papers(...names: string[]): DemoProcedure['papers'] {
  return names.map((name, index) => ({ no: index + 1, name, kind: 'submit', originals: 1, copies: 0 }))
}
