import type { Id } from '@congso/kernel/contract'
import type { feeKinds } from '../contract.ts'

type FeeKind = (typeof feeKinds)[number]

export type Tables = {
  'payments.tariff': {
    id: Id<'tariff'>
    agency: Id<'agency'> | null
    procedure: string
    name: string
    kind: FeeKind
    unit: string
    price: number
    online: number | null
    postal: number | null
    tier_from: number | null
    tier_price: number | null
    most: number | null
    exemption: string
    citation: string
    valid_from: string
    valid_to: string | null
  }
  'directory.pub_agency': {
    id: Id<'agency'>
    code: string
    name: string
    valid_from: string
    valid_to: string | null
  }
}
