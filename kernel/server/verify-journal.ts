import type pg from 'pg'
import { personalErased } from './erase-personal.ts'
import { chain, columns, digestBatch, digestBytes, type Batch, type Row, type Seal } from './journal.ts'

/**
 * What is wrong with a journal, by row: changed, removed, added, out of order, a broken chain of batches; personal text that is
 * not the one whose hash is chained, or that is gone although no erasure was recorded.
 */
export type JournalFault = {
  kind: 'changed' | 'removed' | 'reordered' | 'added' | 'broken-chain' | 'personal-changed' | 'personal-removed'
  seal: number
  row?: number
}
/** `erased`: sealed rows whose personal text was erased, with a record of it. */
export type JournalCheck = {
  rows: number
  seals: number
  unsealed: number
  erased: number
  lastHash: string
  faults: JournalFault[]
}

/** Reads the whole journal beside its seals and names every row that does not fit; about a million rows in ten seconds. */
export async function verifyJournal(pool: pg.Pool, progress: (rows: number) => void = () => {}): Promise<JournalCheck> {
  const client = await pool.connect()
  const check: JournalCheck = { rows: 0, seals: 0, unsealed: 0, erased: 0, lastHash: '', faults: [] }
  try {
    await client.query('begin isolation level repeatable read read only')
    let no = 0
    let previous: Seal | undefined
    for (;;) {
      const found = await client.query<Seal>(
        'select no, xid_from::text, xid_to::text, ids::text[] as ids, digests, hash from kernel.seal where no > $1 order by no limit 1',
        [no],
      )
      const seal = found.rows[0]
      if (!seal) break
      await verifySeal(client, seal, previous, check)
      previous = seal
      no = seal.no
      progress(check.rows)
    }
    check.lastHash = previous?.hash.toString('hex') ?? ''
    const rest = await client.query<{ n: number }>(
      'select count(*) as n from kernel.journal where xid >= $1::text::xid8',
      [previous?.xid_to ?? '0'],
    )
    check.unsealed = rest.rows[0]!.n
    return check
  } finally {
    await client.query('commit').catch(() => {})
    client.release()
  }
}

type Personal = 'none' | 'kept' | 'erased' | 'changed' | 'removed'

const personalState = `case
  when personal_hash is null then case when personal is null then 'none' else 'changed' end
  when personal is null then case when exists (
    select from kernel.journal later where later.subject = journal.subject and later.event = '${personalErased}' and later.id > journal.id
  ) then 'erased' else 'removed' end
  when sha256(personal_salt || convert_to(personal::text, 'UTF8')) = personal_hash then 'kept' else 'changed' end as personal_state`

async function verifySeal(
  client: pg.PoolClient,
  seal: Seal,
  previous: Seal | undefined,
  check: JournalCheck,
): Promise<void> {
  const stored: Batch = { ids: seal.ids, digests: seal.digests }
  const expected = chain(previous?.hash, seal.xid_from, seal.xid_to, stored)
  if (
    !expected.equals(seal.hash) ||
    seal.no !== (previous?.no ?? 0) + 1 ||
    seal.xid_from !== (previous?.xid_to ?? '0')
  ) {
    check.faults.push({ kind: 'broken-chain', seal: seal.no })
  }
  const { rows } = await client.query<Row & { personal_state: Personal }>(
    `select ${columns}, ${personalState} from kernel.journal where xid >= $1::text::xid8 and xid < $2::text::xid8 order by journal.xid, journal.id`,
    [seal.xid_from, seal.xid_to],
  )
  check.seals += 1
  check.rows += rows.length
  for (const { id, personal_state: personal } of rows) {
    if (personal === 'erased') check.erased += 1
    if (personal === 'changed' || personal === 'removed')
      check.faults.push({ kind: `personal-${personal}`, seal: seal.no, row: Number(id) })
  }
  await compareRows(client, seal.no, stored, digestBatch(rows), check)
}

async function compareRows(
  client: pg.PoolClient,
  seal: number,
  stored: Batch,
  actual: Batch,
  check: JournalCheck,
): Promise<void> {
  if (actual.digests.equals(stored.digests) && actual.ids.length === stored.ids.length) return
  const place = new Map(actual.ids.map((id, index) => [id, index]))
  const sealed = new Set(stored.ids)
  for (const [index, id] of stored.ids.entries()) {
    const at = place.get(id)
    if (at === undefined) check.faults.push({ kind: await kindOfMissing(client, id), seal, row: Number(id) })
    else if (!digestAt(actual, at).equals(digestAt(stored, index)))
      check.faults.push({ kind: 'changed', seal, row: Number(id) })
  }
  for (const id of actual.ids) if (!sealed.has(id)) check.faults.push({ kind: 'added', seal, row: Number(id) })
}

/** A row that left its batch but still exists was moved to another place in the order. */
async function kindOfMissing(client: pg.PoolClient, id: string): Promise<'removed' | 'reordered'> {
  const found = await client.query('select from kernel.journal where id = $1', [id])
  return found.rowCount ? 'reordered' : 'removed'
}

function digestAt(batch: Batch, index: number): Buffer {
  return batch.digests.subarray(index * digestBytes, (index + 1) * digestBytes)
}
