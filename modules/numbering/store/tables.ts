import type { Id } from '@congso/kernel/contract'
import type { Generated } from 'kysely'
import type { Reset } from '../contract.ts'

export type Tables = {
  'numbering.series': {
    id: Id<'series'>
    kind: string
    agency: Id<'agency'> | null
    name: string
    valid_from: string
    valid_to: string | null
    version: Generated<number>
  }
  'numbering.scheme': {
    series: Id<'series'>
    valid_from: string
    pattern: string
    reset: Reset
    first: number
    names_period: boolean
  }
  'numbering.counter': { series: Id<'series'>; period: string; value: number; at: string }
  'numbering.allocated': {
    series: Id<'series'>
    period: string
    value: number
    text: string
    within: string
    at: string
    voided_at: string | null
    void_reason: string | null
  }
  'directory.pub_agency': {
    id: Id<'agency'>
    code: string
    name: string
    short_name: string
    valid_from: string
    valid_to: string | null
  }
}
