import { readFile } from 'node:fs/promises'
import type { Actor } from '@congso/kernel/contract'
import { openHouse, type House } from '@congso/kernel/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildOffice, type Office } from '../../../testing.ts'
import { organisation } from '../../testing.ts'
import { addRole, changeRole, endGrant, grantRole, listRoles, registerPermissions, showRole } from '../contract.ts'

let house: House
let office: Office

beforeAll(async () => {
  house = await openHouse([organisation])
  office = await buildOffice(house)
  await house.facts()
})
afterAll(() => house.close())

const described = { name: 'Người xem sơ đồ', nameEn: 'Chart reader', permissions: ['directory.organisation.read'] }
const roleByKey = async (key: string) => {
  const { roles } = await house.run(listRoles, {})
  const { id } = roles.find(role => role.key === key)!
  return house.run(showRole, { role: id }, office.actor.administrator)
}

describe('a role', () => {
  test('is added and changed for everybody who has it', async () => {
    const { administrator } = office.actor
    const { role } = await house.run(addRole, described, administrator)
    await expect(house.run(addRole, described, administrator)).rejects.toMatchObject({
      code: 'directory.role-key-taken',
    })
    const changed = { ...described, permissions: ['directory.*'], role, version: 1 }
    await house.run(changeRole, changed, administrator)
    await expect(house.run(changeRole, changed, administrator)).rejects.toMatchObject({ code: 'kernel.stale' })
    expect(await house.run(showRole, { role }, administrator)).toMatchObject({
      key: 'chart-reader',
      permissions: ['directory.*'],
      covers: expect.arrayContaining(['directory.audit.read', 'directory.role.edit']),
      holders: [],
      mayEdit: true,
    })
    expect((await house.facts()).map(fact => [fact.event, fact.data])).toEqual([
      ['directory.role-added', { key: 'chart-reader', name: described.name, permissions: described.permissions }],
      [
        'directory.role-changed',
        { name: described.name, added: ['directory.*'], removed: ['directory.organisation.read'] },
      ],
    ])
  })

  test('holds only permissions that exist, or that it had before', async () => {
    for (const wrong of ['directory.organisation.raed', 'directory', 'nothing.*', 'Directory.*']) {
      await expect(house.run(addRole, { ...described, nameEn: 'X', permissions: [wrong] })).rejects.toMatchObject({
        code: 'directory.permission-unknown',
        params: { permission: wrong },
      })
    }
    // Casework is not installed in this house, yet its permissions stay in the role that came with them.
    const clerk = await roleByKey('counter-clerk')
    const { name, nameEn, permissions, version } = clerk
    await house.run(changeRole, { role: clerk.id, version, name, nameEn, permissions })
    await house.facts()
  })

  test('is for who edits roles everywhere', async () => {
    const { leader } = office.actor
    const local = { ...leader, rights: { 'directory.role.edit': { agencies: [office.agency] } } }
    const clerk = await roleByKey('counter-clerk')
    const { name, nameEn, permissions, version } = clerk
    const change = { role: clerk.id, version, name, nameEn, permissions }
    for (const actor of [leader, local]) {
      await expect(house.run(addRole, { ...described, nameEn: 'Y' }, actor)).rejects.toMatchObject({
        code: 'kernel.forbidden',
      })
      await expect(house.run(changeRole, change, actor)).rejects.toMatchObject({ code: 'kernel.forbidden' })
      await expect(house.run(registerPermissions, { permissions: [] }, actor)).rejects.toMatchObject({
        code: 'kernel.forbidden',
      })
    }
  })
})

