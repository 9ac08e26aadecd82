import { fileURLToPath } from 'node:url'
import { defineModule } from '@congso/kernel/server'
import { part } from './module.ts'

/** The organisation by itself, for its own tests. */
export const organisation = defineModule({
  ...part,
  name: 'directory',
  migrations: fileURLToPath(new URL('../migrations', import.meta.url)),
})
