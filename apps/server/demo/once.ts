import pg from 'pg'
import { order } from '../order.ts'

const lock = 73_114_020

/**
 * Does the making once: whoever comes second waits for the first, and then finds it made. While it is under way the database says
 * so, and {@link forgetHalfMade} clears away what a killed process has left. Returns whether it was made here.
 */
export async function makeOnce(
  url: string,
  isFree: () => Promise<boolean>,
  make: () => Promise<void>,
): Promise<boolean> {
  return await alone(url, async client => {
    if (!(await isFree())) return false
    await say(client, 'making')
    await make()
    await say(client, 'made')
    return true
  })
}

/** Empties a database in which a demo was begun and never finished: it holds nothing else. */
export async function forgetHalfMade(url: string, log: (line: string) => void): Promise<void> {
  await alone(url, async client => {
    if ((await stateOf(client)) !== 'making') return
    log('The demo was interrupted while it was made; making it again.')
    await client.query(
      `drop schema if exists kernel, graphile_worker, ${order.map(name => client.escapeIdentifier(name)).join(', ')} cascade`,
    )
  })
}

/** Whether this database holds the demo. */
export async function holdsDemo(pool: pg.Pool): Promise<boolean> {
  const found = await pool.query("select from kernel.setting where name = 'demo' and value = to_jsonb('made'::text)")
  return found.rowCount === 1
}

async function alone<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: 'congso-demo' })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [lock])
    return await work(client)
  } finally {
    await client.end()
  }
}

async function stateOf(client: pg.Client): Promise<string | undefined> {
  const there = await client.query<{ there: boolean }>("select to_regclass('kernel.setting') is not null as there")
  if (!there.rows[0]?.there) return undefined
  const found = await client.query<{ state: string }>(
    "select value #>> '{}' as state from kernel.setting where name = 'demo'",
  )
  return found.rows[0]?.state
}

async function say(client: pg.Client, state: 'making' | 'made'): Promise<void> {
  await client.query(
    "insert into kernel.setting (name, value) values ('demo', to_jsonb($1::text)) on conflict (name) do update set value = excluded.value",
    [state],
  )
}
