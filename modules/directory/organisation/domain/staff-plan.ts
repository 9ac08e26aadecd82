import { fold, type Id } from '@congso/kernel/contract'
import type { RowFinding, StaffEntry } from '../../domain/staff-sheet.ts'

/** Somebody the directory knows already. */
export type KnownPerson = {
  readonly id: Id<'person'>
  readonly name: string
  readonly birthDate: string | null
  readonly email: string
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
}

/**
 * What an import would do for each row, given what the agency has: nobody is added twice, a vacant position of the same
 * title is filled before a new one is opened. A finding says that an e-mail belongs to somebody of another name.
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
    const alike = people.filter(one => fold(one.name) === fold(entry.name))
    const holding = alike.find(one => sameUnit.some(post => post.holders.includes(one.id)) && !differs(one, entry))
    if (holding) {
      const post = sameUnit.find(one => one.holders.includes(holding.id) && !used.has(one.id))
      if (post) used.add(post.id)
      return { entry, person: holding.id, position: post?.id ?? null, state: 'unchanged' }
    }
    const person = alike.find(
      one => sameEmail(one, entry) || (one.birthDate !== null && one.birthDate === entry.birthDate),
    )
    const vacant = sameUnit.find(
      one => one.holders.length === 0 && !used.has(one.id) && one.validFrom <= entry.startDate,
    )
    if (vacant) used.add(vacant.id)
    return { entry, person: person?.id ?? null, position: vacant?.id ?? null, state: 'appointed' }
  })
  return { steps, findings }
}

function sameEmail(one: KnownPerson, entry: StaffEntry): boolean {
  return entry.email !== null && one.email.toLowerCase() === entry.email.toLowerCase()
}

/** Two people of one name in one unit are told apart by their birth dates. */
function differs(one: KnownPerson, entry: StaffEntry): boolean {
  return one.birthDate !== null && entry.birthDate !== null && one.birthDate !== entry.birthDate
}
