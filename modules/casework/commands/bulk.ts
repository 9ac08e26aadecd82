import type { InputOf, ReplyOf } from '@congso/kernel/contract'
import { attempt, type Ctx } from '@congso/kernel/server'
import { refuse, type assignDossiers, type forwardDossiers } from '../contract.ts'
import { stepOf } from '../domain/turn.ts'
import { dossierForwarded } from '../events.ts'
import { give } from '../store/give.ts'
import type { HeldDossier } from '../store/turn.ts'
import { acted, handOf, holdForMove, makeMove } from '../store/move.ts'

type Reply = ReplyOf<typeof forwardDossiers>
type Done = Reply['done'][number]

/** Passes several dossiers on, each by the only forward action of its step. */
export async function forwardAll(ctx: Ctx, input: InputOf<typeof forwardDossiers>): Promise<Reply> {
  return each(ctx, input.ids, async held => {
    const onward = stepOf(held.definition, held.stepKey).actions.filter(action => action.kind === 'forward')
    const only = onward.length === 1 ? onward[0] : undefined
    if (!only) return refuse('casework.action-unknown', { action: '' })
    const wrong = held.papers.find(paper => paper.kind !== 'note' && paper.verdict === 'to-fix')
    if (wrong) refuse('casework.papers-to-fix', { no: wrong.no, name: wrong.name })
    const made = await makeMove(ctx, held, { action: only.key, kinds: ['forward'], comment: '' })
    ctx.record(dossierForwarded, {
      subject: held.id,
      agency: held.agency,
      data: handOf(held, made),
      personal: { comment: '' },
    })
    return acted(held, made)
  })
}

/** Gives several dossiers to one person. */
export async function assignAll(ctx: Ctx, input: InputOf<typeof assignDossiers>): Promise<Reply> {
  return each(ctx, input.ids, held => give(ctx, held, input.to, input.reason))
}

/** One after the other in the order of their ids, so that two bulks over the same dossiers cannot block each other. */
async function each(ctx: Ctx, ids: Done['id'][], work: (held: HeldDossier) => Promise<Done>): Promise<Reply> {
  const reply: Reply = { done: [], failed: [] }
  for (const id of [...new Set(ids)].sort()) {
    let code = ''
    const result = await attempt(ctx.db, async () => {
      const held = await holdForMove(ctx, id)
      code = held.code
      return await work(held)
    })
    if ('done' in result) reply.done.push(result.done)
    else reply.failed.push({ id, code, reason: result.refused.code })
  }
  return reply
}
