import { iso, type InputOf, type ReplyOf } from '@congso/kernel/contract'
import type { Ctx } from '@congso/kernel/server'
import { refuse, type checkPaper as endpoint } from '../contract.ts'
import { obstacle } from '../domain/turn.ts'
import { paperChecked } from '../events.ts'
import { holdForMove } from '../store/move.ts'
import { storeVerdict } from '../store/paper.ts'

/** Records the verdict on one paper; "to fix" says what is wrong, so that the citizen is asked once and completely. */
export async function checkPaper(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<ReplyOf<typeof endpoint>> {
  const held = await holdForMove(ctx, input.id)
  const reason = obstacle(ctx.actor, held, 'check-paper')
  if (reason) refuse(reason)
  const note = input.note?.trim() ?? ''
  if (input.verdict === 'to-fix' && !note) refuse('casework.reason-missing', {}, 'note')
  await storeVerdict(ctx.db, {
    dossier: held.id,
    no: input.no,
    verdict: input.verdict,
    note,
    by: ctx.actor.position,
    at: iso(ctx.now),
  })
  ctx.record(paperChecked, {
    subject: held.id,
    agency: held.agency,
    data: { no: input.no, verdict: input.verdict },
    personal: { note },
  })
  return { id: held.id, no: input.no, verdict: input.verdict }
}
