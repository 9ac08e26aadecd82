import type { TrialView } from '../contract.ts'
import { writeNumber } from './pattern.ts'
import { patternFault } from './series-change.ts'

type Tried = { kind: string; agencyCode: string; shared: boolean }

/** How a pattern would read on a day (`yyyy-mm-dd`): the first two numbers and one past the usual width, or what is wrong with it. */
export function tryPattern(series: Tried, pattern: string | undefined, date: string): TrialView | null {
  if (pattern === undefined) return null
  const fault = patternFault(series, pattern)
  if (fault) return { pattern, examples: [], fault: { code: `numbering.${fault.code}`, part: faultPart(fault) } }
  const examples = [1, 2, 12_345].map(value => writeNumber(pattern, { agency: series.agencyCode, date, value }))
  return { pattern, examples, fault: null }
}

function faultPart(fault: NonNullable<ReturnType<typeof patternFault>>): string {
  if ('part' in fault) return fault.part
  return 'example' in fault ? fault.example : ''
}
