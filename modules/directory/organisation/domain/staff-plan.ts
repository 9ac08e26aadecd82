import { fold, type Id } from '@congso/kernel/contract'
import type { RowFinding, StaffEntry } from '../../domain/staff-sheet.ts'

/** Somebody the directory knows already. */
export type KnownPerson = {
  readonly id: Id<'person'>
  readonly name: string
  readonly birthDate: string | null
  readonly email: string
  /** The name of their account; null when they have none. */
  readonly userName: string | null
}

/** A position of the agency with whoever holds it on or after a day. */
export type KnownPosition = {
  readonly id: Id<'position'>
  readonly unit: string
  readonly title: string
  readonly holders: readonly string[]
  readonly validFrom: string
}

/** What is done for one row: nothing when the person has the position already, else an appointment. */
export type StaffStep = {
  readonly entry: StaffEntry
  /** Null: a new person. */
  readonly person: Id<'person'> | null
  /** Null: a new position. */
  readonly position: Id<'position'> | null
  readonly state: 'unchanged' | 'appointed'
  /** The user name of the account to open: the sheet names one, and the person has none. */
  readonly account: string | null
}

/**
 * What an import would do for each row, given what the agency has: nobody is added twice, a vacant position of the same
 * title is filled before a new one is opened. Findings say that an e-mail or a user name belongs to somebody else.
 */
export function planSteps(
  entries: readonly StaffEntry[],
  people: readonly KnownPerson[],
  positions: readonly KnownPosition[],
): { steps: StaffStep[]; findings: RowFinding[] } {
  const used = new Set<string>()
  const findings: RowFinding[] = []
  const steps = entries.map((entry): StaffStep => {
    const sameUnit = positions.filter(one => one.unit === entry.unit && fold(one.title) === fold(entry.title))
    const taken = people.find(one => sameEmail(one, entry) && fold(one.name) !== fold(entry.name))
    if (taken)
      findings.push({
        row: entry.row,
        path: 'email',
        code: 'directory.staff-value-taken',
        params: { name: taken.name },
      })
    const accountOf = (person: KnownPerson | undefined): string | null => {
      const { account, finding } = planAccount(entry, person, people)
      if (finding) findings.push(finding)
      return account
    }
    const alike = people.filter(one => fold(one.name) === fold(entry.name))
    const holding = alike.find(one => sameUnit.some(post => post.holders.includes(one.id)) && !differs(one, entry))
    if (holding) {
      const post = sameUnit.find(one => one.holders.includes(holding.id) && !used.has(one.id))
      if (post) used.add(post.id)
      return { entry, person: holding.id, position: post?.id ?? null, state: 'unchanged', account: accountOf(holding) }
    }
    const person = alike.find(
      one => sameEmail(one, entry) || (one.birthDate !== null && one.birthDate === entry.birthDate),
    )
    const vacant = sameUnit.find(
      one => one.holders.length === 0 && !used.has(one.id) && one.validFrom <= entry.startDate,
    )
    if (vacant) used.add(vacant.id)
    const account = accountOf(person)
    return { entry, person: person?.id ?? null, position: vacant?.id ?? null, state: 'appointed', account }
  })
  return { steps, findings }
}

/** What a user name in the sheet asks for: an account, nothing when it is theirs already, or a finding. */
function planAccount(
  entry: StaffEntry,
  person: KnownPerson | undefined,
  people: readonly KnownPerson[],
): { account: string | null; finding: RowFinding | null } {
  const { row, userName } = entry
  if (entry.isUserNameSuggested || person?.userName === userName) return { account: null, finding: null }
  const found = (code: string, params: RowFinding['params']) => ({
    account: null,
    finding: { row, path: 'userName', code: `directory.${code}`, ...(params ? { params } : {}) },
  })
  if (person?.userName) return found('staff-account-known', { userName: person.userName })
  const owner = people.find(one => one.userName === userName)
  return owner ? found('staff-user-name-taken', { name: owner.name }) : { account: userName, finding: null }
}

function sameEmail(one: KnownPerson, entry: StaffEntry): boolean {
  return entry.email !== null && one.email.toLowerCase() === entry.email.toLowerCase()
}

/** Two people of one name in one unit are told apart by their birth dates. */
function differs(one: KnownPerson, entry: StaffEntry): boolean {
  return one.birthDate !== null && entry.birthDate !== null && one.birthDate !== entry.birthDate
}
