import { iso, notFound, type InputOf, type ReplyOf } from '@congso/kernel/contract'
import { newId, type Ctx } from '@congso/kernel/server'
import type { discardDraft as discardEndpoint, saveDraft as endpoint } from '../contract.ts'
import { removeDraft, storeDraft } from '../store/draft.ts'

/** Keeps an unfinished intake for its clerk, as it was typed. */
export async function saveDraft(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<ReplyOf<typeof endpoint>> {
  const account = ctx.actor.account ?? notFound()
  const { draft, toCase, ...typed } = input
  const id = draft ?? newId<'draft'>(ctx.now)
  const content = toCase === undefined ? typed : { ...typed, caseKey: toCase }
  const stored = { id, account, name: nameIn(typed.applicant), offer: input.offer, content, at: iso(ctx.now) }
  if (!(await storeDraft(ctx.db, stored))) notFound()
  return { id }
}

/** Throws an own unfinished intake away. */
export async function discardDraft(
  ctx: Ctx,
  input: InputOf<typeof discardEndpoint>,
): Promise<ReplyOf<typeof discardEndpoint>> {
  if (!(await removeDraft(ctx.db, input.id, ctx.actor.account ?? notFound()))) notFound()
  return {}
}

function nameIn(applicant: unknown): string {
  if (typeof applicant !== 'object' || applicant === null || !('name' in applicant)) return ''
  return typeof applicant.name === 'string' ? applicant.name.trim() : ''
}
