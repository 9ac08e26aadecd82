import { covers, forbidden, type Id } from '@congso/kernel/contract'
import { tables, type Ctx, type Db } from '@congso/kernel/server'
import { sql } from 'kysely'
import type { Tables } from '../../store/tables.ts'

/** The agencies a person holds, held or will hold a position in. */
export async function agenciesOfPerson(db: Db, person: Id<'person'>): Promise<string[]> {
  const found = await sql<{ agency: string }>`
    select distinct u.agency from directory.holding h
    join directory.position p on p.id = h.position join directory.unit u on u.id = p.unit
    where h.person = ${person}`.execute(tables<Tables>(db))
  return found.rows.map(row => row.agency)
}

/** Whether the actor may edit a person: one who works in an agency they edit, or who works nowhere yet. */
export async function mayEditPerson(ctx: Ctx, person: Id<'person'>): Promise<boolean> {
  const agencies = await agenciesOfPerson(ctx.db, person)
  if (agencies.length === 0)
    return Boolean(ctx.actor.kind === 'system' || ctx.actor.rights['directory.organisation.edit'])
  return agencies.some(agency => covers(ctx.actor, 'directory.organisation.edit', { agency }))
}

/** Refuses who may not edit the person. */
export async function guardPerson(ctx: Ctx, person: Id<'person'>): Promise<void> {
  if (!(await mayEditPerson(ctx, person))) forbidden('directory.organisation.edit')
}
