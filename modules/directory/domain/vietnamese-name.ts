import { addDays } from '@congso/kernel/contract'
import { namesOf, type EthnicGroup } from './ethnic-name.ts'
import type { Sex } from './person.ts'
import { seeded, type Random } from './seeded.ts'

/** A made-up person. Any likeness to a living one is chance: neither number can have been given to anybody. */
export type DemoPerson = {
  readonly name: string
  readonly sex: Sex
  readonly ethnicGroup: EthnicGroup
  /** `yyyy-mm-dd` */
  readonly birthDate: string
  readonly phone: string
  readonly idNumber: string
}

export type DemoOptions = {
  readonly bornFrom: string
  readonly bornTo: string
  /** How often each ethnic group is met; groups left out are not. */
  readonly groups: readonly (readonly [group: EthnicGroup, weight: number])[]
}

/** A north-western province, as in the demo. */
export const demoOptions: DemoOptions = {
  bornFrom: '1950-01-01',
  bornTo: '2007-12-31',
  groups: [
    ['Kinh', 40],
    ['Mường', 18],
    ['Thái', 16],
    ['Mông', 10],
    ['Tày', 6],
    ['Dao', 5],
    ['Nùng', 3],
    ['Khmer', 1],
    ['Ê Đê', 1],
  ],
}

/** No province code begins with 099, before or after the mergers: an identification number that does was made up here. */
const generatedProvince = '099'
/** Mobile numbers of the 03 range begin with 032–039: nobody has 030. */
const generatedPhone = '030'

/** As many made-up people as asked, the same for the same seed, none sharing a number with another. */
export function demoPeople(seed: string, count: number, options: DemoOptions = demoOptions): DemoPerson[] {
  const random = seeded(seed)
  const people: DemoPerson[] = []
  const numbers = new Set<string>()
  while (people.length < count) {
    const person = demoPerson(random, options)
    if (numbers.has(person.phone) || numbers.has(person.idNumber)) continue
    numbers.add(person.phone).add(person.idNumber)
    people.push(person)
  }
  return people
}

/** One made-up person from a stream. */
export function demoPerson(random: Random, options: DemoOptions = demoOptions): DemoPerson {
  const sex: Sex = random.below(2) === 0 ? 'male' : 'female'
  const ethnicGroup = random.weighted(options.groups)
  const days = (Date.parse(options.bornTo) - Date.parse(options.bornFrom)) / 86_400_000
  const birthDate = addDays(options.bornFrom, random.below(days + 1))
  return {
    name: demoName(random, ethnicGroup, sex),
    sex,
    ethnicGroup,
    birthDate,
    phone: generatedPhone + digits(random, 7),
    idNumber: generatedProvince + centuryAndSex(birthDate, sex) + birthDate.slice(2, 4) + digits(random, 6),
  }
}

/** A made-up name as people of the group bear them. */
export function demoName(random: Random, group: EthnicGroup, sex: Sex): string {
  const names = namesOf(group)
  const family = random.weighted(names.families)
  const middle = random.pick(names.middles[sex])
  const given = random.pick(names.givens[sex])
  if (names.order === 'family-last') return sex === 'male' ? `Y ${given} ${family}` : `H'${given} ${family}`
  return [family, middle, given].filter(word => word !== '').join(' ')
}

/** Whether an identification number was made up here. */
export function isGeneratedIdNumber(idNumber: string): boolean {
  return idNumber.startsWith(generatedProvince)
}

/** Whether a telephone number was made up here. */
export function isGeneratedPhone(phone: string): boolean {
  return phone.startsWith(generatedPhone)
}

function centuryAndSex(birthDate: string, sex: Sex): string {
  const century = Math.floor(Number(birthDate.slice(0, 4)) / 100) - 19
  return String(century * 2 + (sex === 'male' ? 0 : 1))
}

function digits(random: Random, count: number): string {
  return String(random.below(10 ** count)).padStart(count, '0')
}
