import type { Id, InputOf, ReplyOf } from '@congso/kernel/contract'
import type { Ctx } from '@congso/kernel/server'
import { attach } from '@congso/files'
import { refuse, type attachScan as endpoint } from '../contract.ts'
import { allows } from '../domain/dossier-state.ts'
import { scanAttached } from '../events.ts'
import { holdForMove } from '../store/move.ts'

/** Adds scans to a paper of the dossier, or to the dossier as a whole, while it is being worked on. */
export async function attachScan(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<ReplyOf<typeof endpoint>> {
  const held = await holdForMove(ctx, input.id)
  if (!allows(held.state, 'attach')) refuse('casework.ended')
  const files: Id<'file'>[] = []
  for (const upload of input.files) {
    files.push(
      await attach(ctx, {
        upload,
        ownerKind: 'casework.dossier',
        owner: held.id,
        agency: held.agency,
        title: input.paper === undefined ? '' : String(input.paper),
      }),
    )
  }
  ctx.record(scanAttached, { subject: held.id, agency: held.agency, data: { paper: input.paper ?? null, files } })
  return { id: held.id, files }
}
