import { tmpdir } from 'node:os'
import { directory } from '@congso/directory/module'
import { buildOffice, type Office } from '@congso/directory/testing'
import { createStore, filesModule } from '@congso/files/module'
import { openHouse, recordStatements, type House, type Statement } from '@congso/kernel/testing'
import { numbering } from '@congso/numbering/module'
import { procedures } from '@congso/procedures/module'
import { offerProcedures } from '@congso/procedures/testing'
import { worktime } from '@congso/worktime/module'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fileAccess } from './answers.ts'
import { desk, dossierRegister, dossierView, leaderDesk } from './contract.ts'
import { casework } from './module.ts'
import { receiveAt } from './testing.ts'

// What a page reads must not grow with the dossiers of others: two in a hundred here are of the office that looks.
const others = 20_000
let house: House
let office: Office
let mine: Awaited<ReturnType<typeof receiveAt>>

beforeAll(async () => {
  const store = await createStore({ folder: tmpdir() })
  house = await openHouse([
    directory,
    worktime,
    numbering,
    filesModule({ store, access: fileAccess, secret: 's' }),
    procedures,
    casework,
  ])
  office = await buildOffice(house)
  const offers = await offerProcedures(house, office, { codes: ['1.004873'], agencies: office.communes.slice(0, 2) })
  mine = await receiveAt(house, office.actor.clerk, offers.offer('1.004873'))
  for (let n = 0; n < 60; n += 1) await receiveAt(house, office.actor.clerk, offers.offer('1.004873'))
  await receiveAt(house, office.actor.strangerClerk, offers.offer('1.004873', office.communes[1]))
  await multiply()
})
afterAll(() => house?.close())

test.each([
  ['the desk of an officer', () => house.run(desk, {}, office.actor.officer)],
  ['what a leader must decide', () => house.run(leaderDesk, {}, office.actor.leader)],
  ['one dossier', () => house.run(dossierView, { id: mine.id }, office.actor.clerk)],
  ['one dossier that may be given to others', () => house.run(dossierView, { id: mine.id }, office.actor.leader)],
  ['the register of an office', () => house.run(dossierRegister, {}, office.actor.leader)],
  ['the register by a word', () => house.run(dossierRegister, { q: 'ngan' }, office.actor.leader)],
  [
    'the register by what was received',
    () => house.run(dossierRegister, { status: 'all', sort: 'received' }, office.actor.leader),
  ],
])('%s reads no row of others', async (_name, look) => {
  const statements = (await recordStatements(house.pool, async () => void (await look()))).filter(reads)
  expect(statements.length).toBeGreaterThan(0)
  for (const statement of statements) {
    const nodes = await planOf(statement)
    expect(nodes.filter(node => node.type === 'Seq Scan' && node.table === 'dossier')).toEqual([])
    const read = nodes.filter(node => node.table === 'dossier').reduce((sum, node) => sum + node.rows, 0)
    // Sixty of them, looked at for several heaps and counts.
    expect(read, statement.text).toBeLessThan(1000)
  }
})

test('a scan of everything would be found', async () => {
  const nodes = await planOf({ text: 'select count(*) from casework.dossier where summary = $1', values: ['x'] })
  expect(nodes.some(node => node.type === 'Seq Scan' && node.rows >= others)).toBe(true)
})

function reads({ text }: Statement): boolean {
  return text.includes('casework.')
}

type Node = { type: string; table: string; rows: number }

/** The nodes of a plan as it was run, each with all rows it looked at, kept or not. */
async function planOf({ text, values }: Statement): Promise<Node[]> {
  const { rows } = await house.pool.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>({
    text: `explain (analyze, timing off, format json) ${text}`,
    values,
  })
  const [top] = rows[0]?.['QUERY PLAN'] ?? []
  return top ? nodesOf(top.Plan) : []
}

type Plan = {
  'Node Type': string
  'Relation Name'?: string
  'Actual Rows': number
  'Actual Loops': number
  'Rows Removed by Filter'?: number
  'Rows Removed by Index Recheck'?: number
  Plans?: Plan[]
}

function nodesOf(plan: Plan): Node[] {
  const each =
    plan['Actual Rows'] + (plan['Rows Removed by Filter'] ?? 0) + (plan['Rows Removed by Index Recheck'] ?? 0)
  const node = { type: plan['Node Type'], table: plan['Relation Name'] ?? '', rows: each * plan['Actual Loops'] }
  return [node, ...(plan.Plans ?? []).flatMap(nodesOf)]
}

/** Copies the other office's dossier: thousands through the commands would take minutes, and only their number matters here. */
async function multiply(): Promise<void> {
  const { rows } = await house.pool.query<{ names: string }>(
    `select string_agg(quote_ident(attname), ', ') as names from pg_attribute
     where attrelid = 'casework.dossier'::regclass and attnum > 0 and not attisdropped and attgenerated = '' and attname not in ('id', 'code', 'due_at', 'assignee')`,
  )
  const names = rows[0]?.names ?? ''
  await house.pool.query(
    `insert into casework.dossier (id, code, due_at, assignee, ${names})
     select gen_random_uuid(), d.code || '-' || n, d.due_at + n * interval '1 minute', h.holders[1 + n % cardinality(h.holders)], ${names
       .split(', ')
       .map(name => `d.${name}`)
       .join(', ')}
     from casework.dossier d cross join generate_series(1, ${others}) n
     cross join (select array_agg(id) as holders from directory.pub_position where agency <> $2) h where d.agency = $1`,
    [office.communes[1], office.communes[0]],
  )
  const client = await house.pool.connect()
  try {
    // What autovacuum would do in a minute.
    await client.query('set role none')
    await client.query('analyze casework.dossier')
    await client.query('set role congso_app')
  } finally {
    client.release()
  }
}
