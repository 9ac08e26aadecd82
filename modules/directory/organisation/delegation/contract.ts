import {
  command,
  DateOnly,
  IdOf,
  Instant,
  Line,
  Maybe,
  OneOf,
  OrNull,
  query,
  refusals,
  Type,
} from '@congso/kernel/contract'
import type { Static } from '@congso/kernel/contract'

export const { refuse, list } = refusals('directory', [
  'delegation-dates-reversed',
  'delegation-in-past',
  'delegation-expired',
  'delegation-to-self',
  'delegation-circular',
  'delegation-twice',
  'delegation-borrower-unplaced',
  'delegation-needs-end',
  'delegation-needs-content',
  'delegation-exceeds-right',
  'delegation-over',
  'position-beyond-own-reach',
] as const)

const strict = { additionalProperties: false }
const DelegationId = IdOf<'delegation'>()
const Form = OneOf(['KT.', 'TL.', 'TUQ.'])
const DelegationReply = Type.Object({ delegation: DelegationId, position: IdOf<'position'>() })

export const makeDelegation = command({
  id: 'directory.make-delegation',
  path: '/directory/positions/:position/delegation',
  permission: 'directory.delegation.edit',
  summary:
    'Lends rights of a position to a person for some days, with the form of signing of Decree 30/2020 Art. 13; without `permissions`, all of them.',
  refusals: list,
  input: Type.Object(
    {
      position: IdOf<'position'>(),
      person: IdOf<'person'>(),
      form: Form,
      permissions: Maybe(Type.Array(Line(100), { maxItems: 200 })),
      reason: Line(500),
      from: DateOnly(),
      last: DateOnly(),
    },
    strict,
  ),
  reply: DelegationReply,
})

export const endDelegation = command({
  id: 'directory.end-delegation',
  path: '/directory/delegations/:delegation/end',
  permission: 'directory.delegation.edit',
  summary: 'Takes lent rights back at once.',
  refusals: list,
  input: Type.Object({ delegation: DelegationId }, strict),
  reply: DelegationReply,
})

const Post = Type.Object({
  id: IdOf<'position'>(),
  title: Type.String(),
  unit: Type.String(),
  holder: OrNull(Type.String()),
})

export const listDelegations = query({
  id: 'directory.list-delegations',
  path: '/directory/delegations',
  permission: 'directory.organisation.read',
  summary:
    'Rights lent in the agencies the reader may see: those that hold, those to come, or the last hundred that are over.',
  input: Type.Object({ state: Maybe(OneOf(['now', 'coming', 'over'])) }, strict),
  reply: Type.Object({
    state: OneOf(['now', 'coming', 'over']),
    delegations: Type.Array(
      Type.Object({
        id: DelegationId,
        form: Form,
        lender: Type.String(),
        lenderTitle: Type.String(),
        position: IdOf<'position'>(),
        unit: Type.String(),
        agency: Type.String(),
        person: IdOf<'person'>(),
        borrower: Type.String(),
        permissions: OrNull(Type.Array(Type.String())),
        reason: Type.String(),
        validFrom: Instant(),
        validTo: Instant(),
        endedAt: OrNull(Instant()),
        mayEnd: Type.Boolean(),
      }),
    ),
    /** Positions of the reader's own agency whose rights the reader may lend. */
    lendable: Type.Array(Post),
  }),
})
export type DelegationsView = Static<typeof listDelegations.reply>

export const prepareDelegation = query({
  id: 'directory.prepare-delegation',
  path: '/directory/positions/:position/delegation',
  permission: 'directory.delegation.edit',
  summary: 'What can be lent from a position, and to whom in its agency.',
  input: Type.Object({ position: IdOf<'position'>() }, strict),
  reply: Type.Object({
    position: Post,
    agency: Type.Object({ id: IdOf<'agency'>(), name: Type.String() }),
    permissions: Type.Array(Type.Object({ name: Type.String(), vi: Type.String(), en: Type.String() })),
    people: Type.Array(Type.Object({ id: IdOf<'person'>(), name: Type.String(), title: Type.String() })),
  }),
})
export type PrepareView = Static<typeof prepareDelegation.reply>

export const whoCan = query({
  id: 'directory.who-can',
  path: '/directory/who-can',
  permission: 'directory.organisation.read',
  summary:
    'Who may do something to things of an agency (and unit) today, and why: each reason with its role, reach and days.',
  input: Type.Object(
    { permission: Maybe(Line(100)), agency: Maybe(IdOf<'agency'>()), unit: Maybe(IdOf<'unit'>()) },
    strict,
  ),
  reply: Type.Object({
    permission: OrNull(Type.String()),
    agency: OrNull(IdOf<'agency'>()),
    unit: OrNull(IdOf<'unit'>()),
    permissions: Type.Array(
      Type.Object({ name: Type.String(), module: Type.String(), vi: Type.String(), en: Type.String() }),
    ),
    agencies: Type.Array(Type.Object({ id: IdOf<'agency'>(), name: Type.String() })),
    units: Type.Array(Type.Object({ id: IdOf<'unit'>(), name: Type.String() })),
    people: Type.Array(
      Type.Object({
        person: IdOf<'person'>(),
        name: Type.String(),
        reasons: Type.Array(
          Type.Object({
            via: OneOf(['role', 'delegation']),
            role: Type.String(),
            roleEn: Type.String(),
            reach: Type.String(),
            position: Type.String(),
            unit: Type.String(),
            agency: Type.String(),
            form: OrNull(Form),
            from: DateOnly(),
            to: OrNull(DateOnly()),
          }),
        ),
      }),
    ),
  }),
})
export type WhoCanView = Static<typeof whoCan.reply>
