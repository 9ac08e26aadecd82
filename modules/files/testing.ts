import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import type { Upload } from '@congso/kernel/contract'
import type { BlobStore } from './ports.ts'
import { folderStore } from './adapters/folder.ts'
import { keepUpload } from './adapters/keep-upload.ts'

/** A PDF of one empty page, with a number of its own so that no two are alike. */
export function pdfBytes(mark = randomBytes(8).toString('hex')): Buffer {
  return Buffer.from(`%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj
% ${mark}
trailer<</Root 1 0 R>>
%%EOF
`)
}

/** A picture of one white dot. */
export const pngBytes = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg==',
  'base64',
)

/** Takes a file into a store as the edge does with an upload: a new PDF unless bytes are given. */
export async function buildUpload(store: BlobStore, name = 'Đơn đề nghị.pdf', bytes = pdfBytes()): Promise<Upload> {
  return await keepUpload(store)(Readable.from([bytes]), { name, type: 'application/octet-stream' })
}

/** The hash that names content in the store. */
export function sha256Of(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** A store of a test's own, and how to be rid of it. */
export async function temporaryStore(): Promise<{ store: BlobStore; folder: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'congso-store-'))
  return { store: folderStore(folder), folder, remove: () => rm(folder, { recursive: true, force: true }) }
}
