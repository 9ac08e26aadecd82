import { spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { BlobStore } from '../ports.ts'
import { folderStore } from './folder.ts'
import { s3Store } from './s3.ts'
import { startS3 } from './s3-server.testing.ts'
import { createStore } from './store.ts'

const keys = { id: 'AKIDEXAMPLE', secret: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY' }
const soon = () => Date.now() + 5_000
const longAgo = () => Date.now() - 60_000
let root: string
let s3: Awaited<ReturnType<typeof startS3>>

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'congso-files-'))
  s3 = await startS3(keys, 'congso')
})
afterAll(async () => {
  await s3.stop()
  await rm(root, { recursive: true })
})

const stores: Record<string, () => { store: BlobStore; incoming: string }> = {
  folder: () => ({ store: folderStore(join(root, 'folder')), incoming: join(root, 'folder/incoming') }),
  s3: () => {
    const spool = join(root, 'spool')
    return { store: s3Store({ bucket: 'congso', region: 'vn-1', endpoint: s3.endpoint, keys, spool }), incoming: spool }
  },
}

describe.each(Object.keys(stores))('the %s store', kind => {
  const open = () => stores[kind]!()

  test('gives back what was put in, named by its hash', async () => {
    const { store, incoming } = open()
    for (const bytes of [Buffer.from('Đơn đề nghị'), randomBytes(3_000_000)]) {
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      expect(await store.has(sha256)).toBe(false)
      await expect(store.open(sha256)).rejects.toThrow(sha256)
      expect(await store.put(inPieces(bytes))).toEqual({ sha256, size: bytes.length })
      expect(await store.has(sha256)).toBe(true)
      expect((await buffer(await store.open(sha256))).equals(bytes)).toBe(true)
      const part = await buffer(await store.open(sha256, { from: 2, to: 9 }))
      expect(part.equals(bytes.subarray(2, 10))).toBe(true)
    }
    expect(await readdir(incoming)).toEqual([])
  })
  test('stores the same content once, also when many put it at once', async () => {
    const { store } = open()
    const before = await namesIn(store)
    const bytes = randomBytes(50_000)
    const puts = await Promise.all(Array.from({ length: 8 }, () => store.put(inPieces(bytes))))
    expect(new Set(puts.map(one => one.sha256)).size).toBe(1)
    expect((await namesIn(store)).length).toBe(before.length + 1)
    expect((await buffer(await store.open(puts[0]!.sha256))).equals(bytes)).toBe(true)
  })
  test('stores nothing that is not admitted, and nothing that breaks off', async () => {
    const { store, incoming } = open()
    const before = await namesIn(store)
    const seen: number[] = []
    await expect(
      store.put(inPieces(randomBytes(1000)), async draft => {
        seen.push((await readFile(draft.path)).length, draft.size)
        throw new Error('not this one')
      }),
    ).rejects.toThrow('not this one')
    expect(seen).toEqual([1000, 1000])
    const broken = new PassThrough()
    broken.write(randomBytes(1000))
    setTimeout(() => broken.destroy(new Error('connection lost')), 20)
    await expect(store.put(broken)).rejects.toThrow('connection lost')
    expect(await namesIn(store)).toEqual(before)
    expect(await readdir(incoming)).toEqual([])
  })
  test('finds what was stored before a moment, over many pages', async () => {
    const { store } = open()
    const put = await Promise.all(Array.from({ length: 7 }, () => store.put(inPieces(randomBytes(10)))))
    expect(await namesIn(store)).toEqual(expect.arrayContaining(put.map(one => one.sha256)))
    expect(await listed(store.storedBefore(longAgo()))).toEqual([])
  })
  test('sets aside what stays readable, and destroys only what is aside', async () => {
    const { store } = open()
    const bytes = randomBytes(100)
    const { sha256 } = await store.put(inPieces(bytes))
    await store.destroyAside(sha256)
    expect(await store.setAside(sha256, longAgo())).toBe(false)
    expect(await store.setAside(sha256, soon())).toBe(true)
    expect(await store.setAside(sha256, soon())).toBe(false)
    expect(await namesIn(store)).not.toContain(sha256)
    expect(await listed(store.asideBefore(soon()))).toEqual([sha256])
    expect(await listed(store.asideBefore(longAgo()))).toEqual([])
    expect(await store.has(sha256)).toBe(true)
    expect((await buffer(await store.open(sha256))).equals(bytes)).toBe(true)
    await store.bringBack(sha256)
    await store.bringBack(sha256)
    expect(await listed(store.asideBefore(soon()))).toEqual([])
    expect(await namesIn(store)).toContain(sha256)
    await store.setAside(sha256, soon())
    await store.put(inPieces(bytes))
    await store.destroyAside(sha256)
    expect((await buffer(await store.open(sha256))).equals(bytes)).toBe(true)
    await store.setAside(sha256, soon())
    await store.destroyAside(sha256)
    expect(await store.has(sha256)).toBe(false)
  })
})

