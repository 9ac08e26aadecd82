import { covers, forbidden, notFound, Refusal, type Actor, type Finding } from '@congso/kernel/contract'

/** Where a thing belongs, as rights are counted; an agency of null means the whole house. */
export type Belongs = { agency: string | null; unit?: string | null; position?: string | null }

/** Lets the actor pass who holds the permission over the thing; who may not even read it learns nothing of it. */
export function guard(actor: Actor, permission: string, thing: Belongs, read = 'directory.organisation.read'): void {
  if (covers(actor, permission, thing)) return
  if (thing.agency === null || covers(actor, read, thing)) forbidden(permission)
  notFound()
}

/** Refuses with the first finding of a rule, at the field it speaks of; nothing happens when there is none. */
export function refuseFinding(findings: readonly Finding[], field?: string, more?: Finding['params']): void {
  const [first] = findings
  if (first) throw new Refusal(first.code, { ...first.params, ...more }, 409, field)
}
