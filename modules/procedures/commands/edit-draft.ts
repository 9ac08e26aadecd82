import { covers, forbidden, stale, type InputOf, type ReplyOf } from '@congso/kernel/contract'
import type { Ctx } from '@congso/kernel/server'
import type { editDraft as endpoint } from '../contract/process.ts'
import { refuse } from '../contract/refusals.ts'
import { isHalfHours, readStepRows } from '../domain/process-rows.ts'
import { sameContent } from '../domain/same-content.ts'
import { draftEdited } from '../events.ts'
import { lockProcess, updateProcess } from '../store/process.ts'

/** Replaces what a draft says. A faulty draft is kept: its findings stand beside the steps until it is published. */
export async function editDraft(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<ReplyOf<typeof endpoint>> {
  const before = await lockProcess(ctx.db, input.process)
  const { agency, line, no } = before
  if (!covers(ctx.actor, 'procedures.process.edit', { agency })) forbidden('procedures.process.edit')
  if (before.state !== 'draft') refuse('procedures.process-not-draft', { name: before.name })
  if (before.version !== input.version) stale()
  const { name, decision = '', totalHours } = input
  if (totalHours !== undefined && !isHalfHours(totalHours)) refuse('procedures.hours-not-half', {}, 'totalHours')
  const definition = readStepRows(input.steps)
  const hours = before.total_hours === null ? undefined : Number(before.total_hours)
  const changes = [
    ...(name === before.name ? [] : ['name']),
    ...(decision === before.decision ? [] : ['decision']),
    ...(totalHours === hours ? [] : ['totalHours']),
    ...(sameContent(definition, before.definition) ? [] : ['steps']),
  ]
  if (changes.length === 0) refuse('procedures.unchanged')
  const row = { name, decision, total_hours: totalHours ?? null, definition: JSON.stringify(definition) }
  if (!(await updateProcess(ctx.db, input.process, input.version, row))) stale()
  ctx.record(draftEdited, { subject: input.process, ...(agency ? { agency } : {}), data: { line, no, name, changes } })
  return { process: input.process, version: input.version + 1 }
}
