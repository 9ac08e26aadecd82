import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildingOn, buildOffice } from '@congso/directory/testing'
import { openHouse as openTestHouse, type House as TestHouse } from '@congso/kernel/testing'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { buildApp, openHouse, type App, type House } from './app.ts'
import { readConfig, type Config } from './config.ts'
import { describeFiles } from './files.ts'
import { allModules } from './modules.ts'

let folder: string
let database: TestHouse
let config: Config
let house: House
let app: App

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'congso-app-'))
  database = await openTestHouse(allModules(describeFiles(readConfig({ CONGSO_DATA: folder }))))
  config = readConfig({ CONGSO_DATA: folder, DATABASE_URL: database.url, CONGSO_LOG: 'silent', CONGSO_POOL: '4' })
  house = await openHouse(config)
  app = await buildApp(house, 'test')
})
afterAll(async () => {
  await app?.stop()
  await house?.close()
  await database?.close()
  await rm(folder, { recursive: true, force: true })
})

const get = (url: string, remoteAddress = '127.0.0.1') => app.server.inject({ method: 'GET', url, remoteAddress })

describe('a running application', () => {
  test('gives its figures to this machine, and for others has no such page', async () => {
    const near = await get('/metrics')
    expect(near.statusCode).toBe(200)
    expect(near.body).toContain('congso_jobs')
    const far = await get('/metrics', '113.160.1.1')
    expect(far.statusCode).toBe(404)
    expect(far.body).not.toContain('congso_')
    expect((await get('/healthz', '113.160.1.1')).statusCode).toBe(200)
  })

  test('is called by its own name as soon as it has one', async () => {
    expect((await get('/sign-in')).body).toContain('<b>Công sở số</b>')
    await buildOffice(buildingOn(house))
    await vi.waitFor(async () => expect((await get('/sign-in')).body).toContain('<b>UBND tỉnh Sơn Giang</b>'), 10_000)
    expect((await get('/track')).body).toContain('Ủy ban nhân dân tỉnh Sơn Giang')
  })

  test('asks search engines to stay away from a dossier, not from the page that finds it', async () => {
    const noindex = '<meta name="robots" content="noindex">'
    expect((await get('/track')).body).not.toContain(noindex)
    expect((await get('/track?code=H40.1-261122-0001&secret=ABCDEFG')).body).toContain(noindex)
    expect((await get('/sign-in')).body).toContain(noindex)
  })

  test('is not ready, and does not start again, when its journal is ahead of the database', async () => {
    expect((await get('/readyz')).json()).toEqual({ ready: true })
    const owner = new pg.Client({ connectionString: database.url })
    await owner.connect()
    await owner.query(
      `insert into kernel.journal (xid, at, event, subject, actor_kind, request, data)
       select (pg_current_xact_id()::text::bigint + 1000000)::text::xid8, now(), 'x', gen_random_uuid(), 'system', gen_random_uuid(), '{}'`,
    )
    await owner.end()
    const told = await get('/readyz')
    expect(told.statusCode).toBe(503)
    expect(told.json()).toMatchObject({ ready: false, why: 'journal-ahead', lead: expect.any(Number) })
    await expect(openHouse(config)).rejects.toThrow('congso resume-journal')
  })
})
