import type { StepRow } from '../contract/process.ts'
import { standardProcess } from '../domain/standard-process.ts'

/** The steps of a building permit for a house, 56 hours, as the mock-ups show them. */
export function buildingSteps(): StepRow[] {
  return standardProcess(56).steps.map(({ key, tasks, actions }) => {
    const own = STEPS[key]
    if (!own) throw new RangeError(`the standard process has a step ${key} that the building process has not`)
    const { name, role, hours } = own
    return { key, name, role, actions, ...(tasks ? { tasks } : {}), ...(hours === undefined ? {} : { hours }) }
  })
}

const STEPS: Record<string, { name: string; role: NonNullable<StepRow['role']>; hours?: number }> = {
  intake: { name: 'Tiếp nhận, số hóa', role: 'clerk', hours: 2 },
  assign: { name: 'Phân công thụ lý', role: 'head', hours: 4 },
  appraise: { name: 'Thẩm định, kiểm tra thực địa', role: 'officer', hours: 32 },
  review: { name: 'Xem xét dự thảo giấy phép', role: 'head', hours: 8 },
  sign: { name: 'Ký giấy phép', role: 'leader', hours: 6 },
  number: { name: 'Cấp số, đóng dấu, phát hành', role: 'records', hours: 4 },
  return: { name: 'Trả kết quả', role: 'clerk' },
}
