import fc from 'fast-check'

export const one = fc
