import { countedHours, END, type ProcessDefinition, type ProcessStep } from './process.ts'

/** A fault of a process definition and the step where it is to be mended; `detail` names the other key or number concerned. */
export type ProcessFinding = { code: FindingCode; step: string; detail?: string }

export type FindingCode =
  | 'no-steps'
  | 'start-missing'
  | 'key-missing'
  | 'key-repeated'
  | 'key-reserved'
  | 'name-missing'
  | 'role-missing'
  | 'action-repeated'
  | 'label-missing'
  | 'target-missing'
  | 'unreachable'
  | 'dead-end'
  | 'budget-invalid'
  | 'group-budget-differs'
  | 'budget-sum'

/**
 * The faults of a definition, none when it may be used: every step reachable and with a way to the end that does not go
 * back, keys unique, roles named, and the counted budgets summing to `totalHours` where the procedure has a limit.
 */
export function checkProcess(definition: ProcessDefinition, totalHours: number | undefined): ProcessFinding[] {
  const { steps, start } = definition
  const [first] = steps
  if (!first) return [{ code: 'no-steps', step: start }]
  const keys = new Set(steps.map(step => step.key))
  return [
    ...(keys.has(start) ? [] : [{ code: 'start-missing', step: start } as const]),
    ...steps.flatMap((step, i) => stepFaults(step, steps.slice(0, i), keys)),
    ...wayFaults(definition, keys),
    ...budgetFaults(definition, first, totalHours),
  ]
}

function stepFaults(step: ProcessStep, before: readonly ProcessStep[], keys: ReadonlySet<string>): ProcessFinding[] {
  const faults: ProcessFinding[] = []
  const add = (code: FindingCode, detail?: string) =>
    faults.push(detail === undefined ? { code, step: step.key } : { code, step: step.key, detail })
  if (step.key.trim() === '') add('key-missing')
  if (step.key === END) add('key-reserved')
  if (before.some(other => other.key === step.key)) add('key-repeated')
  if (step.name.trim() === '') add('name-missing')
  if (step.role.trim() === '') add('role-missing')
  const seen = new Set<string>()
  for (const action of step.actions) {
    if (seen.has(action.key)) add('action-repeated', action.key)
    seen.add(action.key)
    if (action.label.trim() === '') add('label-missing', action.key)
    if (action.to !== END && !keys.has(action.to)) add('target-missing', action.to)
  }
  const { budgetHours } = step
  if (budgetHours !== null && !(budgetHours >= 0 && Number.isInteger(budgetHours * 2)))
    add('budget-invalid', `${budgetHours}`)
  const twin = before.find(other => step.group !== undefined && other.group === step.group)
  if (twin && twin.budgetHours !== budgetHours) add('group-budget-differs', twin.key)
  return faults
}

function wayFaults({ start, steps }: ProcessDefinition, keys: ReadonlySet<string>): ProcessFinding[] {
  const reached = new Set([start].filter(key => keys.has(key)))
  const ending = new Set([END])
  // Each round adds at least one step or stops, so as many rounds as steps are enough.
  for (const _ of steps) {
    for (const step of steps) {
      if (reached.has(step.key)) for (const action of step.actions) reached.add(action.to)
      if (step.actions.some(action => action.kind !== 'back' && ending.has(action.to))) ending.add(step.key)
    }
  }
  return steps.flatMap(step => [
    ...(reached.has(step.key) ? [] : [{ code: 'unreachable', step: step.key } as const]),
    ...(ending.has(step.key) ? [] : [{ code: 'dead-end', step: step.key } as const]),
  ])
}

function budgetFaults(
  definition: ProcessDefinition,
  first: ProcessStep,
  totalHours: number | undefined,
): ProcessFinding[] {
  if (totalHours === undefined) return []
  const hours = countedHours(definition)
  const counted = definition.steps.find(step => step.budgetHours !== null) ?? first
  return hours === totalHours ? [] : [{ code: 'budget-sum', step: counted.key, detail: `${hours}/${totalHours}` }]
}
