import type { ProcessDefinition } from '@congso/procedures'
import { describe, expect, test } from 'vitest'
import type { StepView } from '../contract.ts'
import type { Static } from '@congso/kernel/contract'
import { citizenProgress } from './citizen-progress.ts'

type Step = Static<typeof StepView>

const action = (to: string, kind: ProcessDefinition['steps'][number]['actions'][number]['kind']) => ({
  key: `${kind}-${to}`,
  to,
  label: kind,
  kind,
})
const step = (key: string, ...actions: ReturnType<typeof action>[]) => ({
  key,
  name: key,
  role: key,
  budgetHours: 4,
  actions,
})
const long: ProcessDefinition = {
  start: 'intake',
  steps: [
    step('intake', action('appraise', 'forward')),
    step('appraise', action('sign', 'forward')),
    step('sign', action('number', 'sign'), action('appraise', 'back')),
    step('number', action('return', 'number')),
    step('return', action('end', 'return')),
  ],
}
const short: ProcessDefinition = {
  start: 'intake',
  steps: [
    step('intake', action('sign', 'forward')),
    step('sign', action('return', 'sign')),
    step('return', action('end', 'return')),
  ],
}

const moment = (hour: number) => `2026-11-17T0${hour}:00:00.000Z`
const open = { receivedAt: moment(1), finishedAt: null, returnedAt: null }

const told: [string, ProcessDefinition, Step[], Parameters<typeof citizenProgress>[2], string][] = [
  ['just received', long, [now('intake')], open, 'receiving done · checking now · signing later · returning later'],
  [
    'at the desk',
    long,
    [done('intake', 2), now('appraise')],
    open,
    'receiving done · checking now · signing later · returning later',
  ],
  [
    'before the leader',
    long,
    [done('intake', 2), done('appraise', 3), now('sign')],
    open,
    'receiving done · checking done · signing now · returning later',
  ],
  [
    'being numbered',
    long,
    [done('intake', 2), done('sign', 4), now('number')],
    open,
    'receiving done · checking done · signing now · returning later',
  ],
  [
    'sent back',
    long,
    [done('intake', 2), done('appraise', 3), done('sign', 4), now('appraise')],
    open,
    'receiving done · checking now · signing later · returning later',
  ],
  [
    'ready',
    long,
    [done('number', 5), now('return')],
    { ...open, finishedAt: moment(5) },
    'receiving done · checking done · signing done · returning now',
  ],
  [
    'handed over',
    long,
    [done('return', 6)],
    { ...open, finishedAt: moment(5), returnedAt: moment(6) },
    'receiving done · checking done · signing done · returning done',
  ],
  [
    'in-day process',
    short,
    [done('intake', 1), now('sign')],
    open,
    'receiving done · checking done · signing now · returning later',
  ],
]

describe('a dossier as a citizen sees it', () => {
  test.each(told)('%s', (_, definition, steps, course, line) => {
    expect(
      citizenProgress(definition, steps, course)
        .map(one => `${one.phase} ${one.state}`)
        .join(' · '),
    ).toBe(line)
  })

  test('who has it and until when', () => {
    const [received, checking, signing] = citizenProgress(long, [done('intake', 2), now('appraise')], open)
    expect(received).toMatchObject({ who: 'intake officer', doneAt: moment(1) })
    expect(checking).toMatchObject({ who: 'appraise officer', dueAt: moment(9), doneAt: null })
    expect(signing).toMatchObject({ who: '', dueAt: null, doneAt: null })
  })
})

function now(key: string): Step {
  return { ...done(key, 0), finishedAt: null, state: 'now', dueAt: moment(9) }
}

function done(key: string, hour: number): Step {
  return {
    no: 1,
    key,
    name: key,
    who: `${key} officer`,
    budgetMinutes: 60,
    usedMinutes: 30,
    startedAt: moment(1),
    dueAt: moment(8),
    finishedAt: moment(hour),
    state: 'done',
    late: false,
    comment: '',
  }
}
