import { forbidden, notFound, type Id, type InputOf, type ReplyOf } from '@congso/kernel/contract'
import type { Ctx } from '@congso/kernel/server'
import type { removeFile as endpoint } from '../contract.ts'
import { fileRemoved } from '../events.ts'
import { fileById, mayRead, mayRemove, type FileFacts } from '../queries/file.ts'
import type { FileAccess } from '../questions.ts'
import { markRemoved } from '../store/file.ts'

/** Removes a file by hand: for those who may read it and may remove files of its agency. */
export async function removeFile(
  ctx: Ctx,
  access: FileAccess,
  input: InputOf<typeof endpoint>,
): Promise<ReplyOf<typeof endpoint>> {
  const file = (await fileById(ctx.db, input.file)) ?? notFound()
  if (!(await mayRead(ctx.db, access, ctx.actor, file))) notFound()
  if (!mayRemove(ctx.actor, file)) forbidden('files.file.remove')
  const { id, ownerKind, owner } = file
  return { file: id, name: await remove(ctx, file, input.reason), ownerKind, owner }
}

/** Removes a file inside the command of the module that owns its thing; the right to do so is that command's to check. Returns its name. */
export async function detach(ctx: Ctx, file: Id<'file'>, reason: string): Promise<string> {
  return await remove(ctx, (await fileById(ctx.db, file)) ?? notFound(), reason)
}

async function remove(ctx: Ctx, file: FileFacts, reason: string): Promise<string> {
  const { id, name, ownerKind, owner, sha256, agency } = file
  // Somebody was faster: there is no such file any more.
  if (!(await markRemoved(ctx.db, id, { account: ctx.actor.account, at: ctx.now, reason }))) notFound()
  ctx.record(fileRemoved, {
    subject: id,
    data: { ownerKind, owner, sha256 },
    personal: { name, reason },
    ...(agency ? { agency } : {}),
  })
  return name
}
