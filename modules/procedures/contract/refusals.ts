import { refusals, type CodesOf } from '@congso/kernel/contract'

export const { refuse, list: refusalList } = refusals('procedures', [
  'limit-needed',
  'process-needed',
  'process-not-published',
  'process-hours-differ',
  'unit-elsewhere',
  'agency-closed',
  'offer-exists',
  'offer-closed',
  'case-repeated',
  'case-limit-missing',
  'case-paper-unknown',
  'paper-repeated',
  'version-not-newer',
  'date-in-future',
  'unchanged',
  'hours-not-half',
  'draft-exists',
  'process-not-draft',
  'process-faulty',
  'process-not-in-force',
  'process-in-use',
  'no-records',
  'archive-broken',
] as const)
export type RefusalCode = CodesOf<typeof refuse>

/** Nothing beside what is named is taken. */
export const closed = { additionalProperties: false } as const
