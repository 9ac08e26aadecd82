import type pg from 'pg'
import type { Recorded } from './runner.ts'
import { inTransaction } from './transaction.ts'

export const liveChannel = 'congso_live'

/**
 * Moves outbox rows into the job queue, 500 at a time: each row becomes one job per reaction to its fact. Row and jobs change hands
 * in one transaction, so that a killed relay loses nothing and doubles nothing. Returns how many rows were moved.
 */
export async function relayOnce(pool: pg.Pool, tasksOf: (event: string) => readonly string[]): Promise<number> {
  return inTransaction(pool, async client => {
    const moved = await client.query<{ journal: number; event: string }>({
      name: 'kernel-relay',
      text: `with taken as (
        delete from kernel.outbox where journal in (select journal from kernel.outbox order by journal limit 500 for update skip locked) returning journal
      ) select j.id as journal, j.event from taken join kernel.journal j on j.id = taken.journal order by j.id`,
    })
    const jobs = moved.rows.flatMap(({ event, journal }) =>
      tasksOf(event).map(identifier => ({ identifier, payload: { journal }, max_attempts: 12 })),
    )
    if (jobs.length > 0) {
      await client.query(
        `select count(*) from graphile_worker.add_jobs(array(
           select json_populate_record(null::graphile_worker.job_spec, spec) from json_array_elements($1::json) as spec))`,
        [JSON.stringify(jobs)],
      )
    }
    return moved.rows.length
  })
}

/** Tells every node which topics changed: coalesced over 50 ms and outside the commands' transactions, because NOTIFY serialises commits. */
export function createAnnouncer(pool: pg.Pool, topicsOf: (fact: Recorded) => readonly string[]) {
  const waiting = new Set<string>()
  let timer: NodeJS.Timeout | undefined
  const flush = async () => {
    timer = undefined
    const topics = [...waiting]
    waiting.clear()
    for (let from = 0; from < topics.length; from += 100) {
      await pool.query('select pg_notify($1, $2)', [liveChannel, topics.slice(from, from + 100).join(' ')])
    }
  }
  return {
    announce(facts: readonly Recorded[]) {
      for (const fact of facts) for (const topic of topicsOf(fact)) waiting.add(topic)
      // A lost announcement costs a late refresh, never a wrong state: nothing waits for it.
      if (waiting.size > 0) timer ??= setTimeout(() => void flush().catch(() => {}), 50)
    },
    async stop() {
      clearTimeout(timer)
      if (waiting.size > 0) await flush().catch(() => {})
    },
  }
}
