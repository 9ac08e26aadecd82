/**
 * The internal process of a procedure as data: who does what within how many working hours. A version once used by a
 * dossier is never edited; a change is a new version.
 */
export type ProcessDefinition = { start: string; steps: ProcessStep[] }

export type ProcessStep = {
  /** Unique within the definition; `end` is reserved. */
  key: string
  name: string
  /** The role whose holders may act. */
  role: string
  unit?: string
  /** Working hours in steps of half an hour; null when the step's time is not counted (returning the result). */
  budgetHours: number | null
  /** Steps of one group run side by side and share one budget, given alike on each. */
  group?: string
  /** What is done at this step besides its actions. */
  tasks?: StepTask[]
  actions: ProcessAction[]
}

/** Checking the papers of the dossier against the list of the offer; taking the fees of the offer. */
export type StepTask = 'check-papers' | 'collect-fees'

export type ProcessAction = {
  /** Unique within the step. */
  key: string
  /** The step that follows, or `end`. */
  to: string
  label: string
  kind: 'forward' | 'back' | 'sign' | 'number' | 'return'
  needs?: ActionNeed[]
}

/** What the actor must supply with an action. */
export type ActionNeed = 'reason' | 'assignee' | 'draft' | 'signature' | 'number' | 'receipt'

/** The key that ends a process instead of naming a step. */
export const END = 'end'

/** A part of the picture of a process: one step, or the steps of a group side by side. `share` is 0..1 of the counted hours. */
export type FlowSegment = { steps: { key: string; name: string; role: string }[]; hours: number | null; share: number }

/** The steps in their order with the width of each by its share of the budget; equal widths when nothing is counted. */
export function flowSegments(definition: ProcessDefinition): FlowSegment[] {
  const parts = budgetParts(definition)
  const total = parts.reduce((sum, { hours }) => sum + (hours ?? 0), 0)
  return parts.map(({ steps, hours }) => ({
    steps: steps.map(({ key, name, role }) => ({ key, name, role })),
    hours,
    share: total > 0 ? (hours ?? 0) / total : 1 / parts.length,
  }))
}

/** The counted hours of a process, a group counted once. */
export function countedHours(definition: ProcessDefinition): number {
  return budgetParts(definition).reduce((sum, { hours }) => sum + (hours ?? 0), 0)
}

type BudgetPart = { steps: ProcessStep[]; hours: number | null }

function budgetParts(definition: ProcessDefinition): BudgetPart[] {
  const parts: BudgetPart[] = []
  const groups = new Map<string, BudgetPart>()
  for (const step of definition.steps) {
    const open = step.group === undefined ? undefined : groups.get(step.group)
    if (open) {
      open.steps.push(step)
      open.hours ??= step.budgetHours
      continue
    }
    const part: BudgetPart = { steps: [step], hours: step.budgetHours }
    if (step.group !== undefined) groups.set(step.group, part)
    parts.push(part)
  }
  return parts
}
