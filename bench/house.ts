import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { intakePage, receiveDossier } from '@congso/casework/contract'
import { receiveAt } from '@congso/casework/testing'
import { buildAccount, buildingOn, buildOffice } from '@congso/directory/testing'
import type { Actor, Id, InputOf } from '@congso/kernel/contract'
import { newId } from '@congso/kernel/server'
import { offerProcedures } from '@congso/procedures/testing'
import { buildApp, openHouse, type House } from '@congso/server/app'
import { readConfig } from '@congso/server/config'
import { recordStatements, type Statement } from '@congso/kernel/testing'

/** What the measuring process must know of the house it measures. */
export type Ready = {
  port: number
  databaseUrl: string
  clerk: string
  /** Whoever has most on the desk: at least a full page of it. */
  officer: string
  intake: InputOf<typeof receiveDossier>
  dossiers: string[]
  statements: Statement[]
  rss: number
}

// A process of its own, on a core of its own: the application with its database. One line of JSON says that it is ready.
const wanted = Number(process.argv[2] ?? 2000)
// Open to the account that PostgreSQL runs as, so that everything lies in it and goes with it.
const folder = mkdtempSync(join(tmpdir(), 'congso-bench-'))
chmodSync(folder, 0o755)
const house = await openHouse(
  readConfig({
    CONGSO_DATA: folder,
    CONGSO_LOG: 'silent',
    CONGSO_POOL: '10',
    PORT: '0',
  }),
)
const building = buildingOn(house)
const office = await buildOffice(building)
const codes = ['1.004873', '1.013225', '2.000815']
const offers = await offerProcedures(building, office, { codes })
const { account } = await buildAccount(building, {
  person: office.post('tan-hoa/one-stop/clerk').person,
  userName: 'bench',
  password: `Aa1-${randomBytes(18).toString('base64url')}`,
})
const communes = ['tan-hoa', 'an-binh', 'dong-ha', 'suoi-nghe']
const clerk: Actor = { ...office.actor.clerk, account }
const clerks = await Promise.all(communes.map(commune => office.actorOf(`${commune}/one-stop/clerk`)))
const received: string[] = []
for (let done = 0; done < wanted; done += clerks.length) {
  const code = codes[(done / clerks.length) % codes.length] ?? '1.004873'
  const batch = await Promise.all(
    clerks.map(one => receiveAt(building, one, offers.offer(code, one.agency ?? office.agency))),
  )
  received.push(...batch.slice(0, 1).map(one => one.id))
}
const token = await openSession(house, account, office.post('tan-hoa/one-stop/clerk').position)
const busy = await busiest(house)
const officer = await buildAccount(building, {
  person: busy.person,
  userName: 'bench2',
  password: `Aa1-${randomBytes(18).toString('base64url')}`,
})
const officerToken = await openSession(house, officer.account, busy.position)
const view = await building.run(intakePage, { offer: offers.offer('1.004873') }, clerk)
const intake: Ready['intake'] = {
  offer: offers.offer('1.004873'),
  offerVersion: view.chosen?.version ?? 0,
  channel: 'direct',
  pickup: 'counter',
  applicant: { kind: 'citizen', name: 'Phạm Thị Thu Ngân', idNumber: '099199000771', phone: '0300000318' },
  papers: (view.chosen?.papers ?? []).map(paper => ({
    no: paper.no,
    originals: paper.originals,
    copies: paper.copies,
    verdict: 'valid',
  })),
}
const receive = () => house.runner.run(receiveDossier, intake, { token: Buffer.from(token, 'base64url'), key: newId() })
// A session's first request looks its actor up; every later one has it.
await receive()
const statements = await recordStatements(house.pool, async () => void (await receive()))
await house.pool.query('analyze')
const app = await buildApp(house, 'bench', { requestsPerMinute: 100_000_000 })
const address = await app.server.listen({ port: 0, host: '127.0.0.1' })
const ready: Ready = {
  port: Number(new URL(address).port),
  databaseUrl: house.url,
  clerk: token,
  officer: officerToken,
  intake,
  dossiers: received.slice(0, 500),
  statements,
  rss: process.memoryUsage.rss(),
}
process.stdout.write(`${JSON.stringify(ready)}\n`)
process.once(
  'SIGTERM',
  () =>
    void app
      .stop()
      .then(() => house.close())
      .then(() => rmSync(folder, { recursive: true, force: true }))
      .then(() => process.exit(0)),
)

/** A session as signing in makes it, without the password: what is measured is the work, not the hash. */
async function openSession(on: House, owner: string, position: string): Promise<string> {
  const secret = randomBytes(32)
  await on.pool.query(
    `insert into kernel.session (token_hash, id, account, position, created_at, seen_at, expires_at, idle_seconds)
     values (sha256($1), $2, $3, $4, now(), now(), now() + interval '1 day', 86400)`,
    [secret, newId(), owner, position],
  )
  return secret.toString('base64url')
}

/** The position that has most in hand, and whoever holds it. */
async function busiest(on: House): Promise<{ position: string; person: Id<'person'> }> {
  const found = await on.pool.query<{ position: string; person: Id<'person'>; open: number }>(
    `select p.id as position, p.person, count(*)::int as open from casework.dossier d join directory.pub_position p on p.id = d.assignee
     where d.finished_at is null and p.held_to is null group by 1, 2 order by 3 desc limit 1`,
  )
  const most = found.rows[0]
  if (!most || most.open < 50) throw new Error('nobody has a full page of dossiers')
  return most
}
