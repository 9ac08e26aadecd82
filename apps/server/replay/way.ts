import type { Actor, Id } from '@congso/kernel/contract'
import type { Random } from '@congso/directory/testing'
import type { ProcessAction, ProcessDefinition, ProcessStep } from '@congso/procedures'
import type { Cast } from './cast.ts'

/** One step of a dossier's way after its receipt: who ends it, by which action, and who has the next where a choice is made. */
export type Stage = {
  step: string
  by: Actor
  action: Pick<ProcessAction, 'key' | 'kind'>
  to?: Id<'position'>
  /** The step's part of the counted time, 0..1; the return has none. */
  share: number
}

/** The straight way of a dossier through its process, from the step after the receipt to the return. */
export function wayThrough(definition: ProcessDefinition, cast: Cast, random: Random): Stage[] {
  const steps = onward(definition)
  const chosen = choose(cast, steps, random)
  const counted = steps.reduce((sum, { step }) => sum + (step.budgetHours ?? 0), 0)
  return steps.map(({ step, action }, index) => {
    const next = steps[index + 1]?.step
    const to = next && isChosen(next.role) ? chosen(next.role).position : null
    return {
      step: step.key,
      by: chosen(step.role),
      action: { key: action.key, kind: action.kind },
      ...(to && action.kind === 'forward' ? { to } : {}),
      share: counted > 0 ? (step.budgetHours ?? 0) / counted : 0,
    }
  })
}

/** The part of each stage's end in the whole processing time: rises to 1 at the stage that ends it, which the return follows. */
export function endsOf(stages: readonly Stage[]): number[] {
  const counted = stages.reduce((total, { share }) => total + share, 0)
  const work = stages.filter(({ action }) => action.kind !== 'return').length
  let passed = 0
  return stages.map(({ share, action }) => {
    // Where no hours are counted the steps take alike.
    passed += counted > 0 ? share / counted : action.kind === 'return' ? 0 : 1 / work
    return passed
  })
}

type Onward = { step: ProcessStep; action: ProcessAction }

function onward(definition: ProcessDefinition): Onward[] {
  const byKey = new Map(definition.steps.map(step => [step.key, step]))
  const way: Onward[] = []
  const intake = byKey.get(definition.start)
  for (let step = byKey.get(firstAction(intake)?.to ?? ''); step && way.length < definition.steps.length;) {
    const action = firstAction(step)
    if (!action) break
    way.push({ step, action })
    step = byKey.get(action.to)
  }
  return way
}

function firstAction(step: ProcessStep | undefined): ProcessAction | undefined {
  return step?.actions.find(action => action.kind !== 'back')
}

/** Where several could have a step, whoever ends the step before says who: officers and leaders. */
function isChosen(role: string): boolean {
  return role === 'officer' || role === 'leader'
}

/** One person for each part in one dossier. What goes to be signed straight from the counter goes to the first leader by itself. */
function choose(cast: Cast, steps: readonly Onward[], random: Random): (role: string) => Actor {
  const straight = steps[0]?.step.role === 'leader'
  const actors: Record<string, Actor | undefined> = {
    clerk: random.pick(cast.clerks),
    head: cast.heads[0],
    officer: cast.officers.length > 0 ? random.pick(cast.officers) : undefined,
    leader: straight ? cast.leaders[0] : random.pick(cast.leaders),
    records: cast.records[0],
  }
  return role => {
    const actor = actors[role]
    if (!actor) throw new RangeError(`nobody does the part of ${role}`)
    return actor
  }
}
