import { event, IdOf, OrNull, Type } from '@congso/kernel/contract'

export const tariffSet = event(
  'payments.tariff-set',
  Type.Object({
    agency: OrNull(IdOf<'agency'>()),
    procedure: Type.String(),
    name: Type.String(),
    price: Type.Integer(),
    citation: Type.String(),
    from: Type.String(),
  }),
)

export const tariffEnded = event(
  'payments.tariff-ended',
  Type.Object({ procedure: Type.String(), name: Type.String(), from: Type.String() }),
)
