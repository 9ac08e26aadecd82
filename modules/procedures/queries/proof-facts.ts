import type { Id } from '@congso/kernel/contract'
import { tables, type Db } from '@congso/kernel/server'
import { sql } from 'kysely'
import type { ProofPlace } from '../domain/proof.ts'
import type { Tables } from '../store/tables.ts'

/**
 * Who works by a line of processes today: the agencies, and handling units, of the offers in force under any of its
 * versions, and the agency the process is for; each with the ranks held there. Officers and heads count in the handling unit.
 */
export async function proofPlaces(
  db: Db,
  { line, agency }: { line: string; agency: Id<'agency'> | null },
  today: string,
): Promise<ProofPlace[]> {
  const found = await sql<ProofPlace>`
    with place as (
      select o.agency, o.handling_unit as unit,
        bool_or(exists (select from jsonb_array_elements(o.papers) p where p->>'kind' <> 'note')) as papers,
        bool_or(exists (select from jsonb_array_elements(o.fees) f where coalesce((f->>'amount')::numeric, 1) > 0)) as fees,
        jsonb_agg(jsonb_build_object('code', v.full_code, 'limit', jsonb_build_object('amount', o.limit_amount, 'unit', o.limit_unit), 'cases', o.cases)) as offers
      from procedures.process c
        join procedures.offer o on o.process = c.id and (o.valid_to is null or o.valid_to > ${today}::date)
        join procedures.version v on v.id = o.version
      where c.line = ${line}::uuid
      group by o.agency, o.handling_unit
      union all
      select ${agency}::uuid, null, false, false, '[]' where ${agency}::uuid is not null
    )
    select a.name as "agencyName", l.papers, l.fees, l.offers,
      (select coalesce(jsonb_agg(distinct p.rank), '[]') from directory.pub_position p
        where p.agency = l.agency and (p.rank not in ('officer', 'head') or l.unit is null or p.unit = l.unit)
          and p.valid_from <= ${today}::date and (p.valid_to is null or p.valid_to > ${today}::date)
          and p.person is not null and p.held_from <= ${today}::date and (p.held_to is null or p.held_to > ${today}::date)) as ranks
    from place l join directory.pub_agency a on a.id = l.agency
    order by a.name`.execute(tables<Tables>(db))
  return found.rows
}
