import { describe, expect, it } from 'vitest'
import { ethnicGroups } from './ethnic-name.ts'
import { idNumberWarnings, readDate, readIdNumber, readPersonName, readPhone } from './person.ts'
import { seeded } from './seeded.ts'
import { suggestUserName } from './user-name.ts'
import { demoName, demoOptions, demoPeople, isGeneratedIdNumber, isGeneratedPhone } from './vietnamese-name.ts'

const run = (seed: string) => Array.from({ length: 20_000 }, seeded(seed).next)
const name = (group: (typeof ethnicGroups)[number], sex: 'male' | 'female') =>
  demoName(seeded(`${group}${sex}`), group, sex)

describe('a seeded stream', () => {
  it('is the same for a seed, another for another, and even', () => {
    expect(run('a')).toEqual(run('a'))
    expect(run('a')).not.toEqual(run('b'))
    const mean = run('a').reduce((sum, value) => sum + value, 0) / 20_000
    expect(mean).toBeGreaterThan(0.49)
    expect(mean).toBeLessThan(0.51)
    expect(run('a').every(value => value >= 0 && value < 1)).toBe(true)
  })

  it('picks within limits and by weight', () => {
    const random = seeded('weights')
    const picked = Array.from({ length: 4000 }, () =>
      random.weighted([
        ['rare', 1],
        ['common', 3],
        ['never', 0],
      ]),
    )
    const share = picked.filter(one => one === 'common').length / 4000
    expect(share).toBeGreaterThan(0.71)
    expect(share).toBeLessThan(0.79)
    expect(picked).not.toContain('never')
    expect(new Set(Array.from({ length: 100 }, () => random.below(3)))).toEqual(new Set([0, 1, 2]))
    expect(() => random.pick([])).toThrow(RangeError)
    expect(() => random.weighted([['x', 0]])).toThrow(RangeError)
  })
})

describe('demo people', () => {
  const people = demoPeople('demo', 3000)

  it('are the same for the same seed', () => {
    expect(demoPeople('demo', 50)).toEqual(people.slice(0, 50))
    expect(demoPeople('other', 50)).not.toEqual(people.slice(0, 50))
  })

  it('pass every check real people pass, with numbers marked as generated and shared by nobody', () => {
    for (const person of people) {
      expect(readPersonName(person.name)).toBe(person.name)
      expect(readPhone(person.phone)).toBe(person.phone)
      expect(readIdNumber(person.idNumber)).toBe(person.idNumber)
      expect(readDate(person.birthDate)).toBe(person.birthDate)
      expect(
        idNumberWarnings(person.idNumber, { birthYear: Number(person.birthDate.slice(0, 4)), sex: person.sex }),
      ).toEqual([])
      expect(suggestUserName(person.name, () => false)).not.toBeNull()
      expect(isGeneratedIdNumber(person.idNumber) && isGeneratedPhone(person.phone)).toBe(true)
    }
    expect(new Set(people.map(one => one.idNumber)).size).toBe(3000)
    expect(new Set(people.map(one => one.phone)).size).toBe(3000)
  })

  it('are of every group asked for, both sexes, and born in the years asked for', () => {
    expect(new Set(people.map(one => one.ethnicGroup))).toEqual(new Set(demoOptions.groups.map(([group]) => group)))
    expect(new Set(people.map(one => one.sex))).toEqual(new Set(['male', 'female']))
    expect(people.every(one => one.birthDate >= demoOptions.bornFrom && one.birthDate <= demoOptions.bornTo)).toBe(true)
    const young = demoPeople('young', 20, { bornFrom: '2000-02-29', bornTo: '2000-02-29', groups: [['Mông', 1]] })
    expect(young.every(one => one.birthDate === '2000-02-29' && one.ethnicGroup === 'Mông')).toBe(true)
  })

  it('are named as their people name them', () => {
    expect(name('Mông', 'male')).toMatch(/^\p{L}+ A \p{L}+$/u)
    expect(name('Ê Đê', 'female')).toMatch(/^H'\p{L}+ \p{L}+$/u)
    expect(name('Ê Đê', 'male')).toMatch(/^Y \p{L}+ \p{L}+$/u)
    for (const group of ethnicGroups) expect(name(group, 'female')).toBe(name(group, 'female').normalize('NFC'))
  })
})
