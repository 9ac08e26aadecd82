import { stale, type InputOf, type ReplyOf } from '@congso/kernel/contract'
import type { Ctx } from '@congso/kernel/server'
import type { sendBackDossier as endpoint } from '../contract.ts'
import { dossierSentBack } from '../events.ts'
import { acted, handOf, holdForMove, makeMove } from '../store/move.ts'

/** Returns the dossier to an earlier step; whoever did that step gets it back, and time goes on. */
export async function sendBackDossier(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<ReplyOf<typeof endpoint>> {
  const held = await holdForMove(ctx, input.id)
  if (held.version !== input.version) stale()
  const made = await makeMove(ctx, held, { action: input.action, kinds: ['back'], comment: input.reason })
  ctx.record(dossierSentBack, {
    subject: held.id,
    agency: held.agency,
    data: handOf(held, made),
    personal: { reason: input.reason },
  })
  return acted(held, made)
}
