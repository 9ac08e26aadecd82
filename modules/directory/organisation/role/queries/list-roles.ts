import { covers, localDate, type ReplyOf } from '@congso/kernel/contract'
import { tables, type Ctx } from '@congso/kernel/server'
import { sql } from 'kysely'
import { coveredBy } from '../../../domain/permission.ts'
import type { Tables } from '../../store/tables.ts'
import type { listRoles as endpoint, Permission, RolesView } from '../contract.ts'

type Row = { roles: Omit<RolesView['roles'][number], 'covers'>[]; permissions: Permission[] }

/** All roles with what they cover, and all permissions: the matrix of who may do what. */
export async function listRoles(ctx: Ctx): Promise<ReplyOf<typeof endpoint>> {
  ctx.scope('directory.organisation.read')
  const found = await sql<Row>`
    select
      (select coalesce(json_agg(json_build_object('id', r.id, 'key', r.key, 'name', r.name, 'nameEn', r.name_en,
         'description', r.description, 'permissions', r.permissions, 'positions', (
           select count(distinct g.position) from directory.role_grant g
           where g.role = r.id and daterange(g.valid_from, g.valid_to) @> ${localDate(ctx.now)}::date
         )) order by r.id), '[]') from directory.role r) as roles,
      (select coalesce(json_agg(p order by p.module, p.name), '[]') from directory.permission p) as permissions`.execute(
    tables<Tables>(ctx.db),
  )
  const { roles = [], permissions = [] } = found.rows[0] ?? {}
  const known = permissions.map(one => one.name)
  return {
    roles: roles.map(role => ({ ...role, covers: coveredBy(role.permissions, known) })),
    permissions,
    mayEdit: covers(ctx.actor, 'directory.role.edit', {}),
  }
}
