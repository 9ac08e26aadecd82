import type { InputOf, ReplyOf } from '@congso/kernel/contract'
import { newId, type Ctx } from '@congso/kernel/server'
import { refuse, type addPerson as endpoint } from '../contract.ts'
import { personAdded } from '../events.ts'
import { findLikely, insertPeople } from '../store/person.ts'
import { describedPerson, personalOf } from './described-person.ts'

/** Adds a person. One person is one row, however many positions they hold, so a likely double is refused first. */
export async function addPerson(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<ReplyOf<typeof endpoint>> {
  const described = describedPerson(input, ctx.now)
  const likely = input.anyway ? null : await findLikely(ctx.db, described)
  if (likely) refuse('directory.person-exists', { name: likely.name }, 'name')
  const id = newId<'person'>(ctx.now)
  await insertPeople(ctx.db, [{ id, ...described }])
  ctx.record(personAdded, { subject: id, data: {}, personal: personalOf(described) })
  return { person: id }
}
