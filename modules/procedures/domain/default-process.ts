import { END, type ProcessAction, type ProcessDefinition, type ProcessStep } from './process.ts'

export type DefaultStep = 'intake' | 'assign' | 'appraise' | 'review' | 'sign' | 'number' | 'return'

export type DefaultAction = 'accept' | 'assign' | 'submit' | 'approve' | 'send-back' | 'sign' | 'number' | 'return'

/** The words and roles of an office for a new process; the definition keeps them. */
export type ProcessWords = {
  steps: Record<DefaultStep, string>
  actions: Record<DefaultAction, string>
  roles: Record<DefaultStep, string>
}

/**
 * A process to start from: intake, assign, appraise, review, sign, number, return, in the proportions a province approved
 * for a 21-day procedure (4, 4, 112, 24, 16, 8 hours; the return is not counted). Up to one working day (8 hours) it is
 * intake, sign, return. Budgets are half hours and sum exactly to `totalHours`; undefined leaves every step uncounted.
 * Throws RangeError when `totalHours` is negative or not a number of half hours.
 */
export function defaultProcess(words: ProcessWords, totalHours: number | undefined): ProcessDefinition {
  const plan = totalHours !== undefined && totalHours <= HOURS_PER_DAY ? SHORT : FULL
  const budgets =
    totalHours === undefined
      ? undefined
      : splitHours(
          totalHours,
          plan.map(({ weight }) => weight),
        )
  const steps: ProcessStep[] = plan.map(({ key, weight, actions }, i) => ({
    key,
    name: words.steps[key],
    role: words.roles[key],
    budgetHours: weight > 0 ? (budgets?.[i] ?? null) : null,
    ...(key === 'intake' ? { tasks: ['check-papers', 'collect-fees'] } : {}),
    actions: actions.map(([action, to, kind, ...needs]) => ({
      key: action,
      to,
      label: words.actions[action],
      kind,
      ...(needs.length > 0 ? { needs } : {}),
    })),
  }))
  return { start: 'intake', steps }
}

/**
 * Splits hours in proportion to weights into half hours that sum exactly to the whole (largest remainder, earlier first).
 * Every part with a weight gets at least half an hour where there are enough of them.
 */
export function splitHours(totalHours: number, weights: readonly number[]): number[] {
  const halves = totalHours * 2
  if (!Number.isInteger(halves) || halves < 0) throw new RangeError(`not a number of half hours: ${totalHours}`)
  const sum = weights.reduce((a, b) => a + b, 0)
  const exact = weights.map(weight => (sum > 0 ? (halves * weight) / sum : 0))
  const parts = exact.map(Math.floor)
  const byRemainder = exact.map((value, i) => [i, value - Math.floor(value)] as const).toSorted((a, b) => b[1] - a[1])
  let left = sum > 0 ? halves - parts.reduce((a, b) => a + b, 0) : 0
  for (const [i] of byRemainder)
    if (left > 0 && (weights[i] ?? 0) > 0) [parts[i], left] = [(parts[i] ?? 0) + 1, left - 1]
  fillEmpty(parts, weights)
  return parts.map(part => part / 2)
}

function fillEmpty(parts: number[], weights: readonly number[]): void {
  for (const [i, weight] of weights.entries()) {
    if (weight <= 0 || parts[i] !== 0) continue
    const richest = parts.indexOf(Math.max(...parts))
    if ((parts[richest] ?? 0) <= 1) return
    parts[richest] = (parts[richest] ?? 0) - 1
    parts[i] = 1
  }
}

const HOURS_PER_DAY = 8

type PlannedAction = readonly [
  DefaultAction,
  DefaultStep | typeof END,
  ProcessAction['kind'],
  ...NonNullable<ProcessAction['needs']>,
]
type Plan = readonly { key: DefaultStep; weight: number; actions: readonly PlannedAction[] }[]

const FULL: Plan = [
  { key: 'intake', weight: 4, actions: [['accept', 'assign', 'forward']] },
  { key: 'assign', weight: 4, actions: [['assign', 'appraise', 'forward', 'assignee']] },
  {
    key: 'appraise',
    weight: 112,
    actions: [
      ['submit', 'review', 'forward', 'draft'],
      ['send-back', 'assign', 'back', 'reason'],
    ],
  },
  {
    key: 'review',
    weight: 24,
    actions: [
      ['approve', 'sign', 'forward'],
      ['send-back', 'appraise', 'back', 'reason'],
    ],
  },
  {
    key: 'sign',
    weight: 16,
    actions: [
      ['sign', 'number', 'sign', 'signature'],
      ['send-back', 'review', 'back', 'reason'],
    ],
  },
  { key: 'number', weight: 8, actions: [['number', 'return', 'number', 'number']] },
  { key: 'return', weight: 0, actions: [['return', END, 'return', 'receipt']] },
]

const SHORT: Plan = [
  { key: 'intake', weight: 1, actions: [['accept', 'sign', 'forward', 'draft']] },
  {
    key: 'sign',
    weight: 1,
    actions: [
      ['sign', 'return', 'sign', 'signature'],
      ['send-back', 'intake', 'back', 'reason'],
    ],
  },
  { key: 'return', weight: 0, actions: [['return', END, 'return', 'receipt']] },
]
