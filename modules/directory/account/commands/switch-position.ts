import type { InputOf, ReplyOf } from '@congso/kernel/contract'
import { notFound } from '@congso/kernel/contract'
import type { Ctx } from '@congso/kernel/server'
import type { switchPosition as endpoint } from '../contract/mine.ts'
import { refuse } from '../contract/refusals.ts'
import { postsOf } from '../domain/acting.ts'
import { positionSwitched } from '../events.ts'
import { standingOf } from '../queries/standing.ts'
import { callerOf } from '../store/caller.ts'
import { changeSessionPosition } from '../store/session.ts'

/** Acts in another position from the next request on, in this session only. */
export async function switchPosition(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<ReplyOf<typeof endpoint>> {
  const account = ctx.actor.account ?? notFound()
  const { session } = callerOf(ctx)
  if (!session) return refuse('directory.session-unknown')
  const found = await standingOf(ctx.db, account, ctx.now)
  const post = found && postsOf(found.standing, ctx.now).find(one => one.place.id === input.position)
  if (!post) return refuse('directory.position-not-yours', {}, 'position')
  if (!(await changeSessionPosition(ctx.db, session, account, post.place.id)))
    return refuse('directory.session-unknown')
  ctx.record(positionSwitched, { subject: account, data: { position: post.place.id }, agency: post.place.agency })
  return { title: post.title }
}
