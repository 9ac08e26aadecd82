import { fold, type InputOf, type ReplyOf } from '@congso/kernel/contract'
import { newId, type Ctx } from '@congso/kernel/server'
import { guard } from '../../domain/guard.ts'
import { readRolePermissions } from '../../domain/role-permissions.ts'
import { refuse, type addRole as endpoint } from '../contract.ts'
import { roleAdded } from '../events.ts'
import { readPermissions } from '../store/permission.ts'
import { insertRole } from '../store/role.ts'

/** Adds a role. Roles belong to the whole house, so only who edits roles everywhere may. */
export async function addRole(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<ReplyOf<typeof endpoint>> {
  guard(ctx.actor, 'directory.role.edit', { agency: null })
  const known = (await readPermissions(ctx.db)).map(one => one.name)
  const { permissions, unknown } = readRolePermissions(input.permissions, known)
  if (unknown) refuse('directory.permission-unknown', { permission: unknown }, 'permissions')
  const key =
    input.key ??
    fold(input.nameEn)
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
  const id = newId<'role'>(ctx.now)
  const row = { name: input.name, name_en: input.nameEn, description: input.description ?? '', permissions }
  if (!(await insertRole(ctx.db, { id, key, ...row }))) refuse('directory.role-key-taken', { key }, 'nameEn')
  ctx.record(roleAdded, { subject: id, data: { key, name: input.name, permissions } })
  return { role: id }
}
