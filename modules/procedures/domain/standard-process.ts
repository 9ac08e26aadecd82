import { defaultProcess, type ProcessWords } from './default-process.ts'
import type { ProcessDefinition } from './process.ts'

/**
 * The process an office starts from, in the words of the provinces' approved processes; its roles are the ranks of
 * positions that work comes to. Throws RangeError for hours that are not half hours.
 */
export function standardProcess(totalHours: number | undefined): ProcessDefinition {
  return defaultProcess(totalHours !== undefined && totalHours <= HOURS_PER_DAY ? IN_DAY : FULL, totalHours)
}

/** `Giải quyết trong ngày`, `Quy trình chuẩn 24 giờ làm việc`: the name of a standard process. */
export function standardName(totalHours: number | undefined): string {
  if (totalHours === undefined) return 'Quy trình chuẩn, không tính giờ từng bước'
  if (totalHours === HOURS_PER_DAY) return 'Quy trình giải quyết trong ngày'
  return `Quy trình chuẩn ${String(totalHours).replace('.', ',')} giờ làm việc`
}

const HOURS_PER_DAY = 8

const roles: ProcessWords['roles'] = {
  intake: 'clerk',
  assign: 'head',
  appraise: 'officer',
  review: 'head',
  sign: 'leader',
  number: 'records',
  return: 'clerk',
}

const steps: ProcessWords['steps'] = {
  intake: 'Tiếp nhận, số hóa',
  assign: 'Phân công thụ lý',
  appraise: 'Thẩm định hồ sơ',
  review: 'Xem xét dự thảo',
  sign: 'Ký kết quả',
  number: 'Cấp số, đóng dấu, phát hành',
  return: 'Trả kết quả',
}

const FULL: ProcessWords = {
  roles,
  steps,
  actions: {
    accept: 'Chuyển phân công',
    assign: 'Giao thụ lý',
    submit: 'Trình trưởng phòng',
    approve: 'Trình lãnh đạo',
    'send-back': 'Trả lại để sửa',
    sign: 'Ký duyệt',
    number: 'Cấp số và chuyển một cửa',
    return: 'Trả kết quả',
  },
}

/** Within one day the counter drafts the result itself and takes it to be signed. */
const IN_DAY: ProcessWords = {
  roles,
  steps: { ...steps, intake: 'Tiếp nhận, soạn kết quả' },
  actions: { ...FULL.actions, accept: 'Trình lãnh đạo', sign: 'Ký và chuyển một cửa' },
}
