import type { Id } from './types.ts'

/** How far one permission of an actor reaches. `own`: only what is assigned to the actor in person. */
export type Reach = { all?: boolean; agencies?: readonly string[]; units?: readonly string[]; own?: boolean }

/** Who acts: a signed-in person in one position, the system itself, or nobody known. */
export type Actor = {
  kind: 'person' | 'system' | 'anonymous'
  account: Id<'account'> | null
  person: Id<'person'> | null
  name: string
  position: Id<'position'> | null
  title: string
  unit: Id<'unit'> | null
  unitName: string
  agency: Id<'agency'> | null
  agencyName: string
  /** Only what a signed-in person must still do first, e.g. change a first password. */
  mustDo?: string
  rights: Readonly<Record<string, Reach>>
}

/** The rows one actor may see under one permission; only the runner makes one, every query takes one. */
export type Scope = Reach & { readonly __scope: true; account: string | null; position: string | null }

export const anonymous: Actor = {
  kind: 'anonymous',
  account: null,
  person: null,
  name: '',
  position: null,
  title: '',
  unit: null,
  unitName: '',
  agency: null,
  agencyName: '',
  rights: {},
}

/** The system acting by itself, in reactions, jobs and imports; `name` says which part. */
export function systemActor(name: string): Actor {
  return { ...anonymous, kind: 'system', name }
}

/** Whether the actor holds the permission at all, however far it reaches. */
export function holds(actor: Actor, permission: string): boolean {
  return actor.kind === 'system' || reachOf(actor, permission) !== undefined
}

/** How far the permission reaches; undefined when it is not held. `a.b.*` and `*` in a role cover what lies below. */
export function reachOf(actor: Actor, permission: string): Reach | undefined {
  if (actor.kind === 'system') return { all: true }
  return actor.rights[permission]
}

/** Whether the permission covers a thing that belongs to this agency and unit (and, for `own`, to this position). */
export function covers(
  actor: Actor,
  permission: string,
  thing: { agency?: string | null; unit?: string | null; position?: string | null },
): boolean {
  const reach = reachOf(actor, permission)
  if (!reach) return false
  if (reach.all) return true
  if (thing.agency && reach.agencies?.includes(thing.agency)) return true
  if (thing.unit && reach.units?.includes(thing.unit)) return true
  return Boolean(reach.own && thing.position && thing.position === actor.position)
}
