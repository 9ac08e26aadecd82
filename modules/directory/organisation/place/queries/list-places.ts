import { fold, notFound, type InputOf, type ReplyOf } from '@congso/kernel/contract'
import { tables, type Ctx } from '@congso/kernel/server'
import { sql } from 'kysely'
import type { Tables } from '../../store/tables.ts'
import type { listPlaces as endpoint, PlacesView } from '../contract.ts'

/** Places by words, or the communes of a province, or all provinces; one statement. */
export async function listPlaces(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<ReplyOf<typeof endpoint>> {
  const words = fold(input.q ?? '').replace(/[\\%_]/g, String.raw`\$&`)
  const province = input.province ?? null
  const found = await sql<Omit<PlacesView, 'q'>>`
    select
      (select coalesce(json_agg(json_build_object('code', p.code, 'fullName', p.full_name, 'communes', c.communes,
          'wards', c.wards, 'zones', c.zones) order by p.code), '[]')
        from directory.admin_unit p cross join lateral (
          select count(*) as communes, count(*) filter (where kind = 'ward') as wards, count(*) filter (where kind = 'special-zone') as zones
          from directory.admin_unit where parent = p.code and valid_to is null) c
        where p.level = 'province' and p.valid_to is null) as provinces,
      (select json_build_object('code', p.code, 'fullName', p.full_name, 'kind', p.kind, 'province', null)
        from directory.admin_unit p where p.code = ${province} and p.level = 'province') as province,
      (select coalesce(json_agg(x), '[]') from (
        select u.code, u.full_name as "fullName", u.kind, case when p.code is null then null else
          json_build_object('code', p.code, 'fullName', p.full_name) end as province
        from directory.admin_unit u left join directory.admin_unit p on p.code = u.parent
        where u.valid_to is null and (${words} <> '' or ${province}::text is not null)
          and u.search like '%' || ${words} || '%' and (${province}::text is null or u.parent = ${province})
        order by length(u.search), u.search collate "C", u.code
        limit ${words ? 100 : 500}) x) as places`.execute(tables<Tables>(ctx.db))
  const row = found.rows[0] ?? notFound()
  return { ...row, q: input.q ?? '' }
}
