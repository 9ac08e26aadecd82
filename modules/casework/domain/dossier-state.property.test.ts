import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Refusal, type Actor, type Id } from '@congso/kernel/contract'
import type { ProcessAction, ProcessDefinition, ProcessStep } from '@congso/procedures'
import { actionsFor } from './action-list.ts'
import { allows, dossierStates, isOver, readState, type DossierAction, type DossierState } from './dossier-state.ts'
import { withdrawObstacle } from './ending.ts'
import { decideMove, hasTurn, isReturnStep, obstacle, stepOf, type Turn } from './turn.ts'

const states = Object.keys(dossierStates).map(readState)
const deciding: readonly DossierAction[] = ['work', 'assign', 'claim', 'check-paper', 'sign', 'number', 'withdraw']

describe('the state table', () => {
  test.each(states)('%s: what stands still is not worked on, what is over is not decided again', state => {
    const { clock, status } = dossierStates[state]
    expect(status).toBeGreaterThanOrEqual(1)
    expect(status).toBeLessThanOrEqual(10)
    expect(isOver(state)).toBe(clock === 'finished')
    if (clock !== 'running')
      for (const action of ['work', 'claim', 'check-paper', 'sign', 'number'] as const)
        expect(allows(state, action), action).toBe(false)
    if (clock === 'finished') for (const action of deciding) expect(allows(state, action), action).toBe(false)
    if (clock !== 'finished') expect(allows(state, 'return')).toBe(false)
    expect(allows(state, 'note')).toBe(true)
  })
  test('what was handed over is not handed over again', () => {
    expect(allows('returned', 'return')).toBe(false)
  })
  test('a word that is no state is refused', () => {
    expect(() => readState('lost')).toThrow(RangeError)
    expect(() => readState('toString')).toThrow(RangeError)
  })
})

describe('no sequence of acts breaks a dossier', () => {
  test('whatever is tried by whomever, on whatever process', () => {
    let moves = 0
    let ends = 0
    fc.assert(
      fc.property(process(), fc.array(attempt(), { minLength: 40, maxLength: 80 }), (definition, attempts) => {
        let turn = startOf(definition)
        for (const tried of attempts) {
          const before = turn
          turn = act(definition, before, tried)
          if (turn !== before) moves += 1
          keepsItsPromises(definition, before, turn)
        }
        if (isOver(turn.state)) ends += 1
      }),
      { numRuns: 400 },
    )
    expect(moves).toBeGreaterThan(1000)
    expect(ends).toBeGreaterThan(20)
  })
  test('buttons and commands decide alike, for everybody, everywhere', () => {
    fc.assert(
      fc.property(
        process(),
        fc.array(attempt(), { maxLength: 25 }),
        fc.constantFrom(...people),
        (definition, attempts, actor) => {
          const turn = attempts.reduce((at, tried) => act(definition, at, tried), startOf(definition))
          for (const button of actionsFor(definition, turn, actor, { signed: true, toFix: false })) {
            const action = stepOf(definition, turn.stepKey).actions.find(one => one.key === button.key)
            if (!action || action.kind === 'return') continue
            const refused = refusalOf(() => decideMove(definition, turn, actor, action.key, [action.kind]))
            expect(refused).toBe(button.blocked)
          }
        },
      ),
      { numRuns: 300 },
    )
  })
  test('somebody can always go on until it is over', () => {
    fc.assert(
      fc.property(process(), fc.array(attempt(), { maxLength: 40 }), (definition, attempts) => {
        const turn = attempts.reduce((at, tried) => act(definition, at, tried), startOf(definition))
        const possible = people.flatMap(actor =>
          actionsFor(definition, turn, actor, { signed: true, toFix: false }).filter(one => one.blocked === null),
        )
        if (turn.state !== 'returned' && turn.state !== 'withdrawn') expect(possible.length).toBeGreaterThan(0)
        else expect(possible).toEqual([])
      }),
      { numRuns: 300 },
    )
  })
})

const agency = '00000000-0000-7000-8000-00000000000a' as Id<'agency'>
const unit = 'unit-1' as Id<'unit'>
const all = { agencies: [agency] }
const rights = {
  'casework.dossier.handle': all,
  'casework.dossier.sign': all,
  'casework.dossier.number': all,
  'casework.dossier.return': all,
  'casework.dossier.read': all,
}
const people: readonly Actor[] = [person('p1', unit), person('p2', unit), person('p3', 'unit-2' as Id<'unit'>)]

function person(position: string, own: Id<'unit'>): Actor {
  return {
    kind: 'person',
    account: null,
    person: null,
    name: position,
    position: position as Id<'position'>,
    title: '',
    unit: own,
    unitName: '',
    agency,
    agencyName: '',
    rights,
  }
}

type Attempt = {
  actor: Actor
  action: number
  assignee: string | null
  asKind: ProcessAction['kind'] | undefined
  withdraw: boolean
}

