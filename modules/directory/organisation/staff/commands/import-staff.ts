import { localDate, pathTo, type Id, type InputOf, type ReplyOf } from '@congso/kernel/contract'
import { newId, type Ctx } from '@congso/kernel/server'
import { showAgency } from '../../agency/contract.ts'
import { lockAgency } from '../../agency/store/agency.ts'
import { guard } from '../../domain/guard.ts'
import type { StaffStep } from '../../domain/staff-plan.ts'
import { rankOfTitle, usualReach } from '../../domain/standard-title.ts'
import { personAdded } from '../../person/events.ts'
import { personAppointed, positionOpened } from '../../position/events.ts'
import { roleGranted } from '../../role/events.ts'
import { reachesAsFarAs } from '../../role/queries/own-reach.ts'
import { bumpRights } from '../../store/rights-version.ts'
import { refuse, type importStaff as endpoint } from '../contract.ts'
import { staffImported } from '../events.ts'
import { personBeyond } from '../queries/person-beyond.ts'
import type { StaffNames } from '../queries/staff-known.ts'
import { staffSteps } from '../queries/staff-steps.ts'
import { grantedTo, writeStaff } from '../store/import.ts'
import { closeSheet, readSheet } from '../store/staff-sheet.ts'
import { openAccounts, type Newcomer } from './open-accounts.ts'

const edit = 'directory.organisation.edit'
const accounts = 'directory.account.edit'

/**
 * Imports a kept sheet: planned again now, all rows or none. Giving roles needs the right to edit roles as well, and opening
 * accounts the right to edit accounts, of everybody who gets one.
 */
export async function importStaff(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<ReplyOf<typeof endpoint>> {
  const sheet = await readSheet(ctx.db, input.sheet)
  const agency = sheet.agency
  guard(ctx.actor, edit, { agency })
  // Two imports into one agency come one after the other, so that neither adds whom the other adds.
  await lockAgency(ctx.db, agency)
  if (sheet.imported_at !== null) refuse('directory.staff-sheet-imported')
  const { names, steps, findings } = await staffSteps(ctx.db, agency, sheet.cells, ctx.now)
  if (findings.length > 0) refuse('directory.staff-sheet-faulty', { count: findings.length })
  const work = rowsFor(ctx, steps, names)
  const has = await grantedTo(
    ctx.db,
    work.grants.map(one => one.position),
    localDate(ctx.now),
  )
  const grants = work.grants.filter(one => !has.has(`${one.position} ${one.role}`))
  if (grants.length > 0) guard(ctx.actor, 'directory.role.edit', { agency })
  if (work.holdings.length + grants.length + work.newcomers.length === 0) refuse('directory.staff-sheet-unchanged')
  await guardAccounts(ctx, agency, work.newcomers)
  const filled = work.holdings.map(one => one.position)
  if (!(await reachesAsFarAs(ctx, edit, agency, filled))) refuse('directory.position-beyond-own-reach')
  if (!(await closeSheet(ctx.db, sheet.id, ctx.now))) refuse('directory.staff-sheet-imported')
  await writeStaff(ctx.db, { ...work, grants })
  await bumpRights(ctx.db)
  recordAll(ctx, agency, { ...work, grants }, names)
  const back = pathTo(showAgency, { agency })
  const shown = work.newcomers.length > 0 ? await openAccounts(ctx, agency, work.newcomers, back) : null
  const done = {
    agency,
    people: work.people.length,
    positions: work.positions.length,
    appointed: work.holdings.length,
    granted: grants.length,
    accounts: work.newcomers.length,
    unchanged: steps.filter(step => step.state === 'unchanged').length,
  }
  ctx.record(staffImported, { subject: sheet.id, agency, data: done })
  return { ...done, shown }
}

/** Passwords are made to be hard to compute: more accounts at once would hold the database for too long. */
const mostAccounts = 200

async function guardAccounts(ctx: Ctx, agency: Id<'agency'>, newcomers: readonly Newcomer[]): Promise<void> {
  if (newcomers.length === 0) return
  guard(ctx.actor, accounts, { agency })
  if (newcomers.length > mostAccounts)
    refuse('directory.staff-accounts-many', { count: newcomers.length, most: mostAccounts })
  const beyond = await personBeyond(
    ctx.db,
    newcomers.map(one => one.person),
    ctx.scope(accounts),
    ctx.now,
  )
  if (beyond !== null) refuse('directory.staff-account-beyond-reach', { name: beyond })
}

type Work = ReturnType<typeof rowsFor>

function rowsFor(ctx: Ctx, steps: readonly StaffStep[], names: StaffNames) {
  const all = steps.map(step => {
    const { entry, state, account } = step
    const rank = rankOfTitle(entry.title, names.ranks)
    const position = step.position ?? newId<'position'>(ctx.now)
    const person = step.person ?? newId<'person'>(ctx.now)
    const dated = { valid_from: entry.startDate, valid_to: null }
    const isAppointed = state === 'appointed'
    const units = isAppointed && step.position === null ? names.units.filter(one => one.id === entry.unit) : []
    const roles = isAppointed || step.position ? names.roles.filter(one => entry.roles.includes(one.id)) : []
    return {
      newcomers: account === null ? [] : [{ person, name: entry.name, userName: account }],
      people: step.person === null ? [personRow(person, step)] : [],
      positions: units.map(unit => ({ id: position, unit: unit.id, title: entry.title, rank, sort: 0, ...dated })),
      holdings: isAppointed ? [{ id: newId<'holding'>(ctx.now), position, person, ...dated }] : [],
      grants: roles.map(role => ({
        id: newId<'grant'>(ctx.now),
        position,
        role: role.id,
        reach: usualReach(rank),
        ...dated,
      })),
    }
  })
  return {
    newcomers: all.flatMap(one => one.newcomers),
    people: all.flatMap(one => one.people),
    positions: all.flatMap(one => one.positions),
    holdings: all.flatMap(one => one.holdings),
    grants: all.flatMap(one => one.grants),
  }
}

function personRow(id: Id<'person'>, { entry }: StaffStep) {
  const { name, birthDate, phone, email } = entry
  return { id, name, birth_date: birthDate, phone: phone ?? '', email: email ?? '' }
}

function recordAll(ctx: Ctx, agency: Id<'agency'>, work: Work, names: StaffNames): void {
  for (const { id, name, birth_date: birthDate, phone, email } of work.people)
    ctx.record(personAdded, { subject: id, agency, data: {}, personal: { name, birthDate, phone, email } })
  for (const { id, unit, title, rank, valid_from: from } of work.positions)
    ctx.record(positionOpened, { subject: id, agency, data: { unit, title, rank, from } })
  for (const { person, position, valid_from: from } of work.holdings)
    ctx.record(personAppointed, { subject: person, agency, data: { position, from, to: null } })
  for (const { position, role, reach, valid_from: from } of work.grants) {
    const key = names.roles.find(one => one.id === role)?.code ?? ''
    ctx.record(roleGranted, { subject: position, agency, data: { role, key, reach, from, to: null } })
  }
}
