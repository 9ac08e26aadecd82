import { createReadStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { setTimeout } from 'node:timers/promises'
import {
  CopyObjectCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  paginateListObjectsV2,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3'
import type { BlobStore, Part } from '../ports.ts'
import { spool, sweepSpool } from './spool.ts'

/** A bucket of a server that speaks the S3 API. Without keys the machine's own credentials are used. */
export type S3Config = {
  bucket: string
  region: string
  endpoint?: string
  keys?: { id: string; secret: string }
  /** A folder of this machine where uploads wait until they are whole. */
  spool: string
}

/** Keeps content as objects of a bucket. An object appears whole or not at all; the name is known only after the last byte, hence the spool. */
export function s3Store(config: S3Config): BlobStore {
  const { bucket: Bucket } = config
  const client = clientFor(config)
  const exists = async (Key: string) =>
    (await client.send(new HeadObjectCommand({ Bucket, Key })).catch(absent)) !== undefined
  const read = async (Key: string, part?: Part) => {
    const Range = part && `bytes=${part.from}-${part.to}`
    return (await client.send(new GetObjectCommand({ Bucket, Key, Range })).catch(absent))?.Body
  }
  const copy = (from: string, Key: string) =>
    client.send(new CopyObjectCommand({ Bucket, Key, CopySource: `${Bucket}/${from}` }))
  const remove = (Key: string) => client.send(new DeleteObjectCommand({ Bucket, Key }))
  return {
    async put(bytes, admit) {
      const draft = await spool(bytes, config.spool)
      try {
        await admit?.(draft)
        const put = {
          Bucket,
          Key: placeOf(draft.sha256),
          ContentLength: draft.size,
          ContentType: 'application/octet-stream',
        }
        await persistently(() => client.send(new PutObjectCommand({ ...put, Body: createReadStream(draft.path) })))
      } finally {
        await rm(draft.path, { force: true })
      }
      return { sha256: draft.sha256, size: draft.size }
    },
    async open(sha256, part) {
      const body = (await read(placeOf(sha256), part)) ?? (await read(asideOf(sha256), part))
      if (!(body instanceof Readable)) throw new Error(`the store has no content ${sha256}`)
      return body
    },
    has: async sha256 => (await exists(placeOf(sha256))) || (await exists(asideOf(sha256))),
    storedBefore: moment => namesBefore(client, Bucket, 'blob/', moment),
    async setAside(sha256, storedBefore) {
      const head = await client.send(new HeadObjectCommand({ Bucket, Key: placeOf(sha256) })).catch(absent)
      if (!head?.LastModified || head.LastModified.getTime() >= storedBefore) return false
      await copy(placeOf(sha256), asideOf(sha256))
      await remove(placeOf(sha256))
      return true
    },
    asideBefore: moment => namesBefore(client, Bucket, 'aside/', moment),
    async bringBack(sha256) {
      if (!(await exists(asideOf(sha256)))) return
      await copy(asideOf(sha256), placeOf(sha256))
      await remove(asideOf(sha256))
    },
    async destroyAside(sha256) {
      await remove(asideOf(sha256))
    },
    sweep: before => sweepSpool(config.spool, before),
  }
}

function clientFor(config: S3Config): S3Client {
  return new S3Client({
    region: config.region,
    // Servers other than Amazon's name the bucket in the path and know no checksum trailers.
    ...(config.endpoint ? { endpoint: config.endpoint, forcePathStyle: true } : {}),
    ...(config.keys ? { credentials: { accessKeyId: config.keys.id, secretAccessKey: config.keys.secret } } : {}),
    // What goes wrong is thrown, not printed.
    logger: { debug: silent, info: silent, warn: silent, error: silent },
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  })
}

function silent(): void {}

/** The library does not repeat a request whose body is a stream; three times in all while the fault is the server's or the network's. */
async function persistently<T>(send: () => Promise<T>, left = 2): Promise<T> {
  try {
    return await send()
  } catch (error) {
    const status = error instanceof S3ServiceException ? (error.$metadata.httpStatusCode ?? 500) : 500
    if (left === 0 || status < 500) throw error
    await setTimeout(200)
    return await persistently(send, left - 1)
  }
}

function placeOf(sha256: string): string {
  return `blob/${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`
}

function asideOf(sha256: string): string {
  return `aside/${sha256}`
}

async function* namesBefore(client: S3Client, Bucket: string, Prefix: string, moment: number): AsyncGenerator<string> {
  for await (const page of paginateListObjectsV2({ client }, { Bucket, Prefix })) {
    for (const object of page.Contents ?? []) {
      const name = object.Key?.split('/').at(-1) ?? ''
      if (/^[0-9a-f]{64}$/.test(name) && object.LastModified && object.LastModified.getTime() < moment) yield name
    }
  }
}

function absent(error: unknown): undefined {
  if (error instanceof S3ServiceException && error.$metadata.httpStatusCode === 404) return undefined
  throw error
}
