import { anonymous, type Id } from '@congso/kernel/contract'
import { newId } from '@congso/kernel/server'
import type { House } from '@congso/kernel/testing'
import { signIn } from '../contract/sign-in.ts'
import { hashPassword } from '../store/password-hash.ts'

/** A person with an account and one position, for tests of this folder. */
export type Made = {
  account: Id<'account'>
  person: Id<'person'>
  position: Id<'position'>
  unit: Id<'unit'>
  agency: Id<'agency'>
  userName: string
}

let count = 0

/** Writes one of each straight into the tables, with exactly the permissions given. */
export async function makePerson(
  house: House,
  wish: {
    password?: string
    permissions?: readonly string[]
    reach?: string
    rank?: string
    agency?: Id<'agency'>
    under?: Id<'agency'>
  } = {},
): Promise<Made> {
  count += 1
  const made = {
    account: newId<'account'>(),
    person: newId<'person'>(),
    position: newId<'position'>(),
    unit: newId<'unit'>(),
    agency: wish.agency ?? newId<'agency'>(),
    userName: `hang.lt${count}${Date.now() % 100_000}`,
  }
  const hash = wish.password ? await hashPassword(wish.password) : null
  const run = (sql: string, values: unknown[]) => house.pool.query(sql, values)
  if (!wish.agency) {
    await run(
      `insert into directory.agency (id, code, name, short_name, kind, parent, path, valid_from)
       select $1::uuid, $2, 'UBND xã Tân Hòa', 'Tân Hòa', 'commune', $3::uuid, coalesce((select path from directory.agency where id = $3), '{}') || $1::uuid, '2025-07-01'`,
      [made.agency, `H99.${made.agency}`, wish.under ?? null],
    )
  }
  await run(
    "insert into directory.unit (id, agency, name, kind, valid_from) values ($1, $2, 'Văn phòng', 'office', '2025-07-01')",
    [made.unit, made.agency],
  )
  await run("insert into directory.person (id, name) values ($1, 'Lê Thị Hằng')", [made.person])
  await run(
    "insert into directory.position (id, unit, title, rank, valid_from) values ($1, $2, 'Chuyên viên', $3, '2025-07-01')",
    [made.position, made.unit, wish.rank ?? 'officer'],
  )
  await run("insert into directory.holding (id, position, person, valid_from) values ($1, $2, $3, '2025-07-01')", [
    newId(),
    made.position,
    made.person,
  ])
  await run(
    'insert into directory.account (id, person, user_name, password_hash, password_at, position) values ($1, $2, $3, $4, $5, $6)',
    [made.account, made.person, made.userName, hash, hash ? new Date(house.clock()) : null, made.position],
  )
  if (wish.permissions) await giveRole(house, made.position, wish.permissions, wish.reach ?? 'agency')
  return made
}

/** Gives a position a role of exactly these permissions. */
export async function giveRole(
  house: House,
  position: Id<'position'>,
  permissions: readonly string[],
  reach: string,
): Promise<void> {
  const role = newId()
  await house.pool.query(
    "insert into directory.role (id, key, name, name_en, permissions) values ($1, $2, 'Vai trò', 'Role', $3)",
    [role, `role-${role}`, permissions],
  )
  await house.pool.query(
    "insert into directory.role_grant (id, position, role, reach, valid_from) values ($1, $2, $3, $4, '2025-07-01')",
    [newId(), position, role, reach],
  )
}

/** Signs somebody in with their password and gives the token of the session. */
export async function enter(house: House, made: Made, password: string): Promise<{ token: Buffer }> {
  const reply = await house.run(signIn, { userName: made.userName, password }, anonymous)
  if (!reply.token) throw new Error(`not signed in: ${reply.state}`)
  return { token: Buffer.from(reply.token, 'base64url') }
}
