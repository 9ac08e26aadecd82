import pg from 'pg'

/** A journal from another life of the database: new rows would fall among old, sealed ones. Nothing may be written before that is mended. */
export class JournalAhead extends Error {
  constructor(lead: number) {
    super(
      `the journal is ${lead} transaction numbers ahead of this database, as after a restore from a dump; ` +
        'nothing is written or sealed like that. Run "congso resume-journal" first.',
    )
    this.name = 'JournalAhead'
  }
}

/** By how many transaction numbers the journal is ahead of its database; 0 when it is not, as it must be. */
export async function journalLead(database: Pick<pg.Pool, 'query'>): Promise<number> {
  const found = await database.query<{ lead: string }>(
    `select greatest(0, coalesce((select xid_to::text::numeric from kernel.seal order by no desc limit 1), 0) - next,
                        coalesce((select xid::text::numeric + 1 from kernel.journal order by journal.xid desc limit 1), 0) - next)::text as lead
       from (select pg_snapshot_xmax(pg_current_snapshot())::text::numeric) as counter (next)`,
  )
  return Number(found.rows[0]?.lead ?? 0)
}

/** Refuses a database whose journal is ahead of it. */
export async function refuseLead(pool: Pick<pg.Pool, 'query'>): Promise<void> {
  const lead = await journalLead(pool)
  if (lead > 0) throw new JournalAhead(lead)
}

/**
 * Uses up transaction numbers until new ones lie beyond all that the journal knows; some ten thousands a second. Does nothing in a
 * database without a journal, or with one that is not ahead. Returns how many were used up.
 */
export async function catchUpWithJournal(
  url: string,
  progress: (done: number, total: number) => void,
): Promise<number> {
  const client = new pg.Client({ connectionString: url, application_name: 'congso-resume' })
  await client.connect()
  try {
    const there = await client.query<{ there: boolean }>("select to_regclass('kernel.seal') is not null as there")
    if (!there.rows[0]?.there) return 0
    const total = await journalLead(client)
    // Nothing is changed in these transactions: waiting for the disk would protect nothing.
    await client.query('set synchronous_commit = off')
    for (let left = total; left > 0; left = await journalLead(client)) {
      progress(total - left, total)
      const turn = Math.min(left, 50_000)
      await client.query(`do $$ begin for i in 1..${turn} loop perform pg_current_xact_id(); commit; end loop; end $$`)
    }
    if (total > 0) progress(total, total)
    return total
  } finally {
    await client.end()
  }
}
