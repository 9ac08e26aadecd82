import { command, DateOnly, Line, Maybe, OneOf, OrNull, query, refusals, Type } from '@congso/kernel/contract'
import type { Static } from '@congso/kernel/contract'

export const { refuse, list } = refusals('directory', ['admin-unit-parent-unknown', 'admin-unit-unknown'] as const)

const strict = { additionalProperties: false }
const Code = Type.String({ minLength: 2, maxLength: 5, pattern: '^(\\d{2}|\\d{5})$' })
const Kind = OneOf(['city', 'province', 'ward', 'commune', 'special-zone'])
const text = Type.String({ maxLength: 200 })

const UnitVersion = Type.Object(
  {
    code: Code,
    level: OneOf(['province', 'commune']),
    type: Kind,
    name: Line(200),
    fullName: Line(250),
    parentCode: OrNull(Code),
    validFrom: DateOnly(),
    validTo: OrNull(DateOnly()),
    decree: text,
  },
  strict,
)
const Former = Type.Object(
  { code: OrNull(text), name: Line(200), district: text, province: text, successors: Type.Array(Code) },
  strict,
)

export const importAdminUnits = command({
  id: 'directory.import-admin-units',
  path: '/directory/places',
  permission: 'directory.organisation.edit',
  summary:
    'Loads provinces and communes with their versions (Decision 19/2025 of the Prime Minister) and the communes before them; loading the same again changes nothing.',
  refusals: list,
  recordsNothing: 'Loading what is loaded already changes nothing.',
  input: Type.Object({ units: Type.Array(UnitVersion), former: Type.Array(Former) }, strict),
  reply: Type.Object({
    units: Type.Integer(),
    versions: Type.Integer(),
    added: Type.Integer(),
    removed: Type.Integer(),
  }),
})

const Place = Type.Object({
  code: Type.String(),
  fullName: Type.String(),
  kind: Type.String(),
  province: OrNull(Type.Object({ code: Type.String(), fullName: Type.String() })),
})
export type Place = Static<typeof Place>

export const listPlaces = query({
  id: 'directory.list-places',
  path: '/directory/places',
  permission: 'signed-in',
  summary:
    'Provinces with how many communes they have; the communes of one; or places found by words, a hundred at most.',
  input: Type.Object({ q: Maybe(Type.String({ maxLength: 100 })), province: Maybe(Code) }, strict),
  reply: Type.Object({
    q: Type.String(),
    provinces: Type.Array(
      Type.Object({
        code: Type.String(),
        fullName: Type.String(),
        communes: Type.Integer(),
        wards: Type.Integer(),
        zones: Type.Integer(),
      }),
    ),
    province: OrNull(Place),
    places: Type.Array(Place),
  }),
})
export type PlacesView = Static<typeof listPlaces.reply>

export const showPlace = query({
  id: 'directory.show-place',
  path: '/directory/places/:code',
  permission: 'signed-in',
  summary: 'A province or commune with its versions, and the communes it was made from.',
  input: Type.Object({ code: Code }, strict),
  reply: Type.Object({
    ...Place.properties,
    versions: Type.Array(
      Type.Object({
        fullName: Type.String(),
        validFrom: DateOnly(),
        validTo: OrNull(DateOnly()),
        decree: Type.String(),
      }),
    ),
    former: Type.Array(
      Type.Object({
        code: Type.String(),
        name: Type.String(),
        district: Type.String(),
        province: Type.String(),
        /** Into how many new communes it was divided; 1 when it went whole. */
        parts: Type.Integer(),
      }),
    ),
  }),
})
export type PlaceView = Static<typeof showPlace.reply>

export const resolveAddress = query({
  id: 'directory.resolve-address',
  path: '/directory/places/old',
  permission: 'signed-in',
  summary:
    'The new commune that an address of before 01/07/2025 lies in; the candidates when a person must choose, because it was divided or the writing fits several.',
  input: Type.Object({ province: Maybe(text), district: Maybe(text), commune: Maybe(text) }, strict),
  reply: Type.Object({
    province: Type.String(),
    district: Type.String(),
    commune: Type.String(),
    answer: OrNull(
      Type.Object({
        outcome: OneOf(['one', 'several', 'none']),
        why: OrNull(OneOf(['divided', 'ambiguous', 'district-only'])),
        unknown: OrNull(OneOf(['province', 'district', 'commune'])),
        candidates: Type.Array(
          Type.Object({
            code: Type.String(),
            fullName: Type.String(),
            province: Type.String(),
            former: OrNull(Type.String()),
            reason: OneOf(['whole', 'divided', 'current']),
          }),
        ),
      }),
    ),
  }),
})
export type ResolveView = Static<typeof resolveAddress.reply>
