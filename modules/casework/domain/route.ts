import type { ProcessStep } from '@congso/procedures'

/** A position that could take a step. */
export type Candidate = {
  position: string
  unit: string
  agency: string
  unitKind: string
  rank: string
  person: string | null
  open: number
}

/** Where a step goes: the unit that does it, and the person when there is no choice to make. */
export type Route = { unit: string | null; assignee: string | null }

export type RouteFacts = {
  agency: string
  receivingAgency: string
  handlingUnit: string | null
  candidates: readonly Candidate[]
  /** Positions that already did a step of this dossier, by step key: a dossier sent back returns to the same person. */
  before: Readonly<Record<string, string>>
}

const ranksOf: Readonly<Record<string, readonly string[]>> = {
  clerk: ['clerk'],
  head: ['head'],
  officer: ['officer'],
  leader: ['leader', 'deputy'],
  records: ['records'],
}

/**
 * Routes a step by its role. Counter steps go to the counter that received; officers and heads to the handling unit; leaders and
 * records to the competent agency. A single holder gets it; among several it waits in the unit for a claim or an assignment,
 * except that who had the step before gets it back.
 */
export function routeStep(step: ProcessStep, facts: RouteFacts): Route | null {
  const ranks = ranksOf[step.role] ?? [step.role]
  const fitting = facts.candidates.filter(
    one => one.person !== null && ranks.includes(one.rank) && fitsPlace(one, step.role, facts),
  )
  const earlier = fitting.find(one => one.position === facts.before[step.key])
  if (earlier) return { unit: earlier.unit, assignee: earlier.position }
  const first = ranks.flatMap(rank => fitting.filter(one => one.rank === rank))[0]
  if (!first) return null
  const peers = fitting.filter(one => one.rank === first.rank)
  const alone = peers.length === 1 || step.role === 'leader'
  return { unit: first.unit, assignee: alone ? first.position : null }
}

/** Routes a step to a chosen position, if that position could have it. */
export function routeTo(step: ProcessStep, facts: RouteFacts, position: string): Route | null {
  const ranks = ranksOf[step.role] ?? [step.role]
  const found = facts.candidates.find(
    one =>
      one.position === position && one.person !== null && ranks.includes(one.rank) && fitsPlace(one, step.role, facts),
  )
  return found ? { unit: found.unit, assignee: found.position } : null
}

function fitsPlace(one: Candidate, role: string, facts: RouteFacts): boolean {
  if (role === 'clerk') return one.agency === facts.receivingAgency && one.unitKind === 'one-stop'
  if (role === 'officer' || role === 'head')
    return facts.handlingUnit === null ? one.agency === facts.agency : one.unit === facts.handlingUnit
  return one.agency === facts.agency
}
