import type pg from 'pg'
import { describeError, type Log } from '@congso/kernel/server'

/** What an agency is called on top of a page: in full, and short. */
export type AgencyName = { name: string; shortName: string }

/** How agencies are called, known without asking the database for every page. */
export type Names = {
  /** Whose house this is: the agency above all others; undefined before the first set-up. */
  house: () => AgencyName | undefined
  of: (agency: string | null) => AgencyName | undefined
}

const freshFor = 60_000

/** Reads the names now, and again when a page needs them and they are older than a minute; until then the older ones are shown. */
export async function followNames(pool: Pick<pg.Pool, 'query'>, log: Log): Promise<Names> {
  let known = await readNames(pool)
  let readAt = Date.now()
  const latest = () => {
    // Before the first set-up every page may be the first one after it.
    if (Date.now() - readAt > (known.house ? freshFor : 500)) {
      readAt = Date.now()
      readNames(pool).then(
        found => (known = found),
        (error: unknown) => log.warn(describeError(error), 'names of agencies not read'),
      )
    }
    return known
  }
  return {
    house: () => latest().house,
    of: agency => (agency === null ? undefined : latest().agencies.get(agency)),
  }
}

async function readNames(pool: Pick<pg.Pool, 'query'>) {
  const found = await pool.query<AgencyName & { id: string; isRoot: boolean }>(
    `select id, name, short_name as "shortName", parent is null as "isRoot" from directory.pub_agency
      where valid_to is null or valid_to > current_date order by valid_from, code`,
  )
  return {
    house: found.rows.find(row => row.isRoot),
    agencies: new Map(found.rows.map(row => [row.id, row])),
  }
}
