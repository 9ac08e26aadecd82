import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { systemActor } from '@congso/kernel/contract'
import { newId, type JobTools } from '@congso/kernel/server'
import type { House } from '@congso/kernel/testing'
import type { Office } from '@congso/directory/testing'
import { download, findUnreferenced, removeFile } from './contract.ts'
import { bytesOf, hand, openDesk, type Desk } from './desk.testing.ts'
import type { BlobStore } from './ports.ts'
import { buildUpload, pdfBytes, sha256Of } from './testing.ts'

let desk: Desk
let house: House
let office: Office
let store: BlobStore

beforeAll(async () => {
  desk = await openDesk()
  house = desk.house
  office = desk.office
  store = desk.store
})
afterAll(() => desk.close())

describe('cleaning the store', () => {
  const dayMs = 86_400_000
  test('destroys what nothing refers to after a day aside, and nothing else', async () => {
    const orphan = sha256Of(await keepOnly())
    const used = pdfBytes()
    await desk.handIn(used, 'i.pdf')
    const removed = pdfBytes()
    await house.run(removeFile, { file: (await desk.handIn(removed, 'k.pdf')).file, reason: 'Nhầm' }, desk.remover)
    await clean(Date.now())
    expect(await store.has(orphan)).toBe(true)
    await clean(Date.now() + dayMs + 1000)
    expect(await found(store.asideBefore(Infinity))).toContain(orphan)
    expect(await found(store.asideBefore(Infinity))).not.toContain(sha256Of(used))
    expect(await found(store.asideBefore(Infinity))).not.toContain(sha256Of(removed))
    await house.facts()
    await clean(Date.now() + 2 * dayMs + 2000)
    expect(await store.has(orphan)).toBe(false)
    expect(await store.has(sha256Of(used))).toBe(true)
    expect(await store.has(sha256Of(removed))).toBe(true)
    const facts = await house.facts()
    expect(facts.map(one => one.event)).toEqual(['files.contents-destroyed'])
    expect(JSON.stringify(facts[0]?.data)).toContain(orphan)
    await clean(Date.now() + 2 * dayMs + 3000)
    expect(await house.facts()).toEqual([])
  })
  test('brings back what came to be referred to while it was aside', async () => {
    const bytes = pdfBytes()
    const upload = await buildUpload(store, 'l.pdf', bytes)
    await clean(Date.now() + dayMs + 1000)
    expect(await found(store.asideBefore(Infinity))).toContain(upload.sha256)
    const owner = newId<'thing'>()
    const { file } = await house.run(hand, { owner, agency: office.agency, upload }, office.actor.clerk)
    expect((await bytesOf(await house.run(download, { file }, office.actor.clerk))).equals(bytes)).toBe(true)
    await clean(Date.now() + 2 * dayMs + 2000)
    expect(await found(store.asideBefore(Infinity))).not.toContain(upload.sha256)
    expect((await bytesOf(await house.run(download, { file }, office.actor.clerk))).equals(bytes)).toBe(true)
  })
  test('lets the content of a removed file go after thirty days', async () => {
    const bytes = pdfBytes()
    await house.run(removeFile, { file: (await desk.handIn(bytes, 'm.pdf')).file, reason: 'Nhầm' }, desk.remover)
    const sha256s = [sha256Of(bytes)]
    const now = house.clock()
    expect(
      await house.run(findUnreferenced, { sha256s }, { actor: systemActor('test'), now: now + 30 * dayMs }),
    ).toEqual({
      sha256s: [],
    })
    expect(
      await house.run(findUnreferenced, { sha256s }, { actor: systemActor('test'), now: now + 30 * dayMs + 1 }),
    ).toEqual({
      sha256s,
    })
    await expect(house.run(findUnreferenced, { sha256s }, office.actor.administrator)).rejects.toMatchObject({
      code: 'kernel.forbidden',
    })
  })
  test('two cleanings at once do no harm', async () => {
    const orphans = await Promise.all([keepOnly(), keepOnly(), keepOnly()])
    await Promise.all([clean(Date.now() + dayMs + 1000), clean(Date.now() + dayMs + 1000)])
    await Promise.all([clean(Date.now() + 2 * dayMs + 2000), clean(Date.now() + 2 * dayMs + 2000)])
    for (const orphan of orphans) expect(await store.has(sha256Of(orphan))).toBe(false)
  })
})

async function keepOnly(): Promise<Buffer> {
  const bytes = pdfBytes()
  await buildUpload(store, 'x.pdf', bytes)
  return bytes
}

async function clean(now: number): Promise<void> {
  const tools: JobTools = {
    now,
    log: () => {},
    run: async (endpoint, input) => (await house.runner.run(endpoint, input, { actor: systemActor('test') })).reply,
  }
  for (const job of house.modules.flatMap(module => module.jobs ?? []))
    if (job.name === 'files.clean-store') await job.run(tools)
}

async function found(names: AsyncIterable<string>): Promise<string[]> {
  const all: string[] = []
  for await (const name of names) all.push(name)
  return all
}
