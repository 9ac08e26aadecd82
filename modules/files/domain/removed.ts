import { epoch } from '@congso/kernel/contract'

/** How long the content of a removed file is kept, so that a removal can be undone: thirty days. */
export const keptMs = 30 * 86_400_000

/** The moment (epoch milliseconds) from which a file removed at another can no longer be given back. */
export function keptUntil(removedAt: string): number {
  return epoch(removedAt) + keptMs
}
