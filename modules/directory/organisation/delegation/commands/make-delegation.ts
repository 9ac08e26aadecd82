import { addDays, atLocal, iso, localDate, type InputOf, type ReplyOf } from '@congso/kernel/contract'
import { newId, type Ctx } from '@congso/kernel/server'
import { checkDelegation } from '../../../domain/delegation.ts'
import { guard, refuseFinding } from '../../domain/guard.ts'
import { readPerson } from '../../person/store/person.ts'
import { lockPosition } from '../../position/store/position.ts'
import { reachesAsFarAs } from '../../role/queries/own-reach.ts'
import { readRightsBook } from '../../role/queries/rights-book.ts'
import { bumpRights } from '../../store/rights-version.ts'
import { refuse, type makeDelegation as endpoint } from '../contract.ts'
import { delegationMade } from '../events.ts'
import { insertDelegation } from '../store/delegation.ts'

/** Lends rights of a position. From today means from this moment: nobody is authorised for what is already done. */
export async function makeDelegation(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<ReplyOf<typeof endpoint>> {
  const position = await lockPosition(ctx.db, input.position)
  const { id, agency, unit } = position
  guard(ctx.actor, 'directory.delegation.edit', { agency, unit, position: id })
  const reaches = id === ctx.actor.position || (await reachesAsFarAs(ctx, 'directory.delegation.edit', agency, [id]))
  if (!reaches) refuse('directory.position-beyond-own-reach', {}, 'person')
  const person = await readPerson(ctx.db, input.person)
  const today = localDate(ctx.now)
  if (input.from < today) refuse('directory.delegation-in-past', { today }, 'from')
  const permissions = input.permissions && input.permissions.length > 0 ? input.permissions : null
  const delegation = newId<'delegation'>(ctx.now)
  const days = { validFrom: input.from, validTo: addDays(input.last, 1) }
  const book = await readRightsBook(ctx.db, { lender: id, borrower: person.id }, ctx.now)
  const proposal = { id: delegation, lender: id, borrower: person.id, permissions, form: input.form, ...days }
  const [finding] = checkDelegation(book, proposal, today)
  if (finding) refuseFinding([finding], fields[finding.path.split('.')[0] ?? ''], { name: person.name })
  const from = iso(Math.max(atLocal(days.validFrom), ctx.now))
  const to = iso(atLocal(days.validTo))
  await insertDelegation(ctx.db, {
    id: delegation,
    position: id,
    person: person.id,
    form: input.form,
    permissions,
    reason: input.reason,
    valid_from: from,
    valid_to: to,
    ended_at: null,
  })
  await bumpRights(ctx.db)
  const data = { position: id, person: person.id, form: input.form, permissions, reason: input.reason, from, to }
  ctx.record(delegationMade, { subject: delegation, agency, data })
  return { delegation, position: id }
}

/** Where the form asks for what a finding speaks of. */
const fields: Readonly<Record<string, string>> = { borrower: 'person', validTo: 'last', permissions: 'permissions' }
