import { iso, notFound, type InputOf, type ReplyOf } from '@congso/kernel/contract'
import { newId, type Ctx } from '@congso/kernel/server'
import type { discardDraft as discardEndpoint, saveDraft as endpoint } from '../contract.ts'
import { removeDraft, storeDraft } from '../store/draft.ts'

/** Keeps an unfinished intake for its clerk. */
export async function saveDraft(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<ReplyOf<typeof endpoint>> {
  const account = ctx.actor.account ?? notFound()
  const id = input.id ?? newId<'draft'>(ctx.now)
  if (!(await storeDraft(ctx.db, { id, account, title: input.title, content: input.content, at: iso(ctx.now) }))) notFound()
  return { id }
}

/** Throws an own unfinished intake away. */
export async function discardDraft(ctx: Ctx, input: InputOf<typeof discardEndpoint>): Promise<ReplyOf<typeof discardEndpoint>> {
  if (!(await removeDraft(ctx.db, input.id, ctx.actor.account ?? notFound()))) notFound()
  return {}
}