function attempt(): fc.Arbitrary<Attempt> {
  return fc.record({
    actor: fc.constantFrom(...people),
    action: fc.nat(4),
    assignee: fc.constantFrom(null, null, 'p1', 'p2', 'p3'),
    asKind: fc.option(fc.constantFrom<ProcessAction['kind']>('forward', 'back', 'sign', 'number', 'return'), {
      nil: undefined,
      freq: 5,
    }),
    withdraw: fc.nat(30).map(n => n === 0),
  })
}

/** Steps one after the other, some of which lead back; then a signature, perhaps a number, and the return. */
function process(): fc.Arbitrary<ProcessDefinition> {
  return fc
    .record({ backs: fc.array(fc.option(fc.nat(5)), { minLength: 1, maxLength: 5 }), numbered: fc.boolean() })
    .map(({ backs, numbered }) => {
      const middle = backs.map((back, at): ProcessStep => ({
        ...step(`s${at}`),
        actions: [
          { key: 'on', to: at + 1 < backs.length ? `s${at + 1}` : 'sign', label: '', kind: 'forward' },
          ...(back === null || at === 0
            ? []
            : [{ key: 'back', to: `s${back % at}`, label: '', kind: 'back' as const }]),
        ],
      }))
      const sign = {
        ...step('sign'),
        actions: [{ key: 'sign', to: numbered ? 'number' : 'return', label: '', kind: 'sign' as const }],
      }
      const number = {
        ...step('number'),
        actions: [{ key: 'number', to: 'return', label: '', kind: 'number' as const }],
      }
      const back = { ...step('return'), actions: [{ key: 'return', to: 'end', label: '', kind: 'return' as const }] }
      return { start: 's0', steps: [...middle, sign, ...(numbered ? [number] : []), back] }
    })
}

function step(key: string): ProcessStep {
  return { key, name: key, role: 'officer', budgetHours: 8, actions: [] }
}

function startOf(definition: ProcessDefinition): Turn {
  return {
    state: 'accepted',
    version: 1,
    agency,
    receivingAgency: agency,
    unit,
    assignee: null,
    handlingUnit: unit,
    stepKey: definition.start,
  }
}

/** One attempt, as the commands make it: a refusal leaves everything as it was. */
function act(definition: ProcessDefinition, turn: Turn, tried: Attempt): Turn {
  if (tried.withdraw)
    return withdrawObstacle(turn, isSigned(turn)) === null
      ? { ...turn, state: 'withdrawn', assignee: null, version: turn.version + 1 }
      : turn
  const actions = stepOf(definition, turn.stepKey).actions
  const action = actions[tried.action % actions.length]
  if (!action) throw new Error('a step without actions')
  const kind = tried.asKind ?? action.kind
  if (kind === 'return')
    return allows(turn.state, 'return')
      ? { ...turn, state: 'returned', assignee: null, version: turn.version + 1 }
      : turn
  try {
    const move = decideMove(definition, turn, tried.actor, action.key, [kind])
    const state: DossierState = move.decides ? 'decided' : 'in-progress'
    const stepKey = move.next?.key ?? turn.stepKey
    return { ...turn, state, stepKey, assignee: move.decides ? null : tried.assignee, version: turn.version + 1 }
  } catch (error) {
    if (error instanceof Refusal) return turn
    throw error
  }
}

function isSigned(turn: Turn): boolean {
  return turn.stepKey === 'number' || turn.stepKey === 'return'
}

function keepsItsPromises(definition: ProcessDefinition, before: Turn, after: Turn): void {
  if (after === before) return
  expect(after.version).toBe(before.version + 1)
  expect(before.state).not.toBe('returned')
  expect(before.state).not.toBe('withdrawn')
  if (after.state === 'withdrawn') {
    expect(isOver(before.state)).toBe(false)
    expect(isSigned(before)).toBe(false)
    expect(after.stepKey).toBe(before.stepKey)
    return
  }
  if (isOver(before.state)) expect(after.state).toBe('returned')
  if (after.state === 'returned') expect(before.state).toBe('decided')
  if (after.state === 'decided') expect(['sign', 'number']).toContain(before.stepKey)
  expect(isOver(after.state)).toBe(isReturnStep(stepOf(definition, after.stepKey)))
  if (!isOver(before.state)) {
    const from = definition.steps.findIndex(one => one.key === before.stepKey)
    const to = definition.steps.findIndex(one => one.key === after.stepKey)
    // Nothing is skipped: on by one step, or back to an earlier one.
    expect(to === from + 1 || to < from).toBe(true)
  }
  for (const actor of people)
    if (!hasTurn(actor, after) && !isOver(after.state))
      expect(obstacle(actor, after, 'work')).toBe('casework.not-your-turn')
}

function refusalOf(work: () => unknown): string | null {
  try {
    work()
    return null
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
}
