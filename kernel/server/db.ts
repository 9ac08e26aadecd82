import { Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler, sql, type CompiledQuery } from 'kysely'
import pg from 'pg'
import { Refusal } from '../contract/index.ts'

declare const transaction: unique symbol
/** The open transaction of the command or query being run. There is no other way to the database. */
export type Db = { readonly [transaction]: true }

/** The open transaction as seen by one module: only the tables it names. */
export function tables<T>(db: Db): Kysely<T> {
  const found: unknown = kyselyOf.get(db)
  if (!found) throw new Error('this transaction has ended')
  return found as Kysely<T>
}

/** A pool of pipelined connections: statements go out without waiting for the one before. */
export function openPool(url: string, max: number, name = 'congso'): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    application_name: name,
    pipeline: true,
    types: { getTypeParser: typeParser },
    // Plans of the hot statements must not depend on who ran them first.
    options:
      '-c role=congso_app -c timezone=UTC -c jit=off -c statement_timeout=60000 -c idle_in_transaction_session_timeout=60000',
  })
  // A connection lost while idle is replaced at the next use; the pool must only not be surprised.
  pool.on('error', () => {})
  pool.on('connect', sendTogether)
  return pool
}

/** Statements issued in one turn of the event loop leave in one packet: every packet is a system call here and a waking there. */
function sendTogether(client: pg.PoolClient): void {
  const { stream } = client.connection
  const query = client.query.bind(client)
  let held = false
  const release = () => {
    held = false
    stream.uncork()
  }
  const hold = (...given: unknown[]) => {
    if (!held) {
      held = true
      stream.cork()
      process.nextTick(release)
    }
    return Reflect.apply(query, client, given)
  }
  Object.assign(client, { query: hold })
}

const kyselyOf = new WeakMap<Db, Kysely<never>>()
const kyselyOfClient = new WeakMap<pg.PoolClient, Kysely<never>>()

/** Binds a connection's Kysely to a new transaction handle; {@link closeDb} ends its validity. */
export function openDb(client: pg.PoolClient): Db {
  let kysely = kyselyOfClient.get(client)
  if (!kysely) {
    kysely = kyselyFor(client)
    kyselyOfClient.set(client, kysely)
  }
  const db = Object.freeze({}) as Db
  kyselyOf.set(db, kysely)
  return db
}

/** After this the handle refuses to be used: a forgotten promise cannot write into a later transaction. */
export function closeDb(db: Db): void {
  kyselyOf.delete(db)
}

/**
 * Tries one part of a larger command: a refusal undoes only that part and is returned, so that bulk work can say for each item what
 * happened. Any other error goes on.
 */
export async function attempt<T>(db: Db, work: () => Promise<T>): Promise<{ done: T } | { refused: Refusal }> {
  const kysely = tables<unknown>(db)
  await sql`savepoint part`.execute(kysely)
  try {
    const done = await work()
    await sql`release savepoint part`.execute(kysely)
    return { done }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    await sql`rollback to savepoint part`.execute(kysely)
    return { refused: error }
  }
}

/** A statement text becomes a named prepared one; rarely repeated texts stay unnamed so that the server does not fill up. */
const names = new Map<string, { name?: string; seen: number }>()
let named = 0
const mostNamed = 1500

/** The prepared name of a statement text that keeps coming back, undefined for the others. */
export function statementName(text: string): string | undefined {
  let entry = names.get(text)
  if (!entry) {
    if (names.size > 10_000) names.clear()
    entry = { seen: 0 }
    names.set(text, entry)
  }
  entry.seen += 1
  if (!entry.name && entry.seen > 2 && named < mostNamed) entry.name = `s${(named += 1)}`
  return entry.name
}

function kyselyFor(client: pg.PoolClient): Kysely<never> {
  const connection = {
    async executeQuery(query: CompiledQuery) {
      const name = statementName(query.sql)
      const result = await client.query({ ...(name ? { name } : {}), text: query.sql, values: [...query.parameters] })
      return { rows: result.rows, numAffectedRows: BigInt(result.rowCount ?? 0) }
    },
    // oxlint-disable-next-line require-yield -- the pipelined protocol has no cursors
    async *streamQuery() {
      throw new Error('streaming is not possible on a pipelined connection')
    },
  }
  const driver = {
    init: async () => {},
    acquireConnection: async () => connection,
    beginTransaction: refuse,
    commitTransaction: refuse,
    rollbackTransaction: refuse,
    releaseConnection: async () => {},
    destroy: async () => {},
  }
  return new Kysely<never>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => driver,
      createIntrospector: db => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  })
}

async function refuse(): Promise<never> {
  throw new Error('the runner owns the transaction')
}

/** Moments come back as ISO text, dates as yyyy-mm-dd, whole numbers as numbers: rows are views without conversion. */
function typeParser(oid: number, format?: string) {
  if (format !== 'binary') {
    if (oid === 1184) return isoFromServer
    if (oid === 1082) return (text: string) => text
    if (oid === 20) return (text: string) => Number(text)
  }
  return pg.types.getTypeParser(oid, format === 'binary' ? 'binary' : 'text')
}

/** A moment as the database writes it, in a column or in JSON, as ISO text in UTC with milliseconds. */
export function isoFromServer(text: string): string {
  // Sessions keep UTC, so that most moments need no calendar arithmetic: lists carry hundreds of them.
  if (text.endsWith('+00') || text.endsWith('+00:00')) {
    const end = text.indexOf('+', 19)
    if (end === 19) return `${text.slice(0, 10)}T${text.slice(11, 19)}.000Z`
    if (end > 19 && text[19] === '.')
      return `${text.slice(0, 10)}T${text.slice(11, 19)}.${text.slice(20, Math.min(end, 23)).padEnd(3, '0')}Z`
  }
  const ms = Date.parse(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'))
  return Number.isNaN(ms) ? text : new Date(ms).toISOString()
}
