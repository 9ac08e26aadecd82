import { epoch, iso, type Id } from '@congso/kernel/contract'
import { tables, type Db } from '@congso/kernel/server'
import { sql } from 'kysely'
import type { Grant, Holding, Role, SigningForm } from '../../domain/right.ts'
import { loanFrom, type Place, type Standing } from '../domain/acting.ts'
import { readSignInPolicy, type SignInPolicy } from '../domain/sign-in-policy.ts'
import { addressSetting, policySetting } from '../store/policy.ts'

/** All that decides what an active account may do, with the sign-in policy, in one statement; null when it may not act. */
export async function standingOf(
  db: Db,
  account: string,
  now: number,
): Promise<{ standing: Standing; policy: SignInPolicy } | null> {
  const found = await sql<{ row: Row }>`
    with who as (
      select a.id, a.person, n.name, a.position, a.must_change, a.password_at, a.second_factor_demanded as demanded,
             a.totp_secret is not null or exists (select from directory.passkey k where k.account = a.id) as second
      from directory.account a join directory.person n on n.id = a.person
      where a.id = ${account} and a.state = 'active'
    ), held as (
      select h.* from directory.holding h join who on who.person = h.person
    ), lent as (
      select d.id, d.position, d.person, d.form, d.permissions, d.valid_from, least(d.valid_to, d.ended_at) as valid_to
      from directory.delegation d join who on who.person = d.person
      where least(d.valid_to, d.ended_at) > ${iso(now)}::timestamptz and (d.ended_at is null or d.ended_at > d.valid_from)
    ), spot as (
      select p.*, u.name as unit_name, u.agency, g.name as agency_name
      from directory.position p join directory.unit u on u.id = p.unit join directory.agency g on g.id = u.agency
      where p.id in (select position from held union select position from lent)
    ), given as (
      select rg.* from directory.role_grant rg where rg.position in (select id from spot)
    )
    select jsonb_build_object(
      'who', (select to_jsonb(who) from who),
      'policy', (select value from kernel.setting where name = ${policySetting}),
      'address', (select value from kernel.setting where name = ${addressSetting}),
      'permissions', (select coalesce(jsonb_agg(name), '[]') from directory.permission),
      'held', (select coalesce(jsonb_agg(to_jsonb(held)), '[]') from held),
      'lent', (select coalesce(jsonb_agg(to_jsonb(lent)), '[]') from lent),
      'spots', (select coalesce(jsonb_agg(to_jsonb(spot)), '[]') from spot),
      'given', (select coalesce(jsonb_agg(to_jsonb(given)), '[]') from given),
      'roles', (select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'permissions', r.permissions)), '[]')
                from directory.role r where r.id in (select role from given)),
      'below', (select coalesce(jsonb_object_agg(root, ids), '{}') from (
                  select r.root, jsonb_agg(b.id) as ids
                  from (select distinct s.agency as root from given join spot s on s.id = given.position where given.reach = 'subtree') r
                  join directory.agency b on b.path @> array[r.root]
                  group by r.root) as x)
    ) as row`.execute(tables<unknown>(db))
  const row = found.rows[0]?.row
  return row?.who ? { standing: standingFrom(row, row.who), policy: readSignInPolicy(row.policy, row.address) } : null
}

type Dated = { valid_from: string; valid_to: string | null }
type Who = {
  id: Id<'account'>
  person: Id<'person'>
  name: string
  position: Id<'position'> | null
  must_change: boolean
  password_at: string | null
  second: boolean
  demanded: boolean
}
type Row = {
  who: Who | null
  policy: unknown
  address: unknown
  permissions: string[]
  held: (Dated & { position: string; person: string })[]
  lent: {
    id: string
    position: string
    person: string
    form: SigningForm
    permissions: string[] | null
    valid_from: string
    valid_to: string
  }[]
  spots: (Dated & {
    id: Id<'position'>
    unit: Id<'unit'>
    unit_name: string
    agency: Id<'agency'>
    agency_name: string
    title: string
    rank: string
    sort: number
  })[]
  given: (Dated & { id: string; role: string; position: string; reach: Grant['reach'] })[]
  roles: { id: string; permissions: string[] }[]
  below: Record<string, string[]>
}

function standingFrom(row: Row, who: Who): Standing {
  const roles: Role[] = row.roles.map(role => ({ ...role, validFrom: '0001-01-01', validTo: null }))
  const exact = roles.flatMap(role => role.permissions).filter(one => !one.endsWith('*'))
  return {
    account: who.id,
    person: who.person,
    name: who.name,
    preferred: who.position,
    mustChange: who.must_change,
    passwordAt: who.password_at === null ? null : epoch(who.password_at),
    hasSecondFactor: who.second,
    secondFactorDemanded: who.demanded,
    places: row.spots.map((spot): Place => ({
      ...days(spot),
      ...spot,
      unitName: spot.unit_name,
      agencyName: spot.agency_name,
    })),
    holdings: row.held.map((held): Holding => ({ ...days(held), person: held.person, position: held.position })),
    loans: row.lent.map(lent => loanFrom({ ...lent, from: lent.valid_from, to: lent.valid_to })),
    grants: row.given.map((given): Grant => ({
      ...days(given),
      id: given.id,
      role: given.role,
      position: given.position,
      reach: given.reach,
    })),
    roles,
    permissions: [...new Set([...row.permissions, ...exact])],
    below: row.below,
  }
}

function days(row: Dated) {
  return { validFrom: row.valid_from, validTo: row.valid_to }
}
