import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { END, type ProcessAction, type ProcessDefinition, type ProcessStep, type StepTask } from './process.ts'
import { errorsOf, proveProcess, type ProofPlace } from './proof.ts'
import { standardProcess } from './standard-process.ts'

const place = (more: Partial<ProofPlace> = {}): ProofPlace => ({
  agencyName: 'Xã Tân Hòa',
  ranks: ['clerk', 'head', 'officer', 'leader', 'records'],
  papers: true,
  fees: true,
  offers: [{ code: '1.004873', limit: { amount: 3, unit: 'working-day' }, cases: [] }],
  ...more,
})
const prove = (definition: ProcessDefinition, ...places: ProofPlace[]) =>
  proveProcess(definition, { totalHours: undefined, places })
const action = (kind: ProcessAction['kind'], to: string): ProcessAction => ({ key: kind, kind, to, label: kind })
const step = (
  key: string,
  actions: ProcessAction[],
  tasks: StepTask[] = ['check-papers', 'collect-fees'],
): ProcessStep => ({
  key,
  name: key,
  role: 'officer',
  budgetHours: null,
  tasks,
  actions: actions.map((one, i) => ({ ...one, key: `a${i}` })),
})
const process = (...steps: ProcessStep[]): ProcessDefinition => ({ start: 'a', steps })

describe('the proof', () => {
  test('finds nothing in a standard process whose roles are held', () => {
    expect(proveProcess(standardProcess(24), { totalHours: 24, places: [place()] })).toEqual([])
    const inDay = place({ offers: [{ code: '2.000815', limit: { amount: 1, unit: 'same-day' }, cases: [] }] })
    expect(proveProcess(standardProcess(8), { totalHours: 8, places: [inDay] })).toEqual([])
  })

  test('names the step whose role nobody holds, a vacancy in one of several agencies as a warning', () => {
    const bare = place({ agencyName: 'Xã Đông', ranks: ['clerk', 'head', 'officer', 'deputy'] })
    expect(prove(standardProcess(24), bare)).toEqual([
      { code: 'role-unheld', severity: 'error', step: 'number', detail: 'Xã Đông' },
    ])
    expect(prove(standardProcess(24), bare, place())).toEqual([
      { code: 'role-unheld-somewhere', severity: 'warning', step: 'number', detail: 'Xã Đông' },
    ])
  })

  test('a counter may be elsewhere', () => {
    const found = prove(standardProcess(24), place({ ranks: ['head', 'officer', 'leader', 'records'] }))
    expect(found.map(({ code, step: at }) => [code, at])).toEqual([
      ['role-unheld-somewhere', 'intake'],
      ['role-unheld-somewhere', 'return'],
    ])
    expect(errorsOf(found)).toEqual([])
  })

  test('papers and fees need a step on every way, only where an offer has them', () => {
    const around = process(
      step('a', [action('forward', 'b'), action('forward', 'c')], []),
      step('b', [action('forward', 'c')]),
      step('c', [action('forward', END)], ['collect-fees']),
    )
    expect(prove(around, place({ offers: [] }))).toEqual([{ code: 'papers-unchecked', severity: 'error', step: 'a' }])
    expect(prove(around, place({ offers: [], papers: false }))).toEqual([])
    const none = process(step('a', [action('forward', END)], ['check-papers']))
    expect(prove(none, place({ offers: [] }))).toEqual([{ code: 'fees-uncollected', severity: 'error', step: 'a' }])
  })

  test('names offers and cases with other limits', () => {
    const offer = {
      code: '1.013225',
      limit: { amount: 3, unit: 'working-day' as const },
      cases: [
        { name: 'nhà ở', amount: 2, unit: 'working-day' as const },
        { name: 'khác', amount: 1, unit: 'month' as const },
      ],
    }
    expect(prove(standardProcess(24), place({ offers: [offer] }))).toEqual([
      { code: 'limit-differs', severity: 'warning', step: 'intake', detail: '1.013225 nhà ở: 16/24' },
    ])
  })

  test('a result returned without any signature is a warning', () => {
    expect(prove(process(step('a', [action('return', END)])))).toEqual([
      { code: 'nothing-signed', severity: 'warning', step: 'a', detail: 'return' },
    ])
  })

  test('agrees with a walker who tries every way', () => {
    const seen = new Set<string>()
    fc.assert(
      fc.property(graphs, definition => {
        const errors = errorsOf(prove(definition, place({ offers: [] })))
        const codes = new Set<string>(errors.map(({ code, step: at }) => `${code} ${at}`))
        const walked = walk(definition)
        for (const code of walked) seen.add(code.split(' ')[0] ?? '')
        expect(codes).toEqual(walked)
      }),
      { numRuns: 2000 },
    )
    expect([...seen].toSorted()).toEqual([
      'dead-end',
      'fees-uncollected',
      'number-unsigned',
      'papers-unchecked',
      'return-unnumbered',
      'return-unsigned',
      'unreachable',
    ])
  })
})

const keys = ['a', 'b', 'c'] as const
const actions = fc.array(
  fc.record({
    kind: fc.constantFrom<ProcessAction['kind'][]>('forward', 'back', 'sign', 'number', 'return'),
    to: fc.constantFrom(...keys, END),
  }),
  { maxLength: 2 },
)
const tasks = fc.subarray<StepTask>(['check-papers', 'collect-fees'])
const graphs = fc.tuple(...keys.map(() => fc.tuple(actions, tasks))).map(rows =>
  process(
    ...rows.map(([acts, own], i) =>
      step(
        keys[i] ?? '',
        acts.map(({ kind, to }) => action(kind, to)),
        own,
      ),
    ),
  ),
)

type Walk = { at: string; signed: boolean; numbered: boolean; checked: boolean; paid: boolean }

/** Tries every way of up to seven actions from the start, and from each step to the end: longer ones visit nothing new. */
function walk({ start, steps }: ProcessDefinition): Set<string> {
  const found = new Set<string>()
  const reached = new Set<string>()
  const has = (kind: string) => steps.some(each => each.actions.some(one => one.kind === kind))
  const go = (now: Walk, left: number): void => {
    reached.add(now.at)
    if (now.at === END) {
      if (!now.checked) found.add(`papers-unchecked ${start}`)
      if (!now.paid) found.add(`fees-uncollected ${start}`)
    }
    const here = steps.find(({ key }) => key === now.at)
    if (!here || left === 0) return
    const done = here.tasks ?? []
    const checked = now.checked || done.includes('check-papers')
    const paid = now.paid || done.includes('collect-fees')
    for (const { kind, to } of here.actions) {
      if (kind === 'number' && !now.signed) found.add(`number-unsigned ${here.key}`)
      if (kind === 'return' && has('sign') && !now.signed) found.add(`return-unsigned ${here.key}`)
      if (kind === 'return' && has('number') && !now.numbered) found.add(`return-unnumbered ${here.key}`)
      const signed = now.signed || kind === 'sign'
      go({ at: to, checked, paid, signed, numbered: now.numbered || kind === 'number' }, left - 1)
    }
  }
  go({ at: start, signed: false, numbered: false, checked: false, paid: false }, 7)
  const ends = (at: string, left: number): boolean =>
    at === END ||
    (left > 0 &&
      steps.some(
        ({ key, actions: own }) => key === at && own.some(({ kind, to }) => kind !== 'back' && ends(to, left - 1)),
      ))
  for (const { key } of steps) {
    if (!reached.has(key)) found.add(`unreachable ${key}`)
    if (!ends(key, 4)) found.add(`dead-end ${key}`)
  }
  return found
}
