import { stale, type InputOf, type ReplyOf } from '@congso/kernel/contract'
import type { Ctx } from '@congso/kernel/server'
import { changesOf } from '../../domain/changes.ts'
import { guardPerson } from '../queries/person-place.ts'
import { bumpRights } from '../../store/rights-version.ts'
import type { changePerson as endpoint } from '../contract.ts'
import { personChanged } from '../events.ts'
import { readPerson, updatePerson } from '../store/person.ts'
import { describedPerson, personalOf } from './described-person.ts'

/** Corrects what is known of a person; only who edits an agency they work in, or everywhere, may. */
export async function changePerson(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<ReplyOf<typeof endpoint>> {
  const { id, name, birth_date, phone, email } = await readPerson(ctx.db, input.person)
  await guardPerson(ctx, id)
  const after = personalOf(describedPerson(input, ctx.now))
  const before = personalOf({ name, birth_date, phone, email })
  if (!(await updatePerson(ctx.db, id, input.version, describedPerson(input, ctx.now)))) stale()
  await bumpRights(ctx.db)
  const fields = changesOf(before, after).map(one => one.field)
  ctx.record(personChanged, { subject: id, data: { fields }, personal: { before, after } })
  return { person: id }
}
