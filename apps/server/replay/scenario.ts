import type { AgencyPlan, DemoOptions } from '@congso/directory/testing'

/** A procedure as it was offered then; a code that begins with 9 is made up here, because the true one is not known. */
export type OldProcedure = {
  code: string
  name: string
  field: string
  /** Working days, or the result within the day. */
  limit: number | 'same-day'
  /** The unit that handles it, by the key of the plan. */
  unit: string
  papers: readonly string[]
  result: string
  fee?: number
  /** How often it is asked for beside the others of its office. */
  weight: number
}

/** A one-stop counter: the agency it belongs to, its part of all dossiers, and what is asked for there. */
export type Counter = {
  agency: string
  weight: number
  /** Whether steps go through a head of division, or straight from the counter to the officer, as in a commune. */
  process: 'division' | 'commune'
  procedures: readonly OldProcedure[]
  /** Where its people live. */
  places: readonly string[]
}

/** A published piece of the past, to be lived again: figures are the published ones, everything else follows from the name as seed. */
export type Scenario = {
  name: string
  title: string
  /** What was published, and what is made up beside it. */
  source: string
  /** Since when agencies and people are in their places. */
  openedOn: string
  /** Local dates, both included. */
  from: string
  to: string
  plan: readonly AgencyPlan[]
  people: DemoOptions
  counters: readonly Counter[]
  received: number
  /** Still open when the period ends; whatever comes of it when nothing was published. */
  pending?: number
  /** Filed online, of those received; a few in a hundred when nothing was published. */
  online?: number
  /** Published as more than this many per cent in time. */
  inTimeAbove?: number
  /** Part of the dossiers that end late, 0..1. */
  lateShare: number
  /** How busy each month is beside the others, January first. */
  months: readonly number[]
  /** The agency whose report states the figures: key of the plan. */
  reported: string
}
