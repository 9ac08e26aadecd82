import { command, DateOnly, IdOf, Line, Maybe, OrNull, query, refusals, Type } from '@congso/kernel/contract'
import type { Static } from '@congso/kernel/contract'

export const { refuse, list } = refusals('directory', [
  'name-invalid',
  'phone-invalid',
  'email-invalid',
  'date-in-future',
  'person-exists',
] as const)

const strict = { additionalProperties: false }
const PersonId = IdOf<'person'>()
const Version = Type.Integer({ minimum: 1 })
const described = {
  name: Line(120),
  birthDate: Maybe(DateOnly()),
  phone: Maybe(Line(30)),
  email: Maybe(Line(254)),
}
const PersonReply = Type.Object({ person: PersonId })

export const addPerson = command({
  id: 'directory.add-person',
  path: '/directory/people',
  permission: 'directory.organisation.edit',
  summary:
    'Adds a person; refused when one of the same name and birth date, or with the same e-mail, is known, unless `anyway`.',
  refusals: list,
  input: Type.Object({ ...described, anyway: Maybe(Type.Boolean()) }, strict),
  reply: PersonReply,
})

export const changePerson = command({
  id: 'directory.change-person',
  path: '/directory/people/:person/change',
  permission: 'directory.organisation.edit',
  summary: 'Corrects name, birth date or contact of a person.',
  refusals: list,
  input: Type.Object({ person: PersonId, version: Version, ...described }, strict),
  reply: PersonReply,
})

const Place = Type.Object({
  position: IdOf<'position'>(),
  title: Type.String(),
  unit: Type.String(),
  agency: Type.String(),
  validFrom: DateOnly(),
  validTo: OrNull(DateOnly()),
})

export const listPeople = query({
  id: 'directory.list-people',
  path: '/directory/people',
  permission: 'directory.organisation.read',
  summary:
    'People by name, telephone or e-mail, with the positions they hold today; in order of name, fifty at a time.',
  input: Type.Object(
    {
      q: Maybe(Type.String({ maxLength: 100 })),
      without: Maybe(Type.Boolean()),
      after: Maybe(PersonId),
    },
    strict,
  ),
  reply: Type.Object({
    people: Type.Array(
      Type.Object({ id: PersonId, name: Type.String(), email: Type.String(), places: Type.Array(Place) }),
    ),
    q: Type.String(),
    without: Type.Boolean(),
    next: OrNull(PersonId),
    mayEdit: Type.Boolean(),
  }),
})

export const showPerson = query({
  id: 'directory.show-person',
  path: '/directory/people/:person',
  permission: 'directory.organisation.read',
  summary: 'A person: contact, positions held and to be held, accounts, and what they may do and why.',
  input: Type.Object({ person: PersonId }, strict),
  reply: Type.Object({
    id: PersonId,
    version: Version,
    name: Type.String(),
    birthDate: OrNull(DateOnly()),
    phone: Type.String(),
    email: Type.String(),
    places: Type.Array(Place),
    accounts: Type.Array(Type.Object({ id: IdOf<'account'>(), userName: Type.String(), state: Type.String() })),
    rights: Type.Array(
      Type.Object({
        permission: Type.String(),
        vi: Type.String(),
        en: Type.String(),
        reasons: Type.Array(
          Type.Object({
            via: Type.String(),
            role: Type.String(),
            roleEn: Type.String(),
            reach: Type.String(),
            position: Type.String(),
            unit: Type.String(),
            agency: Type.String(),
            form: OrNull(Type.String()),
            from: Type.String(),
            to: OrNull(Type.String()),
          }),
        ),
      }),
    ),
    mayEdit: Type.Boolean(),
  }),
})
export type PersonView = Static<typeof showPerson.reply>
