import type { StepRow } from '../contract/process.ts'
import { END, type ProcessAction, type ProcessDefinition, type ProcessStep } from './process.ts'

/**
 * The rows of the form as a definition: rows without a name and actions without a label are left out, a new step gets a key
 * from its place, an action without a target goes to the step after it. The first step is where a dossier starts.
 */
export function readStepRows(rows: readonly StepRow[]): ProcessDefinition {
  const kept = rows.filter(row => filled(row.name))
  const keys = stepKeys(kept)
  const steps = kept.map<ProcessStep>((row, i) => ({
    key: keys[i] ?? '',
    name: (row.name ?? '').trim(),
    role: row.role ?? '',
    budgetHours: row.hours ?? null,
    ...(filled(row.group) ? { group: row.group } : {}),
    ...(row.tasks && row.tasks.length > 0 ? { tasks: row.tasks } : {}),
    actions: readActions(row, keys[i + 1] ?? END),
  }))
  return { start: steps[0]?.key ?? '', steps }
}

/** True for a number of working hours that a step may have: halves of an hour. */
export function isHalfHours(hours: number): boolean {
  return Number.isInteger(hours * 2)
}

function stepKeys(rows: readonly StepRow[]): string[] {
  const given = new Set(rows.map(row => row.key ?? ''))
  let n = 0
  return rows.map(row => {
    if (filled(row.key)) return row.key
    do n += 1
    while (given.has(`step-${n}`))
    return `step-${n}`
  })
}

function readActions(row: StepRow, after: string): ProcessAction[] {
  const actions = (row.actions ?? []).filter(action => filled(action.label))
  const given = new Set(actions.map(action => action.key ?? ''))
  let n = 0
  return actions.map(({ key, to, label, kind, needs }) => {
    let own = key ?? ''
    while (own === '') {
      n += 1
      own = given.has(`action-${n}`) ? '' : `action-${n}`
    }
    return {
      key: own,
      to: filled(to) ? to : after,
      label: (label ?? '').trim(),
      kind: kind ?? 'forward',
      ...(needs && needs.length > 0 ? { needs } : {}),
    }
  })
}

function filled(text: string | undefined): text is string {
  return text !== undefined && text.trim() !== ''
}
