import { stale, type InputOf, type ReplyOf } from '@congso/kernel/contract'
import type { Ctx } from '@congso/kernel/server'
import { forwardDossier as endpoint, refuse } from '../contract.ts'
import { dossierForwarded } from '../events.ts'
import { acted, handOf, holdForMove, makeMove } from '../store/move.ts'

/** Completes the running step and passes the dossier on. Papers that must be corrected stop it before a decision is drafted. */
export async function forwardDossier(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<ReplyOf<typeof endpoint>> {
  const held = await holdForMove(ctx, input.id)
  if (held.version !== input.version) stale()
  const wrong = held.papers.find(paper => paper.kind !== 'note' && paper.verdict === 'to-fix')
  if (wrong) refuse('casework.papers-to-fix', { no: wrong.no, name: wrong.name })
  const made = await makeMove(ctx, held, {
    action: input.action,
    kinds: ['forward'],
    comment: input.comment ?? '',
    to: input.to,
  })
  ctx.record(dossierForwarded, {
    subject: held.id,
    agency: held.agency,
    data: handOf(held, made),
    personal: { comment: input.comment ?? '' },
  })
  return acted(held, made)
}
