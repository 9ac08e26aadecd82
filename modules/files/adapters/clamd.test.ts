import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { clamdScanner } from './clamd.ts'
import { eicar, startClamd } from './clamd.testing.ts'

const stream = (...pieces: string[]) => Readable.from(pieces.map(piece => Buffer.from(piece)))

test('asks clamd on a port', async () => {
  const clamd = await startClamd(0)
  const scanner = clamdScanner({ address: clamd.address })
  expect(await scanner.scan(stream('xin ', 'chào'))).toEqual({ clean: true })
  expect(await scanner.scan(stream(eicar.slice(0, 20), eicar.slice(20)))).toEqual({
    clean: false,
    virus: 'Eicar-Signature',
  })
  expect(await scanner.scan(Readable.from([Buffer.alloc(5_000_000, 1)]))).toEqual({ clean: true })
  expect(clamd.scanned).toEqual([9, eicar.length, 5_000_000])
  await clamd.stop()
})

test('asks clamd on a socket', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'congso-clamd-'))
  const clamd = await startClamd(join(folder, 'clamd.sock'))
  expect(await clamdScanner({ address: join(folder, 'clamd.sock') }).scan(stream('a'))).toEqual({ clean: true })
  await clamd.stop()
  await rm(folder, { recursive: true })
})

test('takes no answer for clean', async () => {
  const small = await startClamd(0, 100)
  await expect(clamdScanner({ address: small.address }).scan(stream('x'.repeat(200)))).rejects.toThrow(
    'size limit exceeded',
  )
  await small.stop()
  await expect(clamdScanner({ address: small.address }).scan(stream('x'))).rejects.toThrow('ECONNREFUSED')
  await expect(clamdScanner({ address: '/nowhere/clamd.sock' }).scan(stream('x'))).rejects.toThrow('ENOENT')
  const mute = createServer(socket => socket.resume())
  await new Promise<void>(done => mute.listen(0, done))
  const address = mute.address()
  const port = typeof address === 'object' ? address?.port : 0
  await expect(clamdScanner({ address: `127.0.0.1:${port}`, timeoutMs: 50 }).scan(stream('x'))).rejects.toThrow(
    'does not answer',
  )
  await new Promise(done => mute.close(done))
})
