import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runMigrations } from 'graphile-worker'
import pg from 'pg'

/** A schema and the folder of its forward-only `NNNN-what.sql` files. */
export type MigrationSet = { module: string; folder: string }

/**
 * Brings a database up to this program's schema: sets in the order given, each file once, checksummed, each in its own transaction.
 * Refuses a database that has migrations this program does not know, or whose applied files have changed.
 */
export async function migrate(
  url: string,
  sets: readonly MigrationSet[],
  log: (line: string) => void = () => {},
): Promise<number> {
  const client = new pg.Client({ connectionString: url, application_name: 'congso-migrate' })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock(73114001)')
    await client.query(ground)
    const files = await readSets(sets)
    const applied = await client.query<{ module: string; name: string; checksum: string }>(
      'select module, name, checksum from kernel.migration',
    )
    refuseAhead(files, applied.rows)
    const done = new Set(applied.rows.map(row => `${row.module}/${row.name}`))
    let count = 0
    for (const file of files) {
      if (done.has(`${file.module}/${file.name}`)) continue
      log(`${file.module}/${file.name}`)
      await applyFile(client, file)
      count += 1
    }
    await runMigrations({ connectionString: url })
    await grantApp(
      client,
      sets.map(set => set.module),
    )
    return count
  } finally {
    await client.end()
  }
}

type File = { module: string; name: string; sql: string; checksum: string }

// pg_trgm is in every PostgreSQL's contrib and trusted, so a database owner may create it. The role belongs to the whole
// server: where its administrator has made and granted it, nothing here needs more than to own the database.
const ground = `
create schema if not exists kernel;
create extension if not exists pg_trgm with schema public;
create extension if not exists btree_gin with schema public;
create table if not exists kernel.migration (
  module text not null, name text not null, checksum text not null, applied_at timestamptz not null default now(),
  primary key (module, name));
do $$ begin
  if to_regrole('congso_app') is null then create role congso_app nologin; end if;
exception when duplicate_object or unique_violation then null; end $$;
do $$ begin
  set local role congso_app;
  reset role;
exception when insufficient_privilege then
  execute format('grant congso_app to %I', current_user);
end $$;`

// The queue's tables carry row level security without policies: only their owner passes until the application is named.
const openQueue = `do $$ declare t text; begin
  for t in select tablename from pg_tables where schemaname = 'graphile_worker' and rowsecurity loop
    execute format('drop policy if exists congso_app on graphile_worker.%I', t);
    execute format('create policy congso_app on graphile_worker.%I to congso_app using (true) with check (true)', t);
  end loop;
end $$`

async function readSets(sets: readonly MigrationSet[]): Promise<File[]> {
  const files: File[] = []
  for (const set of sets) {
    const names = (await readdir(set.folder).catch(() => []))
      .filter(name => /^\d{4}-[a-z0-9-]+\.sql$/.test(name))
      .sort()
    for (const name of names) {
      const sql = await readFile(join(set.folder, name), 'utf8')
      files.push({ module: set.module, name, sql, checksum: createHash('sha256').update(sql).digest('hex') })
    }
  }
  return files
}

function refuseAhead(
  files: readonly File[],
  applied: readonly { module: string; name: string; checksum: string }[],
): void {
  const known = new Map(files.map(file => [`${file.module}/${file.name}`, file.checksum]))
  for (const row of applied) {
    const key = `${row.module}/${row.name}`
    const checksum = known.get(key)
    if (checksum === undefined)
      throw new Error(`the database is ahead of this program: it has ${key}. Start the newer program instead.`)
    if (checksum !== row.checksum)
      throw new Error(`migration ${key} has changed since it was applied; migrations are forward-only.`)
  }
}

async function applyFile(client: pg.Client, { module, name, checksum, sql }: File): Promise<void> {
  await client.query('begin')
  try {
    await client.query(`create schema if not exists ${pg.escapeIdentifier(module)}`)
    await client.query(sql)
    const row = [module, name, checksum]
    await client.query('insert into kernel.migration (module, name, checksum) values ($1, $2, $3)', row)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`migration ${module}/${name} failed: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    })
  }
}

/** The application's role may do everything to rows except change or remove what the journal and its seals say. */
async function grantApp(client: pg.Client, modules: readonly string[]): Promise<void> {
  for (const schema of new Set([...modules, 'graphile_worker'])) {
    const name = pg.escapeIdentifier(schema)
    await client.query(`grant usage on schema ${name} to congso_app;
      grant select, insert, update, delete on all tables in schema ${name} to congso_app;
      grant usage, select, update on all sequences in schema ${name} to congso_app;
      grant execute on all functions in schema ${name} to congso_app;`)
  }
  await client.query(openQueue)
  await client.query(`revoke update, delete, truncate on kernel.journal, kernel.seal, kernel.migration from congso_app`)
  await client.query(`revoke insert on kernel.migration from congso_app`)
}
