import { notFound, type InputOf, type ReplyOf } from '@congso/kernel/contract'
import { tables, type Ctx } from '@congso/kernel/server'
import { sql } from 'kysely'
import type { Tables } from '../../store/tables.ts'
import type { PlaceView, showPlace as endpoint } from '../contract.ts'

/** A place with its history and the communes it was made from. */
export async function showPlace(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<ReplyOf<typeof endpoint>> {
  const found = await sql<PlaceView>`
    select u.code, u.full_name as "fullName", u.kind,
      case when p.code is null then null else json_build_object('code', p.code, 'fullName', p.full_name) end as province,
      (select coalesce(json_agg(json_build_object('fullName', v.full_name, 'validFrom', v.valid_from, 'validTo', v.valid_to,
          'decree', v.decree) order by v.valid_from desc), '[]')
        from directory.admin_unit_version v where v.code = u.code) as versions,
      (select coalesce(json_agg(json_build_object('code', c.old_code, 'name', c.old_name, 'district', c.old_district,
          'province', c.old_province, 'parts', (select count(*) from directory.admin_unit_change d
            where (d.old_name, d.old_district, d.old_province) = (c.old_name, c.old_district, c.old_province)))
          order by c.old_province, c.old_district, c.old_name), '[]')
        from directory.admin_unit_change c where c.new_code = u.code) as former
    from directory.admin_unit u left join directory.admin_unit p on p.code = u.parent
    where u.code = ${input.code}`.execute(tables<Tables>(ctx.db))
  return found.rows[0] ?? notFound()
}
