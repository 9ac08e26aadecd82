import { covers, forbidden, type InputOf, type ReplyOf } from '@congso/kernel/contract'
import { newId, type Ctx } from '@congso/kernel/server'
import type { draftProcess as endpoint } from '../contract/process.ts'
import { refuse } from '../contract/refusals.ts'
import { isHalfHours } from '../domain/process-rows.ts'
import { standardProcess } from '../domain/standard-process.ts'
import { processDrafted } from '../events.ts'
import { insertProcess, lastOfLine, lockProcess, type Process } from '../store/process.ts'

/** Drafts a process from the standard steps, or the next version of a line from its published one. */
export async function draftProcess(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<ReplyOf<typeof endpoint>> {
  const { name, totalHours, decision = '' } = input
  const source = input.from ? await lockProcess(ctx.db, input.from) : undefined
  const agency = source ? source.agency : (input.agency ?? null)
  if (!covers(ctx.actor, 'procedures.process.edit', { agency })) forbidden('procedures.process.edit')
  if (source && source.state !== 'published') refuse('procedures.process-not-in-force', { name: source.name })
  if (totalHours !== undefined && !isHalfHours(totalHours)) refuse('procedures.hours-not-half', {}, 'totalHours')
  const process = newId<'process'>(ctx.now)
  const line = source?.line ?? process
  const no = source ? await nextNo(ctx, source) : 1
  const stored = await insertProcess(ctx.db, {
    id: process,
    line,
    no,
    name,
    agency,
    decision,
    definition: JSON.stringify(source?.definition ?? standardProcess(totalHours)),
    total_hours: source ? hoursOf(source) : (totalHours ?? null),
    state: 'draft',
    published_at: null,
    valid_from: null,
  })
  if (!stored) refuse('procedures.draft-exists', { name })
  ctx.record(processDrafted, { subject: process, ...(agency ? { agency } : {}), data: { line, no, name } })
  return { process }
}

/** A line has at most one draft: the one after the newest version that was ever published. */
async function nextNo(ctx: Ctx, source: Process): Promise<number> {
  const last = await lastOfLine(ctx.db, source.line)
  return last > source.no ? refuse('procedures.draft-exists', { name: source.name }) : source.no + 1
}

function hoursOf({ total_hours }: Process): number | null {
  return total_hours === null ? null : Number(total_hours)
}
