import { iso, type InputOf, type ReplyOf } from '@congso/kernel/contract'
import { newId, type Ctx } from '@congso/kernel/server'
import type { writeNote as endpoint } from '../contract.ts'
import { noteWritten } from '../events.ts'
import { holdForMove } from '../store/move.ts'
import { storeNote } from '../store/paper.ts'

/** Adds a note that colleagues who see the dossier can read. */
export async function writeNote(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<ReplyOf<typeof endpoint>> {
  const held = await holdForMove(ctx, input.id)
  const id = newId<'note'>(ctx.now)
  await storeNote(ctx.db, {
    id,
    dossier: held.id,
    text: input.text.trim(),
    position: ctx.actor.position,
    account: ctx.actor.account,
    at: iso(ctx.now),
  })
  ctx.record(noteWritten, { subject: held.id, agency: held.agency, data: { note: id } })
  return { id: held.id }
}
