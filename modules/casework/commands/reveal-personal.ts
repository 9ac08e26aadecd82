import { covers, forbidden, iso, type InputOf, type ReplyOf } from '@congso/kernel/contract'
import type { Ctx } from '@congso/kernel/server'
import type { revealPersonal as endpoint } from '../contract.ts'
import { personalRevealed } from '../events.ts'
import { partiesOf } from '../store/party.ts'
import { holdForMove } from '../store/move.ts'
import { storeReveal } from '../store/paper.ts'

const revealMs = 15 * 60_000

/** Shows the full personal data of one dossier for a quarter of an hour; who read it and why stays in the journal. */
export async function revealPersonal(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<ReplyOf<typeof endpoint>> {
  const held = await holdForMove(ctx, input.id)
  const may = [held.agency, held.receivingAgency].some(agency =>
    covers(ctx.actor, 'casework.personal.read', { agency, unit: held.unit, position: held.assignee }),
  )
  if (!may) forbidden('casework.personal.read')
  const until = iso(ctx.now + revealMs)
  if (ctx.actor.account) await storeReveal(ctx.db, held.id, ctx.actor.account, until)
  ctx.record(personalRevealed, {
    subject: held.id,
    agency: held.agency,
    data: { until },
    personal: { reason: input.reason },
  })
  return { id: held.id, parties: await partiesOf(ctx.db, held.id), until }
}
