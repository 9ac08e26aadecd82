import type { Module } from '@congso/kernel/server'
import { casework } from '@congso/casework/module'
import { directory, signInDoors } from '@congso/directory/module'
import { filesModule } from '@congso/files/module'
import { numbering } from '@congso/numbering/module'
import { payments } from '@congso/payments/module'
import { procedures } from '@congso/procedures/module'
import { reports } from '@congso/reports/module'
import { worktime } from '@congso/worktime/module'

/** What the files module must be given: a store, who answers for access, a secret. */
export type FilesOptions = Parameters<typeof filesModule>[0]

/**
 * The table of contents: every module, in the order in which they may know each other. The secret is the one an outside sign-in
 * system has given this installation; empty for none.
 */
export function allModules(files: FilesOptions, oidcSecret = ''): readonly Module[] {
  return [
    { ...directory, doors: signInDoors(oidcSecret) },
    worktime,
    numbering,
    filesModule(files),
    procedures,
    payments,
    casework,
    reports,
  ]
}
