import type { InputOf, ReplyOf } from '@congso/kernel/contract'
import { newId, type Ctx } from '@congso/kernel/server'
import { writeEventNames } from '../../audit/store/event-name.ts'
import { bumpRights } from '../../store/rights-version.ts'
import type { registerPermissions as endpoint } from '../contract.ts'
import { permissionsRegistered } from '../events.ts'
import { guard } from '../../domain/guard.ts'
import { readPermissions, writePermissions } from '../store/permission.ts'

/** Keeps the lists of permissions and of kinds of facts that exist. Patterns in roles mean what is on it, so sessions ask anew when it changes. */
export async function registerPermissions(
  ctx: Ctx,
  input: InputOf<typeof endpoint>,
): Promise<ReplyOf<typeof endpoint>> {
  guard(ctx.actor, 'directory.role.edit', { agency: null })
  const known = await readPermissions(ctx.db)
  const before = new Set(known.map(one => one.name))
  const after = new Set(input.permissions.map(one => one.name))
  const added = [...after].filter(name => !before.has(name)).toSorted()
  const removed = [...before].filter(name => !after.has(name)).toSorted()
  await writePermissions(ctx.db, input.permissions)
  if (input.events) await writeEventNames(ctx.db, input.events)
  if (added.length + removed.length > 0) {
    await bumpRights(ctx.db)
    ctx.record(permissionsRegistered, { subject: newId(ctx.now), data: { added, removed } })
  }
  return { added: added.length, removed: removed.length }
}
