import { addDays, type InputOf, type ReplyOf } from '@congso/kernel/contract'
import { newId, type Ctx } from '@congso/kernel/server'
import { firstGap, hasDays } from '../../../domain/period.ts'
import { guard } from '../../domain/guard.ts'
import { lockPosition } from '../../position/store/position.ts'
import { bumpRights } from '../../store/rights-version.ts'
import { refuse, type grantRole as endpoint } from '../contract.ts'
import { roleGranted } from '../events.ts'
import { reachesThatFar } from '../queries/own-reach.ts'
import { insertGrant, isGranted, readRole } from '../store/role.ts'

/** Gives a role to a position. Nobody gives it further than their own right to edit roles reaches. */
export async function grantRole(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<ReplyOf<typeof endpoint>> {
  const position = await lockPosition(ctx.db, input.position)
  const { id, agency, unit } = position
  guard(ctx.actor, 'directory.role.edit', { agency, unit, position: id })
  const role = await readRole(ctx.db, input.role)
  const days = { validFrom: input.from, validTo: input.last ? addDays(input.last, 1) : null }
  if (!hasDays(days)) refuse('directory.unit-dates-reversed', { from: input.from }, 'last')
  const outside = firstGap(days, [{ validFrom: position.valid_from, validTo: position.valid_to }])
  if (outside) refuse('directory.position-not-open', { on: outside, title: position.title }, 'from')
  if (!(await reachesThatFar(ctx, 'directory.role.edit', agency, input.reach)))
    refuse('directory.grant-beyond-own-reach', {}, 'reach')
  const grant = { position: id, role: role.id, reach: input.reach }
  if (await isGranted(ctx.db, grant, days)) refuse('directory.grant-twice', { role: role.name }, 'role')
  const grantId = newId<'grant'>(ctx.now)
  await insertGrant(ctx.db, { id: grantId, ...grant, valid_from: days.validFrom, valid_to: days.validTo })
  await bumpRights(ctx.db)
  ctx.record(roleGranted, {
    subject: id,
    agency,
    data: { role: role.id, key: role.key, reach: input.reach, from: days.validFrom, to: days.validTo },
  })
  return { grant: grantId, position: id }
}
