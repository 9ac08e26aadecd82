import { stale, type InputOf, type ReplyOf } from '@congso/kernel/contract'
import type { Ctx } from '@congso/kernel/server'
import { readAgencyIdentifier } from '../../../domain/agency-identifier.ts'
import { changesOf } from '../../domain/changes.ts'
import { guard } from '../../domain/guard.ts'
import { bumpRights } from '../../store/rights-version.ts'
import { refuse, type changeAgency as endpoint } from '../contract.ts'
import { agencyChanged } from '../events.ts'
import { isAdminUnit, isCodeTaken, lockAgency, updateAgency } from '../store/agency.ts'

/** Changes what describes an agency. Sessions ask anew, because they carry the agency's name. */
export async function changeAgency(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<ReplyOf<typeof endpoint>> {
  const agency = input.agency
  guard(ctx.actor, 'directory.organisation.edit', { agency })
  const before = await lockAgency(ctx.db, agency)
  const code = readAgencyIdentifier(input.code)?.code ?? refuse('directory.agency-code-invalid', {}, 'code')
  if (code !== before.code && (await isCodeTaken(ctx.db, code, agency)))
    refuse('directory.agency-code-taken', { code }, 'code')
  const place = input.adminUnit ?? null
  if (place && place !== before.admin_unit && !(await isAdminUnit(ctx.db, place)))
    refuse('directory.admin-unit-unknown', { code: place }, 'adminUnit')
  const after = {
    code,
    name: input.name,
    short_name: input.shortName,
    kind: input.kind,
    admin_unit: place,
    address: input.address ?? '',
    phone: input.phone ?? '',
  }
  if (!(await updateAgency(ctx.db, agency, input.version, after))) stale()
  const { code: oldCode, name, short_name, kind, admin_unit, address, phone } = before
  const changes = changesOf({ code: oldCode, name, short_name, kind, admin_unit, address, phone }, after)
  await bumpRights(ctx.db)
  ctx.record(agencyChanged, { subject: agency, agency, data: { changes } })
  return { agency }
}
