import type { InputOf } from '@congso/kernel/contract'
import type { editDraft } from '@congso/procedures/contract'

type Steps = InputOf<typeof editDraft>['steps']

/** Civil status at a commune's centre: received, checked and drafted by its own clerk, signed; above one day numbered by the records clerk. */
export function civilSteps(hours: number): Steps {
  const inDay = hours <= 8
  const last = inDay ? 'return' : 'number'
  const spent = inDay
    ? { intake: 1, check: 4, sign: 3, number: 0 }
    : { intake: 2, check: hours - 10, sign: 6, number: 2 }
  return [
    {
      key: 'intake',
      name: 'Tiếp nhận',
      role: 'clerk',
      hours: spent.intake,
      actions: [{ key: 'accept', to: 'check', label: 'Chuyển kiểm tra', kind: 'forward' }],
    },
    {
      key: 'check',
      name: 'Kiểm tra hồ sơ',
      role: 'clerk',
      hours: spent.check,
      actions: [{ key: 'submit', to: 'sign', label: 'Trình lãnh đạo', kind: 'forward', needs: ['draft'] }],
    },
    {
      key: 'sign',
      name: 'Ký kết quả',
      role: 'leader',
      hours: spent.sign,
      actions: [
        {
          key: 'sign',
          to: last,
          label: inDay ? 'Ký và chuyển một cửa' : 'Ký duyệt',
          kind: 'sign',
          needs: ['signature'],
        },
        { key: 'send-back', to: 'check', label: 'Trả lại để sửa', kind: 'back', needs: ['reason'] },
      ],
    },
    ...(inDay ? [] : [numbering(spent.number)]),
    {
      key: 'return',
      name: 'Trả kết quả',
      role: 'clerk',
      actions: [{ key: 'return', to: 'end', label: 'Trả kết quả', kind: 'return', needs: ['receipt'] }],
    },
  ]
}

function numbering(hours: number): Steps[number] {
  return {
    key: 'number',
    name: 'Cấp số, đóng dấu',
    role: 'records',
    hours,
    actions: [{ key: 'number', to: 'return', label: 'Cấp số và chuyển một cửa', kind: 'number', needs: ['number'] }],
  }
}
