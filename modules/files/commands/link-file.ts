import { iso, notFound, pathTo, type InputOf, type ReplyOf } from '@congso/kernel/contract'
import type { Ctx } from '@congso/kernel/server'
import { followLink, type linkFile as endpoint } from '../contract.ts'
import { fileLinked } from '../events.ts'
import { fileById, mayRead } from '../queries/file.ts'
import type { FileAccess } from '../questions.ts'
import { makeLink } from '../store/link.ts'

/** Makes a link to a file that the actor may read, for fifteen minutes unless another time is asked. */
export async function linkFile(
  ctx: Ctx,
  given: { access: FileAccess; secret: string },
  input: InputOf<typeof endpoint>,
): Promise<ReplyOf<typeof endpoint>> {
  const file = (await fileById(ctx.db, input.file)) ?? notFound()
  if (!(await mayRead(ctx.db, given.access, ctx.actor, file))) notFound()
  const expires = ctx.now + (input.minutes ?? 15) * 60_000
  ctx.record(fileLinked, {
    subject: file.id,
    data: { expiresAt: iso(expires) },
    ...(file.agency ? { agency: file.agency } : {}),
  })
  return { path: pathTo(followLink, { token: makeLink(given.secret, file.id, expires) }), expiresAt: iso(expires) }
}
