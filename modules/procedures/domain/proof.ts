import { checkProcess, type FindingCode } from './process-check.ts'
import { limitHours, type Limit } from './offer-terms.ts'
import { countedHours, END, type ProcessAction, type ProcessDefinition, type ProcessStep } from './process.ts'

/** A finding at a step: an error keeps the process from being published, a warning is for who publishes to weigh. */
export type ProofFinding = { code: ProofCode; severity: 'error' | 'warning'; step: string; detail?: string }

export type ProofCode =
  | FindingCode
  | 'role-unheld'
  | 'role-unheld-somewhere'
  | 'number-unsigned'
  | 'return-unsigned'
  | 'return-unnumbered'
  | 'nothing-signed'
  | 'papers-unchecked'
  | 'fees-uncollected'
  | 'limit-differs'

/** What a process is proved against, as it stands today. */
export type ProofFacts = { totalHours: number | undefined; places: readonly ProofPlace[] }

/** An agency that works by the process: the ranks somebody holds there, and what its offers ask for. */
export type ProofPlace = {
  agencyName: string
  ranks: readonly string[]
  /** Some offer asks for papers that are handed in or shown; some offer takes a fee. */
  papers: boolean
  fees: boolean
  offers: readonly { code: string; limit: Limit; cases: readonly (Limit & { name: string })[] }[]
}

/**
 * Proves a process before it is published: its form and ways (`checkProcess`), that every step has somebody to do it, that
 * nothing is numbered before it is signed or returned before both, that papers are checked and fees taken on every way to
 * the end, and that the hours are those of the limits it serves. An agency without the role is an error when no agency of
 * the process has it; a counter clerk may sit at any centre, so that one is never more than a warning.
 */
export function proveProcess(definition: ProcessDefinition, facts: ProofFacts): ProofFinding[] {
  const form = checkProcess(definition, facts.totalHours).map(finding => ({ ...finding, severity: 'error' as const }))
  return [
    ...form,
    ...roleFindings(definition, facts.places),
    ...orderFindings(definition),
    ...taskFindings(definition, facts.places),
    ...limitFindings(definition, facts.places),
  ]
}

/** The errors among findings: what must be mended before publishing. */
export function errorsOf(findings: readonly ProofFinding[]): ProofFinding[] {
  return findings.filter(({ severity }) => severity === 'error')
}

function roleFindings({ steps }: ProcessDefinition, places: readonly ProofPlace[]): ProofFinding[] {
  return steps.flatMap<ProofFinding>(({ key, role }) => {
    if (role.trim() === '') return []
    const ranks = role === 'leader' ? ['leader', 'deputy'] : [role]
    const without = places.filter(place => !ranks.some(rank => place.ranks.includes(rank)))
    if (without.length === 0) return []
    const nowhere = role !== 'clerk' && without.length === places.length
    const detail = [...new Set(without.map(({ agencyName }) => agencyName))].join('; ')
    return nowhere
      ? [{ code: 'role-unheld', severity: 'error', step: key, detail }]
      : [{ code: 'role-unheld-somewhere', severity: 'warning', step: key, detail }]
  })
}

function orderFindings(definition: ProcessDefinition): ProofFinding[] {
  const unsigned = reachedBy(definition, (_, { kind }) => kind !== 'sign')
  const unnumbered = reachedBy(definition, (_, { kind }) => kind !== 'number')
  const has = (wanted: ProcessAction['kind']) =>
    definition.steps.some(({ actions }) => actions.some(({ kind }) => kind === wanted))
  return definition.steps.flatMap(step => {
    const found: ProofFinding[] = []
    const add = (code: ProofCode, severity: 'error' | 'warning', detail: string) =>
      found.push({ code, severity, step: step.key, detail })
    for (const { kind, label } of step.actions) {
      if (kind === 'number' && unsigned.has(step.key)) add('number-unsigned', 'error', label)
      if (kind !== 'return') continue
      if (!has('sign')) add('nothing-signed', 'warning', label)
      else if (unsigned.has(step.key)) add('return-unsigned', 'error', label)
      if (has('number') && unnumbered.has(step.key)) add('return-unnumbered', 'error', label)
    }
    return found
  })
}

function taskFindings(definition: ProcessDefinition, places: readonly ProofPlace[]): ProofFinding[] {
  const { start } = definition
  const skips = (task: 'check-papers' | 'collect-fees') =>
    reachedBy(definition, step => !(step.tasks ?? []).includes(task)).has(END)
  return [
    ...(places.some(({ papers }) => papers) && skips('check-papers')
      ? [{ code: 'papers-unchecked', severity: 'error', step: start } as const]
      : []),
    ...(places.some(({ fees }) => fees) && skips('collect-fees')
      ? [{ code: 'fees-uncollected', severity: 'error', step: start } as const]
      : []),
  ]
}

/** Offers and cases whose limit is not what the steps sum to: their promise and their step hours will differ. */
function limitFindings(definition: ProcessDefinition, places: readonly ProofPlace[]): ProofFinding[] {
  const counted = definition.steps.find(({ budgetHours }) => budgetHours !== null)
  if (!counted) return []
  const hours = countedHours(definition)
  const differing = places.flatMap(({ offers }) =>
    offers.flatMap(({ code, limit, cases }) =>
      [{ ...limit, name: '' }, ...cases].flatMap(each => {
        const own = limitHours(each)
        return own === undefined || own === hours
          ? []
          : [`${[code, each.name].filter(Boolean).join(' ')}: ${own}/${hours}`]
      }),
    ),
  )
  return [...new Set(differing)].map(detail => ({
    code: 'limit-differs',
    severity: 'warning',
    step: counted.key,
    detail,
  }))
}

/** The steps, and the end, that can be reached from the start by actions that `passes` lets through. */
function reachedBy(
  { start, steps }: ProcessDefinition,
  passes: (step: ProcessStep, action: ProcessAction) => boolean,
): ReadonlySet<string> {
  const byKey = new Map(steps.map(step => [step.key, step]))
  const reached = new Set([start].filter(key => byKey.has(key)))
  // A set yields what is added to it while it is walked.
  for (const key of reached) {
    const step = byKey.get(key)
    for (const action of step?.actions ?? []) if (step && passes(step, action)) reached.add(action.to)
  }
  return reached
}
