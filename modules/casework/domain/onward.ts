import { iso, localDate } from '@congso/kernel/contract'
import { addOpenMinutes, type WorkCalendar } from '@congso/worktime'
import { refuse } from '../contract.ts'
import { stepUse } from './remaining.ts'
import { routeStep, routeTo, type RouteFacts } from './route.ts'
import { isReturnStep, type Move } from './turn.ts'

/** What a move means for the clock and the next step, in the words of the store. */
export type Onward = {
  usedMinutes: number
  late: boolean
  next: {
    key: string
    name: string
    role: string
    unit: string | null
    assignee: string | null
    budgetMinutes: number | null
    dueAt: string | null
  } | null
}

export type RunningStep = { startedAt: number; dueAt: number | null }

/** Ends the running step and plans the one after it: who gets it, and by when. Refuses when nobody could take it. */
export function planOnward(
  move: Move,
  running: RunningStep,
  facts: RouteFacts,
  now: number,
  calendar: WorkCalendar,
  chosen?: string,
): Onward {
  const use = stepUse(running, now, calendar)
  if (!move.next) return { ...use, next: null }
  const route = chosen === undefined ? routeStep(move.next, facts) : routeTo(move.next, facts, chosen)
  if (!route) return refuse('casework.nobody-for-step', { step: move.next.name, date: localDate(now) })
  const budget = move.next.budgetHours === null ? null : Math.round(move.next.budgetHours * 60)
  const dueAt = budget === null || isReturnStep(move.next) ? null : iso(addOpenMinutes(calendar, now, budget))
  return {
    ...use,
    next: { key: move.next.key, name: move.next.name, role: move.next.role, ...route, budgetMinutes: budget, dueAt },
  }
}
