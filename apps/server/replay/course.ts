import {
  forwardDossier,
  numberResult,
  receiveDossier,
  returnResult,
  sendBackDossier,
  signResult,
} from '@congso/casework/contract'
import type { Actor, Id, InputOf } from '@congso/kernel/contract'
import type { Runner } from '@congso/kernel/server'
import type { ProcessAction } from '@congso/procedures'
import type { Act, Course } from './conduct.ts'

/** A dossier that is under way: what the next act upon it must name. */
export type Held = { id: Id<'dossier'>; version: number }

/** An act upon a dossier that exists already. */
export type Deed = {
  at: number
  series?: string | undefined
  perform: (held: Held, now: number) => Promise<Partial<Held>>
}

/** The receipt of a dossier; what is handed in is only made up when it is handed in. */
export type Receipt = {
  at: number
  by: Actor
  input: () => Promise<InputOf<typeof receiveDossier>> | InputOf<typeof receiveDossier>
}

/** The life of a dossier as acts: its receipt, then what is done with it. */
export function courseOf(runner: Runner, receipt: Receipt, deeds: readonly Deed[]): Course {
  const held: { dossier?: Held } = {}
  const received: Act = {
    at: receipt.at,
    series: `${receipt.by.agency} receipt`,
    async perform(now) {
      const { reply } = await runner.run(receiveDossier, await receipt.input(), { actor: receipt.by, now })
      held.dossier = { id: reply.id, version: 1 }
    },
  }
  const acts = deeds.map(({ at, series, perform }) => ({
    at,
    series,
    async perform(now: number) {
      if (!held.dossier) throw new Error('nothing is done with a dossier before it is received')
      held.dossier = { ...held.dossier, ...(await perform(held.dossier, now)) }
    },
  }))
  return [received, ...acts]
}

/** What somebody does to end a step. */
export type Move = {
  at: number
  by: Actor
  action: Pick<ProcessAction, 'key' | 'kind'>
  to?: Id<'position'> | undefined
  comment?: string | undefined
}

/** Ends the running step by one of its actions; a result is numbered in the register of the agency. */
export function moveDeed(runner: Runner, { at, by, action, to, comment }: Move): Deed {
  const numbered = action.kind === 'sign' || action.kind === 'number'
  const said = comment === undefined ? {} : { comment }
  return {
    at,
    series: numbered ? `${by.agency} result` : undefined,
    async perform({ id, version }, now) {
      const call = { actor: by, now }
      const input = { id, version, action: action.key }
      switch (action.kind) {
        case 'forward':
          return (await runner.run(forwardDossier, { ...input, ...said, ...(to ? { to } : {}) }, call)).reply
        case 'back':
          return (await runner.run(sendBackDossier, { ...input, reason: comment ?? '' }, call)).reply
        case 'sign':
          return (await runner.run(signResult, { ...input, ...said }, call)).reply
        case 'number':
          return (await runner.run(numberResult, input, call)).reply
        case 'return':
          return (await runner.run(returnResult, { id, version, collector: 'applicant' }, call)).reply
      }
    },
  }
}
