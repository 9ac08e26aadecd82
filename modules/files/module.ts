import { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { inLang, pathTo } from '@congso/kernel/contract'
import { defineModule, form, handle, page, type Module } from '@congso/kernel/server'
import { linkFile } from './commands/link-file.ts'
import { noteCleaning } from './commands/note-cleaning.ts'
import { removeFile } from './commands/remove-file.ts'
import { restoreFile } from './commands/restore-file.ts'
import * as contract from './contract.ts'
import { cleanStore } from './jobs.ts'
import { FilePage } from './pages/file.tsx'
import { en } from './pages/texts.en.ts'
import { vi } from './pages/texts.vi.ts'
import type { BlobStore, Part } from './ports.ts'
import { download, findUnreferenced, followLink, showInline, viewFile, type Reading } from './queries/reading.ts'
import type { FileAccess, OwnerPaths } from './questions.ts'

export { clamdScanner } from './adapters/clamd.ts'
export { keepUpload, type KeepOptions } from './adapters/keep-upload.ts'
export { createStore, type StoreConfig } from './adapters/store.ts'
export type { BlobStore, Scanner } from './ports.ts'

export type FilesOptions = {
  store: BlobStore
  /** Who may read the files of which things; each module to the right answers for its own. */
  access: FileAccess
  /** Where the pages of things are, so that the page of a file leads back to its thing. */
  paths?: OwnerPaths
  /** Signs short-lived links. */
  secret: string
}

/** Files on a store, for those whom the modules that own things let read them. */
export function filesModule({ store, access, paths = {}, secret }: FilesOptions): Module {
  const reading: Reading = {
    access,
    paths,
    secret,
    bytes: (sha256, part) => Readable.from(contentOf(store, sha256, part)),
  }
  return defineModule({
    name: 'files',
    migrations: fileURLToPath(new URL('./migrations', import.meta.url)),
    permissions: Object.keys(vi.permissions),
    handlers: [
      handle(contract.download, (ctx, input) => download(ctx, reading, input)),
      handle(contract.showInline, (ctx, input) => showInline(ctx, reading, input)),
      handle(contract.viewFile, (ctx, input) => viewFile(ctx, reading, input)),
      handle(contract.removeFile, (ctx, input) => removeFile(ctx, access, input)),
      handle(contract.restoreFile, (ctx, input) => restoreFile(ctx, access, input)),
      handle(contract.linkFile, (ctx, input) => linkFile(ctx, reading, input)),
      handle(contract.followLink, (ctx, input) => followLink(ctx, reading, input)),
      handle(contract.findUnreferenced, findUnreferenced),
      handle(contract.noteCleaning, noteCleaning),
    ],
    pages: [
      page(contract.viewFile, FilePage, {
        title: ({ file }) => file.name,
        topics: ({ file }) => [file.id],
      }),
    ],
    forms: [
      form(contract.removeFile, {
        to: ({ file }) => pathTo(contract.viewFile, { file }),
        done: ({ name }, { lang }) => inLang(lang, vi, en).removed(name),
      }),
      form(contract.restoreFile, {
        to: ({ file }) => pathTo(contract.viewFile, { file }),
        done: ({ name }, { lang }) => inLang(lang, vi, en).restored(name),
      }),
    ],
    jobs: [cleanStore(store)],
    texts: {
      vi: { refusals: vi.refusals, permissions: vi.permissions, events: vi.events },
      en: { refusals: en.refusals, permissions: en.permissions, events: en.events },
    },
  })
}

async function* contentOf(store: BlobStore, sha256: string, part?: Part): AsyncGenerator<Buffer> {
  yield* await store.open(sha256, part)
}
