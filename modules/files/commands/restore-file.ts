import { notFound, type InputOf, type ReplyOf } from '@congso/kernel/contract'
import type { Ctx } from '@congso/kernel/server'
import { refuse, type restoreFile as endpoint } from '../contract.ts'
import { keptUntil } from '../domain/removed.ts'
import { fileRestored } from '../events.ts'
import { mayRead, mayRemove, removedById } from '../queries/file.ts'
import type { FileAccess } from '../questions.ts'
import { markRestored } from '../store/file.ts'

/** Gives a removed file back to its thing while its content is kept: for those who might have removed it. */
export async function restoreFile(
  ctx: Ctx,
  access: FileAccess,
  input: InputOf<typeof endpoint>,
): Promise<ReplyOf<typeof endpoint>> {
  const file = (await removedById(ctx.db, input.file)) ?? notFound()
  if (!mayRemove(ctx.actor, file) || !(await mayRead(ctx.db, access, ctx.actor, file))) notFound()
  const { id, name, ownerKind, owner, sha256, agency } = file
  if (keptUntil(file.removed.at) <= ctx.now) refuse('files.content-gone', { name })
  // Somebody was faster: it is where it belongs already.
  if (!(await markRestored(ctx.db, id))) notFound()
  ctx.record(fileRestored, {
    subject: id,
    data: { ownerKind, owner, sha256 },
    personal: { name },
    ...(agency ? { agency } : {}),
  })
  return { file: id, name, ownerKind, owner }
}
