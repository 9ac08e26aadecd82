import { epoch, iso, localDate } from '@congso/kernel/contract'
import type { Ctx } from '@congso/kernel/server'
import type { ProcessAction } from '@congso/procedures'
import { calendarFor } from '@congso/worktime'
import { dossierStates, type DossierState } from '../domain/dossier-state.ts'
import { planOnward, type Onward } from '../domain/onward.ts'
import { decideMove, type Move } from '../domain/turn.ts'
import { holdDossier, storeMove, type HeldDossier, type MoveWrite } from './turn.ts'

export type MadeMove = { move: Move; onward: Onward; version: number; state: DossierState; onTime: boolean }

/** Locks the dossier for the acting person. */
export function holdForMove(ctx: Ctx, id: string): Promise<HeldDossier> {
  return holdDossier(ctx.db, id, ctx.actor, localDate(ctx.now))
}

/** Decides, plans and writes one move of the pinned process; the caller records what it meant. */
export async function makeMove(
  ctx: Ctx,
  held: HeldDossier,
  asked: { action: string; kinds: readonly ProcessAction['kind'][]; comment: string; to?: string | undefined },
  extra: (move: Move) => Promise<Partial<MoveWrite>> = async () => ({}),
): Promise<MadeMove> {
  const move = decideMove(held.definition, held, ctx.actor, asked.action, asked.kinds)
  const calendar = await calendarFor(ctx.db, held.agency)
  const running = {
    startedAt: epoch(held.stepStartedAt),
    dueAt: held.stepDueAt === null ? null : epoch(held.stepDueAt),
  }
  const onward = planOnward(move, running, held, ctx.now, calendar, asked.to)
  const state: DossierState = move.decides ? 'decided' : 'in-progress'
  const ends = move.decides ? { finishedAt: iso(ctx.now), outcome: 'resolved' } : {}
  const version = await storeMove(ctx.db, {
    dossier: held,
    state,
    status: dossierStates[state].status,
    by: ctx.actor.position,
    now: iso(ctx.now),
    action: asked.action,
    comment: asked.comment,
    usedMinutes: onward.usedMinutes,
    late: onward.late,
    next: onward.next,
    ...ends,
    ...(await extra(move)),
  })
  return { move, onward, version, state, onTime: ctx.now <= epoch(held.dueAt) }
}

/** What the journal says of a hand-over. */
export function handOf(held: HeldDossier, made: MadeMove) {
  return {
    no: held.step,
    key: held.stepKey,
    name: held.stepName,
    action: made.move.action.key,
    toStep: made.onward.next?.name ?? '',
    toUnit: made.onward.next?.unit ?? null,
    toPosition: made.onward.next?.assignee ?? null,
    late: made.onward.late,
    usedMinutes: made.onward.usedMinutes,
  }
}

/** The reply of every command that moves a dossier. */
export function acted(held: HeldDossier, made: MadeMove) {
  return {
    id: held.id,
    code: held.code,
    stepName: made.onward.next?.name ?? held.stepName,
    to: made.onward.next?.assignee ?? made.onward.next?.unit ?? '',
    version: made.version,
  }
}
