import type { Actor } from '@congso/kernel/contract'
import { buildAccount, type Agencies, type AgencyPlan, type Building } from '@congso/directory/testing'

/** Who works on dossiers of one kind at one place; each list has somebody. */
export type Cast = { clerks: Actor[]; heads: Actor[]; officers: Actor[]; leaders: Actor[]; records: Actor[] }

/** Everybody who acts, by the key of their post. */
export type Staff = ReadonlyMap<string, Actor>

/** Where a dossier is received, who is competent, and which unit handles it: keys of the plan. */
export type Place = { receiving: string; agency: string; unit: string }

/** An account somebody may sign in with. */
export type Known = { post: string; userName: string; password: string }

/**
 * Gives the holders of posts their accounts and returns them as they act. Those in `known` get the password given; the others
 * have a slip with a password for one sign-in, as every new account has.
 */
export async function hire(
  house: Pick<Building, 'runner' | 'modules'>,
  built: Pick<Agencies, 'post' | 'actorOf'>,
  posts: readonly string[],
  options: { known?: readonly Known[]; now?: number } = {},
): Promise<Staff> {
  const staff = new Map<string, Actor>()
  const waiting = posts.values()
  const at = options.now === undefined ? {} : { now: options.now }
  const hireNext = async () => {
    for (const key of waiting) {
      const known = options.known?.find(one => one.post === key)
      const { person } = built.post(key)
      const { account } = await buildAccount(house, {
        person,
        ...(known ? { userName: known.userName, password: known.password } : {}),
        ...at,
      })
      staff.set(key, { ...(await built.actorOf(key)), account })
    }
  }
  // Hashing a password takes a core for a moment: one each.
  await Promise.all([hireNext(), hireNext()])
  return staff
}

/** The posts of a plan that work on dossiers, as far as the agencies named. */
export function workingPosts(plan: readonly AgencyPlan[], agencies: readonly string[]): string[] {
  return postsOf(plan)
    .filter(({ agency, rank }) => agencies.includes(agency) && workingRanks.has(rank))
    .map(({ key }) => key)
}

/** Who takes part in the dossiers of a place. Throws RangeError when the plan has nobody for a part. */
export function castOf(plan: readonly AgencyPlan[], staff: Staff, { receiving, agency, unit }: Place): Cast {
  const posts = postsOf(plan)
  const find = (ranks: readonly string[], fits: (post: PlannedPost) => boolean) =>
    posts.filter(post => ranks.includes(post.rank) && fits(post)).flatMap(post => staff.get(post.key) ?? [])
  const cast: Cast = {
    clerks: find(['clerk'], post => post.agency === receiving),
    heads: find(['head'], post => post.agency === agency && post.unit === unit),
    officers: find(['officer'], post => post.agency === agency && post.unit === unit),
    leaders: [...find(['leader'], post => post.agency === agency), ...find(['deputy'], post => post.agency === agency)],
    records: find(['records'], post => post.agency === agency),
  }
  if (cast.clerks.length === 0 || cast.leaders.length === 0)
    throw new RangeError(`nobody receives or signs for ${receiving} → ${agency}/${unit}`)
  return cast
}

type PlannedPost = { key: string; agency: string; unit: string; rank: string }

const workingRanks: ReadonlySet<string> = new Set(['leader', 'deputy', 'head', 'officer', 'clerk', 'records'])

function postsOf(plan: readonly AgencyPlan[]): PlannedPost[] {
  return plan.flatMap(agency =>
    agency.units.flatMap(unit =>
      unit.positions.map(position => ({
        key: `${agency.key}/${unit.key}/${position.key}`,
        agency: agency.key,
        unit: unit.key,
        rank: position.rank,
      })),
    ),
  )
}
