import { addDays, type InputOf, type ReplyOf } from '@congso/kernel/contract'
import { newId, type Ctx } from '@congso/kernel/server'
import { firstGap, hasDays } from '../../../domain/period.ts'
import { guard } from '../../domain/guard.ts'
import { readPerson } from '../../person/store/person.ts'
import { reachesAsFarAs } from '../../role/queries/own-reach.ts'
import { bumpRights } from '../../store/rights-version.ts'
import { refuse, type appointPerson as endpoint } from '../contract.ts'
import { personAppointed } from '../events.ts'
import { holdersWithin, insertHolding, lockPosition } from '../store/position.ts'

const edit = 'directory.organisation.edit'

/** Gives a position to a person. A person may hold several; a position has one holder on any day. */
export async function appointPerson(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<ReplyOf<typeof endpoint>> {
  const position = await lockPosition(ctx.db, input.position)
  guard(ctx.actor, edit, {
    agency: position.agency,
    unit: position.unit,
    position: position.id,
  })
  const person = await readPerson(ctx.db, input.person)
  const days = { validFrom: input.from, validTo: input.last ? addDays(input.last, 1) : null }
  if (!hasDays(days)) refuse('directory.unit-dates-reversed', { from: input.from }, 'last')
  const outside = firstGap(days, [{ validFrom: position.valid_from, validTo: position.valid_to }])
  if (outside) refuse('directory.position-not-open', { on: outside, title: position.title }, 'from')
  const [holder] = await holdersWithin(ctx.db, position.id, days)
  if (holder) refuse('directory.position-taken', { name: holder.name, from: holder.valid_from }, 'person')
  if (!(await reachesAsFarAs(ctx, edit, position.agency, [position.id])))
    refuse('directory.position-beyond-own-reach', {}, 'person')
  const id = newId<'holding'>(ctx.now)
  await insertHolding(ctx.db, {
    id,
    position: position.id,
    person: person.id,
    valid_from: days.validFrom,
    valid_to: days.validTo,
  })
  await bumpRights(ctx.db)
  ctx.record(personAppointed, {
    subject: person.id,
    agency: position.agency,
    data: { position: position.id, from: days.validFrom, to: days.validTo },
  })
  return { holding: id, position: position.id }
}
