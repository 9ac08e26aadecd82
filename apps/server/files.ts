import { join } from 'node:path'
import { fileAccess } from '@congso/casework'
import { dossierView } from '@congso/casework/contract'
import { clamdScanner, createStore, keepUpload, type BlobStore, type StoreConfig } from '@congso/files/module'
import { pathTo } from '@congso/kernel/contract'
import type { KeepUpload } from '@congso/kernel/server'
import type { Config } from './config.ts'
import type { FilesOptions } from './modules.ts'

/** The store of the configuration: a bucket when one is named, a folder of the data otherwise. Nothing is opened before its first use. */
export function blobStore(config: Config): BlobStore {
  let opened: Promise<BlobStore> | undefined
  const store = () => (opened ??= createStore(placeOf(config)))
  return {
    put: async (bytes, admit) => (await store()).put(bytes, admit),
    open: async (sha256, part) => (await store()).open(sha256, part),
    has: async sha256 => (await store()).has(sha256),
    async *storedBefore(moment) {
      yield* (await store()).storedBefore(moment)
    },
    setAside: async (sha256, storedBefore) => (await store()).setAside(sha256, storedBefore),
    async *asideBefore(moment) {
      yield* (await store()).asideBefore(moment)
    },
    bringBack: async sha256 => (await store()).bringBack(sha256),
    destroyAside: async sha256 => (await store()).destroyAside(sha256),
    sweep: async before => (await store()).sweep(before),
  }
}

/** Takes uploads into the store, past the virus scanner when one is configured. */
export function uploadsInto(store: BlobStore, config: Config): KeepUpload {
  return keepUpload(store, { scanner: config.clamd ? clamdScanner({ address: config.clamd }) : undefined })
}

/** What the files module of a running house is made with; its links are signed with the installation's secret. */
export function fileOptions(config: Config, secret: string): FilesOptions {
  const paths = { 'casework.dossier': (id: string) => pathTo(dossierView, { id }) }
  return { store: blobStore(config), access: fileAccess, paths, secret }
}

/** The files module as far as its endpoints and migrations go, without a database. */
export function describeFiles(config: Config): FilesOptions {
  return fileOptions(config, '')
}

function placeOf({ s3, data }: Config): StoreConfig {
  if (!s3) return { folder: join(data, 'files') }
  const { bucket, region, endpoint } = s3
  return { s3: { bucket, region, ...(endpoint ? { endpoint } : {}), spool: join(data, 'incoming') } }
}
