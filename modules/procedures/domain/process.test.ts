import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { defaultProcess, type ProcessWords, splitHours } from './default-process.ts'
import { checkProcess } from './process-check.ts'
import { countedHours, END, flowSegments, type ProcessDefinition, type ProcessStep } from './process.ts'

const STEPS = ['intake', 'assign', 'appraise', 'review', 'sign', 'number', 'return'] as const
const WORDS: ProcessWords = {
  steps: { intake: 'A', assign: 'B', appraise: 'C', review: 'D', sign: 'E', number: 'F', return: 'G' },
  actions: {
    accept: 'a',
    assign: 'b',
    submit: 'c',
    approve: 'd',
    'send-back': 'e',
    sign: 'f',
    number: 'g',
    return: 'h',
  },
  roles: { intake: 'ra', assign: 'rb', appraise: 'rc', review: 'rd', sign: 're', number: 'rf', return: 'rg' },
}

const step = (key: string, to: string[], more: Partial<ProcessStep> = {}): ProcessStep => ({
  key,
  name: key,
  role: 'officer',
  budgetHours: 8,
  actions: to.map((target, i) => ({ key: `a${i}`, to: target, label: 'x', kind: 'forward' })),
  ...more,
})
const process = (...steps: ProcessStep[]): ProcessDefinition => ({ start: 'a', steps })

describe('the default process', () => {
  test('has the hours of the approved 21-day process', () => {
    const definition = defaultProcess(WORDS, 168)
    expect(definition.steps.map(({ key, budgetHours }) => [key, budgetHours])).toEqual([
      ['intake', 4],
      ['assign', 4],
      ['appraise', 112],
      ['review', 24],
      ['sign', 16],
      ['number', 8],
      ['return', null],
    ])
    expect(definition.steps.map(({ name, role }) => `${name}-${role}`)).toEqual([
      'A-ra',
      'B-rb',
      'C-rc',
      'D-rd',
      'E-re',
      'F-rf',
      'G-rg',
    ])
  })

  test('is short within one working day and uncounted without a limit', () => {
    expect(defaultProcess(WORDS, 8).steps.map(({ key, budgetHours }) => [key, budgetHours])).toEqual([
      ['intake', 4],
      ['sign', 4],
      ['return', null],
    ])
    expect(defaultProcess(WORDS, 8.5).steps).toHaveLength(7)
    const open = defaultProcess(WORDS, undefined)
    expect(open.steps.map(({ budgetHours }) => budgetHours)).toEqual(STEPS.map(() => null))
    expect(checkProcess(open, undefined)).toEqual([])
  })

  test('is sound and sums exactly for any number of half hours', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5000 }), halves => {
        const definition = defaultProcess(WORDS, halves / 2)
        expect(checkProcess(definition, halves / 2)).toEqual([])
        if (halves >= 6) for (const { budgetHours } of definition.steps) expect(budgetHours).not.toBe(0)
      }),
    )
  })

  test.each([-1, 0.25, Number.NaN, Number.POSITIVE_INFINITY])('refuses %d hours', hours => {
    expect(() => defaultProcess(WORDS, hours)).toThrow(RangeError)
  })

  test('hours without any weight go nowhere', () => {
    expect(splitHours(5, [0, 0])).toEqual([0, 0])
    expect(splitHours(1.5, [1, 1, 1, 1])).toEqual([0.5, 0.5, 0.5, 0])
  })
})

describe('the check', () => {
  test.each<[string, ProcessDefinition, { code: string; step: string; detail?: string }[]]>([
    ['no steps', process(), [{ code: 'no-steps', step: 'a' }]],
    [
      'a start that is missing',
      process(step('b', [END])),
      [
        { code: 'start-missing', step: 'a' },
        { code: 'unreachable', step: 'b' },
      ],
    ],
    ['an unreachable step', process(step('a', [END]), step('b', [END])), [{ code: 'unreachable', step: 'b' }]],
    ['a dead end', process(step('a', ['b', END]), step('b', [])), [{ code: 'dead-end', step: 'b' }]],
    [
      'a circle',
      process(step('a', ['b']), step('b', ['a'])),
      [
        { code: 'dead-end', step: 'a' },
        { code: 'dead-end', step: 'b' },
      ],
    ],
    [
      'a way out that only goes back',
      process(step('a', ['b', END]), step('b', [], { actions: [{ key: 'k', to: 'a', label: 'x', kind: 'back' }] })),
      [{ code: 'dead-end', step: 'b' }],
    ],
    ['a missing target', process(step('a', ['z', END])), [{ code: 'target-missing', step: 'a', detail: 'z' }]],
    ['a repeated key', process(step('a', [END]), step('a', [END])), [{ code: 'key-repeated', step: 'a' }]],
    ['a reserved key', process(step('a', [END]), step(END, [END])), [{ code: 'key-reserved', step: END }]],
    [
      'no role and no name',
      process(step('a', [END], { role: ' ', name: '' })),
      [
        { code: 'name-missing', step: 'a' },
        { code: 'role-missing', step: 'a' },
      ],
    ],
    [
      'repeated actions without a label',
      process(step('a', [], { actions: [END, END].map(to => ({ key: 'k', to, label: '', kind: 'forward' })) })),
      [
        { code: 'label-missing', step: 'a', detail: 'k' },
        { code: 'action-repeated', step: 'a', detail: 'k' },
        { code: 'label-missing', step: 'a', detail: 'k' },
      ],
    ],
    [
      'a budget that is no half hour',
      process(step('a', [END], { budgetHours: 0.3 })),
      [{ code: 'budget-invalid', step: 'a', detail: '0.3' }],
    ],
    [
      'a group with two budgets',
      process(step('a', ['b'], { group: 'g' }), step('b', [END], { group: 'g', budgetHours: 4 })),
      [{ code: 'group-budget-differs', step: 'b', detail: 'a' }],
    ],
  ])('names %s', (_, definition, findings) => {
    expect(checkProcess(definition, undefined)).toEqual(findings)
  })

  test('counts a group once and the uncounted not at all', () => {
    const definition = process(
      step('a', ['b', 'c'], { budgetHours: null }),
      step('b', ['d'], { group: 'g', budgetHours: 6 }),
      step('c', ['d'], { group: 'g', budgetHours: 6 }),
      step('d', [END], { budgetHours: 2 }),
    )
    expect(countedHours(definition)).toBe(8)
    expect(checkProcess(definition, 8)).toEqual([])
    expect(checkProcess(definition, 14)).toEqual([{ code: 'budget-sum', step: 'b', detail: '8/14' }])
  })
})

describe('the picture', () => {
  test('is as wide as the budget, groups side by side', () => {
    const definition = process(
      step('a', ['b', 'c'], { budgetHours: 2 }),
      step('b', [END], { group: 'g', budgetHours: 6 }),
      step('c', [END], { group: 'g', budgetHours: 6 }),
      step('d', [END], { budgetHours: null }),
    )
    expect(
      flowSegments(definition).map(({ steps, hours, share }) => [steps.map(({ key }) => key), hours, share]),
    ).toEqual([
      [['a'], 2, 0.25],
      [['b', 'c'], 6, 0.75],
      [['d'], null, 0],
    ])
  })

  test('always fills the width', () => {
    fc.assert(
      fc.property(fc.option(fc.integer({ min: 0, max: 500 }), { nil: undefined }), hours => {
        const shares = flowSegments(defaultProcess(WORDS, hours)).map(({ share }) => share)
        expect(shares.reduce((a, b) => a + b, 0)).toBeCloseTo(1)
      }),
    )
  })
})
