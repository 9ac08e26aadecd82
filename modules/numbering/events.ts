import { event, IdOf, OrNull, Type } from '@congso/kernel/contract'

const Scheme = { pattern: Type.String(), reset: Type.String(), first: Type.Integer(), from: Type.String() }

export const seriesDefined = event(
  'numbering.series-defined',
  Type.Object({ kind: Type.String(), agency: OrNull(IdOf<'agency'>()), ...Scheme }),
)

export const seriesChanged = event('numbering.series-changed', Type.Object(Scheme))

export const seriesEnded = event('numbering.series-ended', Type.Object({ from: Type.String() }))

export const numberVoided = event(
  'numbering.number-voided',
  Type.Object({ period: Type.String(), value: Type.Integer(), text: Type.String() }),
  // A reason is free text and may name people.
  Type.Object({ reason: Type.String() }),
)
