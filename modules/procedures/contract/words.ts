/** Closed lists of the catalogue, as programs write them. */
export const limitUnits = ['working-day', 'working-hour', 'calendar-day', 'month', 'year', 'same-day'] as const
export const dueTimes = ['hour-of-receipt', 'end-of-day'] as const
export const pausePolicies = ['restart', 'pause-and-extend'] as const
export const channels = ['direct', 'online', 'postal'] as const
export const paperKinds = ['submit', 'show', 'note'] as const
