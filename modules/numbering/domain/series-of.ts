import { iso, type Id } from '@congso/kernel/contract'

/** Which series is meant: its kind, the agency it is for (null: the shared one), at a moment in epoch milliseconds or the one without an end. */
export type SeriesOf = { kind: string; agency: Id<'agency'> | null; at?: number | undefined }

/** The moment as the database takes it. */
export function momentOf({ at }: SeriesOf): string | null {
  return at === undefined ? null : iso(at)
}