describe('giving a role', () => {
  test('to a position, for some days, and taking it away', async () => {
    const { administrator } = office.actor
    const { position } = office.post('tan-hoa/economy/officer')
    const role = (await roleByKey('reporter')).id
    const give = (from: string, last?: string) =>
      house.run(grantRole, { position, role, reach: 'agency', from, ...(last ? { last } : {}) }, administrator)
    const { grant } = await give('2026-11-01')
    expect((await office.actorOf('tan-hoa/economy/officer')).rights['reports.casework.read']).toEqual({
      agencies: [office.agency],
    })
    await expect(give('2026-12-01')).rejects.toMatchObject({ code: 'directory.grant-twice' })
    await expect(give('2025-01-01', '2025-01-31')).rejects.toMatchObject({
      code: 'directory.position-not-open',
      field: 'from',
    })
    await expect(give('2026-10-10', '2026-10-01')).rejects.toMatchObject({
      code: 'directory.unit-dates-reversed',
      field: 'last',
    })
    await house.run(endGrant, { grant, last: '2026-11-18' }, administrator)
    expect((await office.actorOf('tan-hoa/economy/officer')).rights['reports.casework.read']).toBeUndefined()
    await expect(house.run(endGrant, { grant, last: '2026-11-30' }, administrator)).rejects.toMatchObject({
      code: 'directory.grant-ended',
    })
    expect((await house.facts()).map(fact => [fact.event, fact.subject, fact.data])).toEqual([
      ['directory.role-granted', position, { role, key: 'reporter', reach: 'agency', from: '2026-11-01', to: null }],
      ['directory.grant-ended', position, { role, key: 'reporter', to: '2026-11-19' }],
    ])
    const coming = await give('2026-12-01')
    await house.run(endGrant, { grant: coming.grant, last: '2026-11-19' }, administrator)
    const left = await house.pool.query('select from directory.role_grant where id = $1', [coming.grant])
    expect(left.rowCount).toBe(0)
    await house.facts()
  })

  test('reaches no further than the right of who gives it', async () => {
    const { leader } = office.actor
    const rights = {
      'directory.role.edit': { agencies: [office.agency] },
      'directory.organisation.read': { all: true },
    }
    const local: Actor = { ...leader, rights }
    const role = (await roleByKey('reporter')).id
    const { position } = office.post('tan-hoa/society/officer')
    const give = (reach: 'unit' | 'agency' | 'subtree' | 'all', actor = local) =>
      house.run(grantRole, { position, role, reach, from: '2026-11-01' }, actor)
    await expect(give('all')).rejects.toMatchObject({ code: 'directory.grant-beyond-own-reach', field: 'reach' })
    await give('subtree')
    await expect(give('agency', leader)).rejects.toMatchObject({ code: 'kernel.forbidden' })
    const above = office.post('province/office/reporter').position
    await expect(
      house.run(grantRole, { position: above, role, reach: 'unit', from: '2026-11-01' }, local),
    ).rejects.toMatchObject({
      code: 'kernel.forbidden',
    })
    const whole = { ...local, rights: { 'directory.role.edit': { agencies: [office.province] } } }
    await expect(
      house.run(grantRole, { position: above, role, reach: 'subtree', from: '2026-11-01' }, whole),
    ).rejects.toMatchObject({
      code: 'directory.grant-beyond-own-reach',
    })
    const grant = await house.pool.query('select id from directory.role_grant where position = $1 limit 1', [position])
    await expect(house.run(endGrant, { grant: grant.rows[0].id, last: '2026-11-30' }, leader)).rejects.toMatchObject({
      code: 'kernel.forbidden',
    })
    await house.facts()
  })
})

describe('the permissions that exist', () => {
  test('are kept as the modules declare them; the same list again changes nothing', async () => {
    const { permissions } = await house.run(listRoles, {})
    const more = [
      ...permissions,
      { name: 'casework.dossier.receive', module: 'casework', vi: 'Tiếp nhận hồ sơ', en: 'Receive dossiers' },
    ]
    expect(await house.run(registerPermissions, { permissions: more })).toEqual({ added: 1, removed: 0 })
    expect(await house.facts()).toMatchObject([
      { event: 'directory.permissions-registered', data: { added: ['casework.dossier.receive'], removed: [] } },
    ])
    expect(await house.run(registerPermissions, { permissions: more })).toEqual({ added: 0, removed: 0 })
    expect((await roleByKey('counter-clerk')).covers).toEqual(['casework.dossier.receive'])
    expect(await house.run(registerPermissions, { permissions })).toEqual({ added: 0, removed: 1 })
    await house.facts()
  })
})

describe('the roles of a one-stop house', () => {
  test('are there from the start, each with who has it', async () => {
    const { roles } = await house.run(listRoles, {}, office.actor.administrator)
    const built = ['counter-clerk', 'officer', 'division-head', 'leader', 'records-clerk', 'result-clerk', 'supervisor']
    const more = ['catalogue-administrator', 'system-administrator', 'reporter']
    expect(roles.map(role => role.key)).toEqual(expect.arrayContaining([...built, ...more]))
    const clerk = roles.find(role => role.key === 'counter-clerk')!
    expect(clerk.positions).toBe(10)
    const seen = await house.run(showRole, { role: clerk.id }, office.actor.leader)
    expect(seen.holders.map(one => one.person)).toContain('Lê Thu Hằng')
    expect(seen.holders).toHaveLength(2)
    await expect(house.run(listRoles, {}, office.actor.clerk)).rejects.toMatchObject({ code: 'kernel.forbidden' })
  })
})

describe('a role that comes with the program', () => {
  test('gets a right it lacked once, told in the journal and to whoever is signed in, and keeps what an agency has added', async () => {
    const sql = await readFile(new URL('../../../migrations/0006-registers-are-voided.sql', import.meta.url), 'utf8')
    const asOwner = async (text: string) => await house.pool.query(`set role none; ${text}; set role congso_app`)
    const rights = async () =>
      (await house.pool.query<{ version: number }>('select version from kernel.rights')).rows[0]!.version
    await asOwner(
      `update directory.role set permissions = array['casework.*', 'reports.casework.read'] where key = 'records-clerk'`,
    )
    const before = await rights()
    await asOwner(sql)
    const clerk = await roleByKey('records-clerk')
    expect(clerk.permissions).toEqual(['casework.*', 'numbering.number.void', 'reports.casework.read'])
    expect(await rights()).toBe(before + 1)
    expect(await house.facts()).toMatchObject([
      {
        event: 'directory.role-changed',
        subject: clerk.id,
        account: null,
        data: { name: 'Văn thư', added: ['numbering.number.void'], removed: [] },
      },
    ])
    await asOwner(sql)
    expect((await roleByKey('records-clerk')).permissions).toEqual(clerk.permissions)
    expect(await house.facts()).toEqual([])
  })
})
