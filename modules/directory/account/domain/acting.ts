import { addDays, atLocal, epoch, iso, localDate, type Actor, type Id, type Reach } from '@congso/kernel/contract'
import { passwordDueAt } from '../../domain/password.ts'
import { boundaries, isWithin, sharedDays, type Period } from '../../domain/period.ts'
import {
  effectiveRights,
  nextChange,
  toReach,
  type Delegation,
  type Grant,
  type Holding,
  type Role,
  type RightsBook,
  type SigningForm,
} from '../../domain/right.ts'
import type { SignInPolicy } from './sign-in-policy.ts'

/** A position with its place and its own days. */
export type Place = Period & {
  id: Id<'position'>
  unit: Id<'unit'>
  unitName: string
  agency: Id<'agency'>
  agencyName: string
  title: string
  rank: string
  sort: number
}

/** A loan of rights with its moments as epoch ms. */
export type Loan = Delegation & { fromMs: number; toMs: number }

/** Everything about one account that decides as whom it may act, and what it may do then. */
export type Standing = {
  account: Id<'account'>
  person: Id<'person'>
  name: string
  preferred: Id<'position'> | null
  mustChange: boolean
  passwordAt: number | null
  hasSecondFactor: boolean
  /** An administrator demands a second factor of this very account. */
  secondFactorDemanded: boolean
  places: readonly Place[]
  holdings: readonly Holding[]
  loans: readonly Loan[]
  grants: readonly Grant[]
  roles: readonly Role[]
  permissions: readonly string[]
  /** Agencies below each agency from which a grant reaches down. */
  below: Readonly<Record<string, readonly string[]>>
}

/** A position somebody may act in now: their own, or a lent one with the form of signature it gives. */
export type Post = { place: Place; form: SigningForm | null; title: string; until: string | null }

/** The positions one may act in at a moment: own ones first in their order, then lent ones. */
export function postsOf(standing: Standing, now: number): Post[] {
  const today = localDate(now)
  const own = standing.holdings.flatMap(holding => {
    const place = placeOf(standing, holding.position)
    const days = place && sharedDays(place, holding)
    return place && days && isWithin(days, today)
      ? [{ place, form: null, title: place.title, until: days.validTo }]
      : []
  })
  own.sort((a, b) => a.place.sort - b.place.sort)
  const first = own[0]?.title
  const lent = standing.loans.flatMap((loan): Post[] => {
    const place = placeOf(standing, loan.lender)
    if (!place || !first || loan.fromMs > now || loan.toMs <= now || !isWithin(place, today)) return []
    // Decree 30/2020, Annex I: the form stands before the title signed for, the signer's own title below it.
    return [{ place, form: loan.form, title: `${loan.form} ${place.title}, ${first}`, until: iso(loan.toMs) }]
  })
  return [...own, ...lent.filter((post, at) => lent.findIndex(one => one.place.id === post.place.id) === at)]
}

export type Acting = { actor: Actor; until: number; isAdministrator: boolean; mustHaveSecondFactor: boolean }

/** As whom an account acts at a moment, in the position wanted if it may; and until when this answer holds. */
export function act(standing: Standing, wanted: string | null, policy: SignInPolicy, now: number): Acting {
  const posts = postsOf(standing, now)
  const post =
    posts.find(one => one.place.id === wanted) ?? posts.find(one => one.place.id === standing.preferred) ?? posts[0]
  const isAdministrator = posts.some(
    one => one.place.rank === 'administrator' || 'directory.account.edit' in rightsIn(standing, one, now),
  )
  const passwordDue = standing.passwordAt === null ? null : passwordDueAt(standing.passwordAt, isAdministrator)
  const mustDo = dutyOf(standing, isAdministrator, passwordDue, policy, now)
  const actor: Actor = {
    kind: 'person',
    account: standing.account,
    person: standing.person,
    name: standing.name,
    position: post?.place.id ?? null,
    title: post?.title ?? '',
    unit: post?.place.unit ?? null,
    unitName: post?.place.unitName ?? '',
    agency: post?.place.agency ?? null,
    agencyName: post?.place.agencyName ?? '',
    rights: post ? rightsIn(standing, post, now) : {},
    ...(mustDo ? { mustDo } : {}),
  }
  return {
    actor,
    until: nextMoment(standing, passwordDue, now),
    isAdministrator,
    mustHaveSecondFactor: isDemanded(standing, isAdministrator, policy),
  }
}

/** What must be done before anything else: a given password is changed, an administrator has a second factor. */
function dutyOf(
  standing: Standing,
  isAdministrator: boolean,
  passwordDue: number | null,
  policy: SignInPolicy,
  now: number,
) {
  if (standing.mustChange || (passwordDue !== null && passwordDue <= now)) return 'change-password'
  return !standing.hasSecondFactor && isDemanded(standing, isAdministrator, policy) ? 'second-factor' : undefined
}

/** Whether a second factor is demanded: of administrators by the policy, of others one by one. */
function isDemanded(standing: Standing, isAdministrator: boolean, policy: SignInPolicy): boolean {
  return standing.secondFactorDemanded || (isAdministrator && policy.secondFactorForAdministrators)
}

function rightsIn(standing: Standing, post: Post, now: number): Record<string, Reach> {
  const { rights } = effectiveRights(bookOf(standing, post, now), standing.person, now)
  const spread = (root: string) => standing.below[root] ?? []
  return Object.fromEntries(Object.entries(rights).map(([permission, reach]) => [permission, toReach(reach, spread)]))
}

/** Only what the one position gives: through holding it, or through the loans of it. */
function bookOf(standing: Standing, post: Post, now: number): RightsBook {
  const lent = post.form !== null
  return {
    positions: standing.places,
    roles: standing.roles,
    permissions: standing.permissions,
    grants: standing.grants.filter(grant => grant.position === post.place.id),
    holdings: standing.holdings.filter(holding => lent || holding.position === post.place.id),
    delegations: lent
      ? standing.loans.filter(loan => loan.lender === post.place.id && loan.fromMs <= now && loan.toMs > now)
      : [],
  }
}

/** The next moment at which anything dated about this account begins or ends. */
function nextMoment(standing: Standing, passwordDue: number | null, now: number): number {
  const book = { ...standing, positions: standing.places, delegations: standing.loans }
  const dated: readonly Period[] = [...standing.places, ...standing.holdings]
  const moments = [
    nextChange(book, standing.person, now) ?? Infinity,
    ...dated.flatMap(boundaries).map(date => atLocal(date)),
    ...standing.loans.flatMap(loan => [loan.fromMs, loan.toMs]),
    passwordDue ?? Infinity,
  ]
  return Math.min(...moments.filter(moment => moment > now), Infinity)
}

/** A loan from moment to moment, as the days it touches: the moments themselves are checked beside. */
export function loanFrom(row: {
  id: string
  position: string
  person: string
  form: SigningForm
  permissions: readonly string[] | null
  from: string
  to: string
}): Loan {
  const fromMs = epoch(row.from)
  const toMs = epoch(row.to)
  return {
    id: row.id,
    lender: row.position,
    borrower: row.person,
    form: row.form,
    permissions: row.permissions,
    validFrom: localDate(fromMs),
    validTo: addDays(localDate(toMs - 1), 1),
    fromMs,
    toMs,
  }
}

function placeOf(standing: Standing, position: string): Place | undefined {
  return standing.places.find(place => place.id === position)
}
