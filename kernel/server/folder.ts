import { fileURLToPath } from 'node:url'

/** The kernel's own migrations. */
export const kernelMigrations = fileURLToPath(new URL('./migrations', import.meta.url))
