import {
  command,
  DateOnly,
  Dong,
  IdOf,
  Line,
  Maybe,
  OneOf,
  OrNull,
  Prose,
  query,
  refusals,
  Type,
  type Static,
} from '@congso/kernel/contract'

/** Phí pays for a service, lệ phí for an act of the state (Law on Fees and Charges 2015 Art. 3). */
export const feeKinds = ['fee', 'charge'] as const
export const channels = ['direct', 'online', 'postal'] as const
export const feeFaults = [
  'tier-incomplete',
  'tier-too-early',
  'most-too-low',
  'not-whole',
  'not-counted',
  'too-large',
] as const

export const { refuse, list: refusalList } = refusals('payments', [
  'rule-wrong',
  'tariff-exists',
  'end-too-early',
  'already-ended',
] as const)

const strict = { additionalProperties: false }
const ProcedureCode = () => Type.String({ pattern: '^[1-9]\\.\\d{6}$', maxLength: 8 })
const Count = () => Type.Integer({ minimum: 1, maximum: 100_000 })

/** One dated price for a procedure: what it is, how it is counted, whom it spares, and the text that sets it. */
export const TariffView = Type.Object({
  id: IdOf<'tariff'>(),
  agency: OrNull(IdOf<'agency'>()),
  agencyName: Type.String(),
  procedure: Type.String(),
  name: Type.String(),
  kind: OneOf(feeKinds),
  unit: Type.String(),
  price: Dong(),
  online: OrNull(Dong()),
  postal: OrNull(Dong()),
  tierFrom: OrNull(Type.Integer()),
  tierPrice: OrNull(Dong()),
  most: OrNull(Dong()),
  /** Verbatim from the text that sets the tariff; empty when it spares nobody. */
  exemption: Type.String(),
  citation: Type.String(),
  validFrom: DateOnly(),
  /** The first day on which it is no longer in force. */
  validTo: OrNull(DateOnly()),
})
export type TariffView = Static<typeof TariffView>

const Reckoning = Type.Object({
  fault: OrNull(OneOf(feeFaults)),
  amount: OrNull(Dong()),
  lines: Type.Array(
    Type.Object({
      what: OneOf(['units', 'later-units', 'most', 'copies', 'exempt'] as const),
      count: Type.Integer(),
      price: Type.Integer(),
    }),
  ),
})

export const listTariffs = query({
  id: 'payments.list-tariffs',
  path: '/payments/tariffs',
  permission: 'payments.tariff.read',
  summary: 'Fees and charges of the agencies the reader may see and of all agencies, by procedure; pages by key.',
  input: Type.Object(
    {
      q: Maybe(Type.String({ maxLength: 100 })),
      kind: Maybe(OneOf(feeKinds)),
      /** Also those no longer in force. */
      past: Maybe(Type.Boolean()),
      after: Maybe(IdOf<'tariff'>()),
    },
    strict,
  ),
  reply: Type.Object({
    tariffs: Type.Array(TariffView),
    total: Type.Integer(),
    after: OrNull(IdOf<'tariff'>()),
    maySet: Type.Boolean(),
  }),
})

export const newTariff = query({
  id: 'payments.new-tariff',
  path: '/payments/new-tariff',
  permission: 'payments.tariff.edit',
  summary: 'What is needed to set a tariff: the agencies it may be for.',
  input: Type.Object({}, strict),
  reply: Type.Object({
    agencies: Type.Array(Type.Object({ id: IdOf<'agency'>(), name: Type.String(), code: Type.String() })),
    mayShare: Type.Boolean(),
    today: DateOnly(),
  }),
})

export const openTariff = query({
  id: 'payments.open-tariff',
  path: '/payments/tariffs/:tariff',
  permission: 'payments.tariff.read',
  summary: 'One tariff, and the fee of a case reckoned by it line by line.',
  input: Type.Object(
    {
      tariff: IdOf<'tariff'>(),
      quantity: Maybe(Count()),
      copies: Maybe(Count()),
      channel: Maybe(OneOf(channels)),
      exempt: Maybe(Type.Boolean()),
    },
    strict,
  ),
  reply: Type.Object({
    tariff: TariffView,
    given: Type.Object({
      quantity: Type.Integer(),
      copies: Type.Integer(),
      channel: OneOf(channels),
      exempt: Type.Boolean(),
    }),
    reckoning: Reckoning,
    today: DateOnly(),
    mayEnd: Type.Boolean(),
  }),
})

export const listFees = query({
  id: 'payments.list-fees',
  path: '/payments/fees',
  permission: 'payments.tariff.read',
  summary:
    'What a procedure costs at an agency on a day (today when none is given): of each name the nearest tariff, its own before those above it.',
  input: Type.Object({ agency: IdOf<'agency'>(), procedure: ProcedureCode(), on: Maybe(DateOnly()) }, strict),
  reply: Type.Object({ tariffs: Type.Array(TariffView) }),
})

export const setTariff = command({
  id: 'payments.set-tariff',
  path: '/payments/tariffs',
  permission: 'payments.tariff.edit',
  summary:
    'Sets a fee or charge of a procedure from a date on; the one of the same name before it ends on that day. What was reckoned stays.',
  refusals: ['payments.rule-wrong', 'payments.tariff-exists'],
  input: Type.Object(
    {
      agency: Maybe(IdOf<'agency'>()),
      procedure: ProcedureCode(),
      name: Line(200),
      kind: OneOf(feeKinds),
      unit: Line(40),
      price: Dong(),
      online: Maybe(Dong()),
      postal: Maybe(Dong()),
      tierFrom: Maybe(Type.Integer({ minimum: 2, maximum: 100_000 })),
      tierPrice: Maybe(Dong()),
      most: Maybe(Dong()),
      exemption: Maybe(Prose(4000)),
      citation: Line(300),
      validFrom: DateOnly(),
    },
    strict,
  ),
  reply: Type.Object({ tariff: IdOf<'tariff'>() }),
})

export const endTariff = command({
  id: 'payments.end-tariff',
  path: '/payments/tariffs/:tariff/end',
  permission: 'payments.tariff.edit',
  summary: 'Ends a tariff: from the given day on nothing is reckoned by it.',
  refusals: ['payments.end-too-early', 'payments.already-ended'],
  input: Type.Object({ tariff: IdOf<'tariff'>(), from: DateOnly() }, strict),
  reply: Type.Object({ tariff: IdOf<'tariff'>() }),
})
