import { Type } from 'typebox'

export const one = Type
