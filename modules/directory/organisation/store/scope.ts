import type { Scope } from '@congso/kernel/contract'
import { sql, type RawBuilder } from 'kysely'

/** The condition under which an agency is one the reader may see: theirs, or that of a unit of theirs. */
export function agencyInScope(scope: Scope, column: RawBuilder<unknown>): RawBuilder<boolean> {
  if (scope.all) return sql<boolean>`true`
  return sql<boolean>`(${column} = any (${scope.agencies ?? []}::uuid[]) or ${column} in (
    select agency from directory.unit where id = any (${scope.units ?? []}::uuid[]))
    or ${scope.own ?? false}::boolean and ${column} = (
      select u.agency from directory.position p join directory.unit u on u.id = p.unit where p.id = ${scope.position}::uuid))`
}

/** The condition under which a dated row holds on a day. */
export function holdsOn(table: string, day: string): RawBuilder<boolean> {
  const from = sql.ref(`${table}.valid_from`)
  const to = sql.ref(`${table}.valid_to`)
  return sql<boolean>`(${from} <= ${day}::date and (${to} is null or ${to} > ${day}::date))`
}

/** The condition under which a dated row is not closed for good by a day: it holds, or will. */
export function notClosedOn(table: string, day: string): RawBuilder<boolean> {
  const to = sql.ref(`${table}.valid_to`)
  return sql<boolean>`(${to} is null or ${to} > ${day}::date)`
}
