import type { InputOf, ReplyOf } from '@congso/kernel/contract'
import type { Ctx } from '@congso/kernel/server'
import { guard } from '../../domain/guard.ts'
import type { prepareStaff as endpoint } from '../contract.ts'
import { readStaffNames } from './staff-known.ts'

/** What the page of the import tells: the words a sheet may use. */
export async function prepareStaff(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<ReplyOf<typeof endpoint>> {
  guard(ctx.actor, 'directory.organisation.edit', { agency: input.agency })
  const { agency, units, titles, roles } = await readStaffNames(ctx.db, input.agency, ctx.now)
  const words = (list: readonly { name: string }[]) => list.map(one => one.name)
  return { agency, units: words(units), titles: words(titles), roles: words(roles) }
}
