import { epoch, iso, type InputOf, type ReplyOf } from '@congso/kernel/contract'
import { tables, type Ctx } from '@congso/kernel/server'
import { calendarOf } from '@congso/worktime'
import { sql } from 'kysely'
import type { track as endpoint } from '../contract.ts'
import { citizenProgress } from '../domain/citizen-progress.ts'
import { readState } from '../domain/dossier-state.ts'
import { maskName } from '../domain/party.ts'
import { remainingOf } from '../domain/remaining.ts'
import { stepList } from '../domain/step-list.ts'
import { rawDossier } from './dossier.ts'
import { keptPromise } from './promise.ts'

/** Where a dossier is, for whoever holds its slip. A wrong code and a wrong secret get the same answer. */
export async function trackDossier(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<ReplyOf<typeof endpoint>> {
  const code = input.code?.trim().toUpperCase()
  if (!code) return { asked: null, found: null }
  const secret = input.secret?.trim().toUpperCase() ?? ''
  if (!secret) return { asked: { code, problem: 'secret-missing' }, found: null }
  const found = await sql<{ id: string; phone: string }>`
    select d.id, a.phone from casework.dossier d join directory.pub_agency a on a.id = d.receiving_agency where d.code = ${code} and d.secret = ${secret}`.execute(
    tables<unknown>(ctx.db),
  )
  const row = found.rows[0]
  if (!row) return { asked: { code, problem: 'unknown' }, found: null }
  const raw = await rawDossier(ctx, row.id)
  const calendar = await calendarOf(ctx.db, raw.agency, raw.edition)
  const timed = {
    receivedAt: epoch(raw.received_at),
    dueAt: epoch(raw.due_at),
    finishedAt: raw.finished_at ? epoch(raw.finished_at) : null,
    pausedSince: raw.paused_since ? epoch(raw.paused_since) : null,
  }
  const steps = stepList(raw.definition, raw.steps, raw.step, ctx.now, calendar).map(step => ({ ...step, comment: '' }))
  const course = {
    receivedAt: iso(timed.receivedAt),
    finishedAt: timed.finishedAt === null ? null : iso(timed.finishedAt),
    returnedAt: raw.returned_at && iso(epoch(raw.returned_at)),
  }
  return {
    asked: null,
    found: {
      code: raw.code,
      applicant: maskName(raw.applicant_name),
      procedureName: raw.procedure_name,
      timeText: `${raw.due_inputs.amount} ${raw.due_inputs.unit}`,
      agencyName: raw.agency_name,
      agencyPhone: row.phone,
      state: readState(raw.state),
      promise: keptPromise(raw.due_inputs, iso(timed.dueAt), calendar, ctx.now),
      remaining: remainingOf(timed, ctx.now, calendar),
      stepName: raw.step_name,
      steps,
      progress: citizenProgress(raw.definition, steps, course),
      pickup: raw.pickup,
      ...course,
    },
  }
}
