import { sql } from 'kysely'
import { event, Type } from '../contract/index.ts'
import { tables } from './db.ts'
import type { Runner } from './runner.ts'

/** The fact that makes an erasure lawful: verifying the journal asks for it where personal text is gone. */
export const personalErased = 'kernel.personal-erased'

const erased = event(personalErased, Type.Object({ reason: Type.String(), rows: Type.Integer() }))

/**
 * Erases the personal text of every journal row about a subject, and records that it did and why; nothing is recorded when there
 * was none. What is chained is a salted hash whose salt goes too, so the seals still hold and nobody can guess the text from it.
 * Only the journal: what modules keep about the subject is theirs to erase. Returns the number of rows.
 */
export async function erasePersonal(
  runner: Pick<Runner, 'asSystem'>,
  subject: string,
  reason: string,
): Promise<number> {
  const rows = await runner.asSystem('kernel.erase-personal', async ctx => {
    const done = await sql<{ n: number }>`select kernel.erase_personal(${subject}) as n`.execute(
      tables<unknown>(ctx.db),
    )
    const n = done.rows[0]?.n ?? 0
    if (n > 0) ctx.record(erased, { subject, data: { reason, rows: n } })
    return n
  })
  return rows ?? 0
}
