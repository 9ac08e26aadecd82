import type { InputOf, ReplyOf } from '@congso/kernel/contract'
import { newId, type Ctx } from '@congso/kernel/server'
import { readAgencyIdentifier } from '../../../domain/agency-identifier.ts'
import { checkTree, type Placing } from '../../../domain/unit-tree.ts'
import { guard, refuseFinding } from '../../domain/guard.ts'
import { bumpRights } from '../../store/rights-version.ts'
import { refuse, type openAgency as endpoint } from '../contract.ts'
import { agencyOpened } from '../events.ts'
import { placingsAbove } from '../queries/placing.ts'
import { insertAgency, isAdminUnit, lockAgency } from '../store/agency.ts'

/** Opens an agency; at the top only who may edit everywhere. Roles that reach a whole subtree reach it at once. */
export async function openAgency(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<ReplyOf<typeof endpoint>> {
  guard(ctx.actor, 'directory.organisation.edit', { agency: input.parent ?? null })
  const code = readAgencyIdentifier(input.code)?.code ?? refuse('directory.agency-code-invalid', {}, 'code')
  const parent = input.parent ? await lockAgency(ctx.db, input.parent) : null
  const id = newId<'agency'>(ctx.now)
  const above = parent ? await placingsAbove(ctx.db, parent.id) : []
  const placing: Placing = { id, kind: 'agency', parent: parent?.id ?? null, validFrom: input.from, validTo: null }
  refuseFinding(checkTree([...above, placing]), 'from', { name: parent?.name ?? '' })
  if (input.adminUnit && !(await isAdminUnit(ctx.db, input.adminUnit)))
    refuse('directory.admin-unit-unknown', { code: input.adminUnit }, 'adminUnit')
  const written = await insertAgency(ctx.db, {
    id,
    code,
    name: input.name,
    short_name: input.shortName,
    kind: input.kind,
    parent: parent?.id ?? null,
    path: [...(parent?.path ?? []), id],
    admin_unit: input.adminUnit ?? null,
    address: input.address ?? '',
    phone: input.phone ?? '',
    valid_from: input.from,
    valid_to: null,
  })
  if (!written) refuse('directory.agency-code-taken', { code }, 'code')
  await bumpRights(ctx.db)
  ctx.record(agencyOpened, {
    subject: id,
    agency: id,
    data: { code, name: input.name, kind: input.kind, parent: parent?.id ?? null, from: input.from },
  })
  return { agency: id }
}
