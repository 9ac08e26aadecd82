import { createHash } from 'node:crypto'
import type pg from 'pg'
import { refuseLead } from './journal-lead.ts'
import { inTransaction } from './transaction.ts'

/** How much of a row's digest a seal keeps. */
export const digestBytes = 16

/** Every column that is chained, as text, so that the digest does not depend on a driver's types. */
export const columns = `id::text, xid::text, (extract(epoch from at) * 1000000)::bigint::text as at, event, subject::text, coalesce(account::text, '') as account,
  coalesce(position::text, '') as position, coalesce(agency::text, '') as agency, actor_kind, request::text, data::text,
  coalesce(encode(personal_hash, 'hex'), '') as personal_hash`

/**
 * Seals what is finished: all rows of transactions below the snapshot horizon that no seal covers yet, as one batch whose hash
 * chains the batch before. Writers are not slowed: nothing they touch is locked. Returns how many rows were sealed.
 */
export async function sealJournal(pool: pg.Pool, mostRows = 2000): Promise<number> {
  return inTransaction(pool, async client => {
    const lock = await client.query<{ got: boolean }>('select pg_try_advisory_xact_lock(73114002) as got')
    if (!lock.rows[0]?.got) return 0
    const last = await client.query<{ no: number; xid_to: string; hash: Buffer }>(
      'select no, xid_to::text, hash from kernel.seal order by no desc limit 1',
    )
    const from = last.rows[0]?.xid_to ?? '0'
    const horizon = await client.query<{ xid: string }>('select pg_snapshot_xmin(pg_current_snapshot())::text as xid')
    if (BigInt(horizon.rows[0]!.xid) < BigInt(from)) await refuseLead(pool)
    const to = await batchEnd(client, from, horizon.rows[0]!.xid, mostRows)
    // The bounds travel as parameters: with the function in the condition the planner would not use the index.
    const rows = await client.query<Row>(
      `select ${columns} from kernel.journal where xid >= $1::text::xid8 and xid < $2::text::xid8 order by journal.xid, journal.id`,
      [from, to],
    )
    if (rows.rows.length === 0) return 0
    const batch = digestBatch(rows.rows)
    const hash = chain(last.rows[0]?.hash, from, to, batch)
    await client.query(
      'insert into kernel.seal (no, xid_from, xid_to, ids, digests, hash) values ($1, $2::text::xid8, $3::text::xid8, $4::bigint[], $5, $6)',
      [(last.rows[0]?.no ?? 0) + 1, from, to, batch.ids, batch.digests, hash],
    )
    return rows.rows.length
  })
}

/** A row as it is chained. */
export type Row = {
  id: string
  xid: string
  at: string
  event: string
  subject: string
  account: string
  position: string
  agency: string
  actor_kind: string
  request: string
  data: string
  personal_hash: string
}
export type Seal = { no: number; xid_from: string; xid_to: string; ids: string[]; digests: Buffer; hash: Buffer }
export type Batch = { ids: string[]; digests: Buffer }

async function batchEnd(client: pg.PoolClient, from: string, horizon: string, mostRows: number): Promise<string> {
  const beyond = await client.query<{ xid: string }>(
    `select xid::text from kernel.journal where xid >= $1::text::xid8 and xid < $2::text::xid8 order by journal.xid, journal.id offset $3 limit 1`,
    [from, horizon, mostRows],
  )
  const cut = beyond.rows[0]?.xid
  // A transaction larger than a batch is sealed whole.
  if (!cut) return horizon
  return BigInt(cut) > BigInt(from) ? cut : (BigInt(cut) + 1n).toString()
}

/** The digest of each row, in order. */
export function digestBatch(rows: readonly Row[]): Batch {
  const digests = Buffer.alloc(rows.length * digestBytes)
  const ids: string[] = []
  for (const [index, row] of rows.entries()) {
    ids.push(row.id)
    const text = JSON.stringify([
      row.id,
      row.xid,
      row.at,
      row.event,
      row.subject,
      row.account,
      row.position,
      row.agency,
      row.actor_kind,
      row.request,
      row.data,
      row.personal_hash,
    ])
    createHash('sha256')
      .update(text)
      .digest()
      .copy(digests, index * digestBytes, 0, digestBytes)
  }
  return { ids, digests }
}

/** The hash of a seal: of the one before, its bounds, its rows. */
export function chain(previous: Buffer | undefined, from: string, to: string, batch: Batch): Buffer {
  return createHash('sha256')
    .update(previous ?? Buffer.alloc(32))
    .update(`${from}|${to}|${batch.ids.join(',')}|`)
    .update(batch.digests)
    .digest()
}
