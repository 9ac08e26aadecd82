import type { Actor } from '@congso/kernel/contract'
import type { Db } from '@congso/kernel/server'

/**
 * Whether an actor may read the files of a thing. Each module to the right answers for its own things, by their kind
 * (`casework.dossier`); a kind that nobody answers for is read by nobody.
 */
export type FileAccess = Readonly<Record<string, (db: Db, actor: Actor, owner: string) => Promise<boolean>>>

/** Where the page of a thing is, by its kind: what a reader of one of its files goes back to. */
export type OwnerPaths = Readonly<Record<string, (owner: string) => string>>
