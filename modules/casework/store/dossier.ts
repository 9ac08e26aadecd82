import { tables, type Db } from '@congso/kernel/server'
import { sql } from 'kysely'

/** Everything `casework.receive` writes, already decided. */
export type ReceivedDossier = Readonly<Record<string, unknown>> & { id: string }

/** Writes a received dossier in one statement and returns the numbers it got. */
export async function storeReceived(db: Db, dossier: ReceivedDossier): Promise<{ code: string; receiptNo: string }> {
  const found = await sql<{
    code: string
    receipt_no: string
  }>`select code, receipt_no from casework.receive(${JSON.stringify(dossier)}::jsonb)`.execute(tables<unknown>(db))
  const row = found.rows[0]
  if (!row) throw new Error('casework.receive returned nothing')
  return { code: row.code, receiptNo: row.receipt_no }
}
