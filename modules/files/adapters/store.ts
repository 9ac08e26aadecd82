import type { BlobStore } from '../ports.ts'
import { folderStore } from './folder.ts'
import type { S3Config } from './s3.ts'

export type StoreConfig = { folder: string } | { s3: S3Config }

/** The store of the configuration, swept of what uploads of a killed process left behind more than an hour ago. */
export async function createStore(config: StoreConfig): Promise<BlobStore> {
  const store = 'folder' in config ? folderStore(config.folder) : await loadS3(config.s3)
  await store.sweep(Date.now() - 3_600_000)
  return store
}

/** The S3 library is large: only those who use it load it. */
async function loadS3(config: S3Config): Promise<BlobStore> {
  const { s3Store } = await import('./s3.ts')
  return s3Store(config)
}