test('the S3 store tries again while the server fails', async () => {
  const { store } = stores['s3']!()
  s3.failNext(2)
  const { sha256 } = await store.put(inPieces(Buffer.from('thử lại')))
  expect(String(await buffer(await store.open(sha256)))).toBe('thử lại')
  s3.failNext(3)
  await expect(store.put(inPieces(Buffer.from('không được')))).rejects.toThrow()
})

test('the S3 store is refused with a wrong secret', async () => {
  const store = s3Store({
    bucket: 'congso',
    region: 'vn-1',
    endpoint: s3.endpoint,
    keys: { ...keys, secret: 'x' },
    spool: join(root, 'spool'),
  })
  await expect(store.put(inPieces(Buffer.from('a')))).rejects.toThrow('SignatureDoesNotMatch')
  await expect(store.has('0'.repeat(64))).rejects.toThrow()
})

test('a process killed in the middle of an upload leaves nothing that is seen, and nothing for long', async () => {
  const folder = join(root, 'killed')
  const child = spawn(process.execPath, [
    '--input-type=module',
    '-e',
    `
    import { Readable } from 'node:stream'
    import { folderStore } from ${JSON.stringify(new URL('./folder.ts', import.meta.url).href)}
    async function* drip() { for (;;) { yield Buffer.alloc(65536); process.stdout.write('.'); await new Promise(done => setTimeout(done, 5)) } }
    await folderStore(${JSON.stringify(folder)}).put(Readable.from(drip()))`,
  ])
  await new Promise<void>((done, fail) => {
    let dots = 0
    child.stdout.on('data', (text: Buffer) => (dots += text.length) >= 20 && done())
    child.stderr.on('data', (text: Buffer) => fail(new Error(text.toString())))
  })
  child.kill('SIGKILL')
  await new Promise(done => child.once('exit', done))
  expect((await readdir(join(folder, 'incoming'))).length).toBe(1)
  const store = await createStore({ folder })
  expect(await namesIn(store)).toEqual([])
  // It may still be somebody else's running upload: only an old one is swept.
  expect((await readdir(join(folder, 'incoming'))).length).toBe(1)
  expect(await store.sweep(soon())).toBe(1)
  expect(await readdir(join(folder, 'incoming'))).toEqual([])
})

function inPieces(bytes: Buffer): Readable {
  const pieces = Array.from({ length: Math.ceil(bytes.length / 70_000) }, (_, index) =>
    bytes.subarray(index * 70_000, (index + 1) * 70_000),
  )
  return Readable.from(pieces)
}

async function listed(names: AsyncIterable<string>): Promise<string[]> {
  const found: string[] = []
  for await (const name of names) found.push(name)
  return found.toSorted()
}

async function namesIn(store: BlobStore): Promise<string[]> {
  return await listed(store.storedBefore(soon()))
}
