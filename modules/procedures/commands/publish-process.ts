import { covers, forbidden, iso, localDate, stale, type InputOf, type ReplyOf } from '@congso/kernel/contract'
import type { Ctx } from '@congso/kernel/server'
import type { publishProcess as endpoint } from '../contract/process.ts'
import { refuse } from '../contract/refusals.ts'
import { errorsOf, proveProcess } from '../domain/proof.ts'
import { processPublished } from '../events.ts'
import { proofPlaces } from '../queries/proof-facts.ts'
import { lockProcess, updateProcess } from '../store/process.ts'

/** Puts a draft in force, once it is proved. The database keeps it from being changed afterwards. */
export async function publishProcess(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<ReplyOf<typeof endpoint>> {
  const before = await lockProcess(ctx.db, input.process)
  const { agency, line, no, name, definition } = before
  if (!covers(ctx.actor, 'procedures.process.edit', { agency })) forbidden('procedures.process.edit')
  if (before.state !== 'draft') refuse('procedures.process-not-draft', { name })
  if (before.version !== input.version) stale()
  const today = localDate(ctx.now)
  const validFrom = input.validFrom ?? today
  if (validFrom > today) refuse('procedures.date-in-future', { date: validFrom }, 'validFrom')
  const totalHours = before.total_hours === null ? null : Number(before.total_hours)
  const places = await proofPlaces(ctx.db, before, today)
  const findings = errorsOf(proveProcess(definition, { totalHours: totalHours ?? undefined, places }))
  const [first] = findings
  if (first) refuse('procedures.process-faulty', { count: findings.length, finding: first.code, step: first.step })
  const row = { state: 'published', published_at: iso(ctx.now), valid_from: validFrom } as const
  if (!(await updateProcess(ctx.db, input.process, input.version, row))) stale()
  const data = { line, no, name, validFrom, totalHours }
  ctx.record(processPublished, { subject: input.process, ...(agency ? { agency } : {}), data })
  return { process: input.process, no }
}
