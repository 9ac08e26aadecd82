import { stale, type InputOf, type ReplyOf } from '@congso/kernel/contract'
import type { Ctx } from '@congso/kernel/server'
import { guard } from '../../domain/guard.ts'
import { readRolePermissions } from '../../domain/role-permissions.ts'
import { bumpRights } from '../../store/rights-version.ts'
import { refuse, type changeRole as endpoint } from '../contract.ts'
import { roleChanged } from '../events.ts'
import { readPermissions } from '../store/permission.ts'
import { readRole, updateRole } from '../store/role.ts'

/** Changes a role for everybody who has it. An entry it already had may stay though nothing declares it any more. */
export async function changeRole(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<ReplyOf<typeof endpoint>> {
  guard(ctx.actor, 'directory.role.edit', { agency: null })
  const before = await readRole(ctx.db, input.role)
  const known = (await readPermissions(ctx.db)).map(one => one.name)
  const { permissions, unknown } = readRolePermissions(input.permissions, [...known, ...before.permissions])
  if (unknown) refuse('directory.permission-unknown', { permission: unknown }, 'permissions')
  const row = { name: input.name, name_en: input.nameEn, description: input.description ?? '', permissions }
  if (!(await updateRole(ctx.db, before.id, input.version, row))) stale()
  await bumpRights(ctx.db)
  const added = permissions.filter(one => !before.permissions.includes(one))
  const removed = before.permissions.filter(one => !permissions.includes(one))
  ctx.record(roleChanged, { subject: before.id, data: { name: input.name, added, removed } })
  return { role: before.id }
}
