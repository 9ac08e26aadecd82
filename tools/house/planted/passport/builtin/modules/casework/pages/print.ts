import { join } from 'path'

export const one = join
