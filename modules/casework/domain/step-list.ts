import { epoch, iso, type Static } from '@congso/kernel/contract'
import { openMinutesBetween, type WorkCalendar } from '@congso/worktime'
import type { ProcessDefinition } from '@congso/procedures'
import type { StepView } from '../contract.ts'

/** A step as the database keeps it. */
export type StepRow = {
  no: number
  key: string
  name: string
  who: string
  assignee?: string | null
  finished_by?: string | null
  budget_minutes: number | null
  started_at: string
  due_at: string | null
  finished_at: string | null
  used_minutes: number | null
  late: boolean | null
  comment: string
  action?: string | null
}

/** What was done, what runs, and what the pinned process still has ahead, in order. */
export function stepList(
  definition: ProcessDefinition,
  rows: readonly StepRow[],
  current: number,
  now: number,
  calendar: WorkCalendar,
): Static<typeof StepView>[] {
  const sorted = rows.toSorted((a, b) => a.no - b.no)
  const past = sorted.map(row => pastStep(row, row.no === current && row.finished_at === null, now, calendar))
  const last = sorted.at(-1)
  // A dossier that ended in the middle has no way ahead.
  if (last?.action === 'withdraw') return past
  return [...past, ...ahead(definition, last?.key ?? definition.start)]
}

function pastStep(row: StepRow, running: boolean, now: number, calendar: WorkCalendar): Static<typeof StepView> {
  const due = row.due_at === null ? null : epoch(row.due_at)
  return {
    no: row.no,
    key: row.key,
    name: row.name,
    who: row.who,
    budgetMinutes: row.budget_minutes,
    usedMinutes: running ? openMinutesBetween(calendar, epoch(row.started_at), now) : row.used_minutes,
    startedAt: iso(epoch(row.started_at)),
    dueAt: due === null ? null : iso(due),
    finishedAt: row.finished_at === null ? null : iso(epoch(row.finished_at)),
    state: running ? 'now' : 'done',
    late: running ? due !== null && now > due : (row.late ?? false),
    comment: row.comment,
  }
}

/** The straight way from a step to the end: forward actions only. */
function ahead(definition: ProcessDefinition, from: string): Static<typeof StepView>[] {
  const steps: Static<typeof StepView>[] = []
  const seen = new Set([from])
  let at = definition.steps.find(step => step.key === from)
  for (;;) {
    const onward = at?.actions.find(action => action.kind !== 'back')
    at = onward && !seen.has(onward.to) ? definition.steps.find(step => step.key === onward.to) : undefined
    if (!at) return steps
    seen.add(at.key)
    steps.push({
      no: null,
      key: at.key,
      name: at.name,
      who: at.role,
      budgetMinutes: at.budgetHours === null ? null : Math.round(at.budgetHours * 60),
      usedMinutes: null,
      startedAt: null,
      dueAt: null,
      finishedAt: null,
      state: 'later',
      late: false,
      comment: '',
    })
  }
}
