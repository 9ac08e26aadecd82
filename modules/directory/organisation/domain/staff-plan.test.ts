import type { Id } from '@congso/kernel/contract'
import { describe, expect, it } from 'vitest'
import type { StaffEntry } from '../../domain/staff-sheet.ts'
import { planSteps, type KnownPerson, type KnownPosition } from './staff-plan.ts'

const entry = (change: Partial<StaffEntry> = {}): StaffEntry => ({
  row: 2,
  name: 'Lò Thị Ín',
  birthDate: '1990-02-01',
  sex: null,
  idNumber: null,
  phone: null,
  email: null,
  userName: 'in.lt',
  isUserNameSuggested: true,
  unit: 'economy',
  title: 'Chuyên viên',
  roles: [],
  startDate: '2026-11-19',
  ...change,
})
const known = (id: string, change: Partial<KnownPerson> = {}): KnownPerson => ({
  id: id as Id<'person'>,
  name: 'Lò Thị Ín',
  birthDate: '1990-02-01',
  email: '',
  userName: null,
  ...change,
})
const post = (id: string, holders: string[] = [], change: Partial<KnownPosition> = {}): KnownPosition => ({
  id: id as Id<'position'>,
  unit: 'economy',
  title: 'Chuyên viên',
  holders,
  validFrom: '2025-07-01',
  ...change,
})
const plan = (entries: StaffEntry[], people: KnownPerson[] = [], positions: KnownPosition[] = []) =>
  planSteps(entries, people, positions).steps.map(({ person, position, state }) => [person, position, state])

describe('a row of a sheet', () => {
  it.each<[string, StaffEntry[], KnownPerson[], KnownPosition[], unknown[]]>([
    ['adds somebody new in a new position', [entry()], [], [], [[null, null, 'appointed']]],
    ['knows somebody by name and birth date', [entry()], [known('p')], [], [['p', null, 'appointed']]],
    [
      'knows somebody by e-mail',
      [entry({ birthDate: null, email: 'In@x.vn' })],
      [known('p', { email: 'in@x.vn' })],
      [],
      [['p', null, 'appointed']],
    ],
    [
      'takes another birth date for another person',
      [entry()],
      [known('p', { birthDate: '1991-01-01' })],
      [],
      [[null, null, 'appointed']],
    ],
    [
      'takes a name alone for another person',
      [entry({ birthDate: null })],
      [known('p', { birthDate: null })],
      [],
      [[null, null, 'appointed']],
    ],
    [
      'changes nothing for who is there',
      [entry({ birthDate: null })],
      [known('p')],
      [post('a', ['p'])],
      [['p', 'a', 'unchanged']],
    ],
    [
      'is not that person when the birth date differs',
      [entry()],
      [known('p', { birthDate: '1991-01-01' })],
      [post('a', ['p'])],
      [[null, null, 'appointed']],
    ],
    [
      'fills a vacant position once',
      [entry(), entry({ row: 3, name: 'Mùa A Vừ' })],
      [],
      [post('a')],
      [
        [null, 'a', 'appointed'],
        [null, null, 'appointed'],
      ],
    ],
    [
      'does not fill one that opens later',
      [entry()],
      [],
      [post('a', [], { validFrom: '2027-01-01' })],
      [[null, null, 'appointed']],
    ],
    [
      'does not fill one of another unit or title',
      [entry()],
      [],
      [post('a', [], { unit: 'x' }), post('b', [], { title: 'Văn thư' })],
      [[null, null, 'appointed']],
    ],
  ])('%s', (_, entries, people, positions, expected) => {
    expect(plan(entries, people, positions)).toEqual(expected)
  })

  it('is refused when its e-mail belongs to somebody of another name', () => {
    const { findings } = planSteps(
      [entry({ email: 'a@x.vn' })],
      [known('p', { name: 'Hà Văn Sểnh', email: 'a@x.vn' })],
      [],
    )
    expect(findings).toEqual([
      { row: 2, path: 'email', code: 'directory.staff-value-taken', params: { name: 'Hà Văn Sểnh' } },
    ])
  })
})

describe('a user name in the sheet', () => {
  const named = entry({ userName: 'in.lt', isUserNameSuggested: false })
  it.each<[string, StaffEntry, KnownPerson[], string | null, string[]]>([
    ['opens an account for somebody new', named, [], 'in.lt', []],
    ['opens one for somebody known who has none', named, [known('p')], 'in.lt', []],
    ['is theirs already', named, [known('p', { userName: 'in.lt' })], null, []],
    ['that was only suggested opens nothing', entry(), [], null, []],
    [
      'is not given to who has another',
      named,
      [known('p', { userName: 'lo.in' })],
      null,
      ['directory.staff-account-known'],
    ],
    [
      'belongs to somebody else',
      named,
      [known('q', { name: 'Lò Văn In', userName: 'in.lt' })],
      null,
      ['directory.staff-user-name-taken'],
    ],
  ])('%s', (_, row, people, account, codes) => {
    const { steps, findings } = planSteps([row], people, [])
    expect(steps.map(one => one.account)).toEqual([account])
    expect(findings.map(one => one.code)).toEqual(codes)
  })
})
