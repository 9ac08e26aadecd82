import { tables, type Db } from '@congso/kernel/server'
import { sql } from 'kysely'
import type { AdminUnit, FormerCommune } from '../../../domain/admin-unit.ts'
import type { Tables } from '../../store/tables.ts'

/** Writes every version of the units and, as what stands, the last of each; how many rows were new or different. */
export async function writeUnits(db: Db, units: readonly AdminUnit[]): Promise<{ units: number; versions: number }> {
  const found = await sql<{ units: number; versions: number }>`
    with given as (
      select * from jsonb_to_recordset(${JSON.stringify(units)}::jsonb) as u(code text, level text, type text, name text,
        "fullName" text, "parentCode" text, "validFrom" date, "validTo" date, decree text)
    ), last as (
      select distinct on (code) * from given order by code, "validFrom" desc
    ), first as (
      select code, min("validFrom") as "validFrom" from given group by code
    ), unit as (
      insert into directory.admin_unit as a (code, level, kind, name, full_name, parent, valid_from, valid_to, source)
      select l.code, l.level, l.type, l.name, l."fullName", l."parentCode", f."validFrom", l."validTo", l.decree
      from last l join first f using (code)
      on conflict (code) do update set kind = excluded.kind, name = excluded.name, full_name = excluded.full_name,
        parent = excluded.parent, valid_from = excluded.valid_from, valid_to = excluded.valid_to, source = excluded.source
      where (a.kind, a.name, a.full_name, a.parent, a.valid_from, a.valid_to, a.source) is distinct from
        (excluded.kind, excluded.name, excluded.full_name, excluded.parent, excluded.valid_from, excluded.valid_to, excluded.source)
      returning 1
    ), version as (
      insert into directory.admin_unit_version as v (code, valid_from, valid_to, kind, name, full_name, parent, decree)
      select code, "validFrom", "validTo", type, name, "fullName", "parentCode", decree from given
      on conflict (code, valid_from) do update set valid_to = excluded.valid_to, kind = excluded.kind, name = excluded.name,
        full_name = excluded.full_name, parent = excluded.parent, decree = excluded.decree
      where (v.valid_to, v.kind, v.name, v.full_name, v.parent, v.decree) is distinct from
        (excluded.valid_to, excluded.kind, excluded.name, excluded.full_name, excluded.parent, excluded.decree)
      returning 1
    )
    select (select count(*) from unit)::int as units, (select count(*) from version)::int as versions`.execute(
    tables<Tables>(db),
  )
  return found.rows[0] ?? { units: 0, versions: 0 }
}

/** Makes the communes before 01/07/2025 be exactly these; how many rows were added and removed. `id` makes the ids. */
export async function writeFormer(
  db: Db,
  former: readonly FormerCommune[],
  effective: string,
  id: () => string,
): Promise<{ added: number; removed: number }> {
  const rows = former.flatMap(one =>
    one.successors.map(next => ({
      id: id(),
      code: one.code ?? '',
      name: one.name,
      district: one.district,
      province: one.province,
      next,
    })),
  )
  const found = await sql<{ added: number; removed: number }>`
    with given as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as f(id uuid, code text, name text, district text, province text, next text)
    ), gone as (
      delete from directory.admin_unit_change c where not exists (
        select from given g where (g.name, g.district, g.province, g.next) = (c.old_name, c.old_district, c.old_province, c.new_code))
      returning 1
    ), written as (
      insert into directory.admin_unit_change (id, old_code, old_name, old_district, old_province, new_code, effective)
      select id, code, name, district, province, next, ${effective}::date from given
      on conflict (old_name, old_district, old_province, new_code) do nothing
      returning 1
    )
    select (select count(*) from written)::int as added, (select count(*) from gone)::int as removed`.execute(
    tables<Tables>(db),
  )
  return found.rows[0] ?? { added: 0, removed: 0 }
}

/** The codes that stand in the database already. */
export async function knownCodes(db: Db): Promise<Set<string>> {
  const rows = await tables<Tables>(db).selectFrom('directory.admin_unit').select('code').execute()
  return new Set(rows.map(row => row.code))
}
