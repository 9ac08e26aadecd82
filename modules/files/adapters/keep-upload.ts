import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import type { KeepUpload } from '@congso/kernel/server'
import { fileTypeFromFile } from 'file-type'
import { kept, largestFile, refuse, type KeptUpload } from '../contract.ts'
import { cleanName, commonTypes, judgeType, type AllowedType, type Found } from '../domain/file-type.ts'
import type { BlobStore, Draft, Scanner } from '../ports.ts'

export type KeepOptions = {
  /** The largest file in bytes; {@link largestFile} when left out. */
  mostBytes?: number
  types?: readonly AllowedType[]
  /** Without one, files are taken in unscanned and say so. */
  scanner?: Scanner | undefined
}

/**
 * Takes an upload into the store while it arrives. Refuses what is too large (no more than the limit is ever written), empty, of a type that is not
 * allowed or other than its name says, or infected; a scanner that cannot be asked lets nothing in. What was refused is not stored.
 */
export function keepUpload(store: BlobStore, options: KeepOptions = {}): KeepUpload {
  const { mostBytes = largestFile, types = commonTypes } = options
  return async (stream, given): Promise<KeptUpload> => {
    // Whoever reads it hears of its end; before that it must not break the process.
    stream.on('error', () => {})
    const name = cleanName(given.name)
    const upload = { name, type: '', [kept]: options.scanner ? ('clean' as const) : ('unscanned' as const) }
    const blob = await store.put(Readable.from(limited(stream, mostBytes, name)), async draft => {
      if (draft.size === 0) refuse('files.empty', { name })
      Object.assign(upload, judged(name, await contentOf(draft), types))
      await scanWith(options.scanner, draft, name)
    })
    return { ...upload, ...blob }
  }
}

/** The type and name by content, or a refusal that says both. */
export function judged(name: string, found: Found, types: readonly AllowedType[]): { name: string; type: string } {
  const judgement = judgeType(name, found, types)
  if (judgement.verdict === 'allowed') return { name: judgement.name, type: judgement.type }
  if (judgement.verdict === 'lies')
    return refuse('files.type-lies', { name, ending: judgement.ending, actual: judgement.actual })
  return refuse('files.type-not-allowed', {
    name,
    ending: judgement.ending,
    allowed: types.map(one => one.label).join(', '),
  })
}

/** Passes on what is within the limit. The rest is read and dropped: a browser hears a refusal only after it has sent everything. */
async function* limited(stream: NodeJS.ReadableStream, most: number, name: string): AsyncGenerator<Buffer> {
  let size = 0
  for await (const chunk of stream) {
    const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk)
    size += bytes.length
    if (size <= most) yield bytes
  }
  if (size > most) refuse('files.too-large', { name, limit: most })
}

async function contentOf(draft: Draft): Promise<Found> {
  const known = await fileTypeFromFile(draft.path).catch(() => undefined)
  if (known) return { kind: 'known', type: known.mime, ending: known.ext }
  return { kind: (await isText(draft.path)) ? 'text' : 'unknown' }
}

/** Plain text is UTF-8 without zero bytes, to its end. */
async function isText(path: string): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for await (const chunk of createReadStream(path)) {
      if (decoder.decode(chunk, { stream: true }).includes('\0')) return false
    }
    decoder.decode()
    return true
  } catch {
    return false
  }
}

async function scanWith(scanner: Scanner | undefined, draft: Draft, name: string): Promise<void> {
  if (!scanner) return
  const verdict = await scanner
    .scan(createReadStream(draft.path))
    .catch(() => refuse('files.scan-unavailable', { name }))
  if (!verdict.clean) refuse('files.infected', { name, virus: verdict.virus })
}
