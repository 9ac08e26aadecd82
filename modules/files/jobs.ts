import type { Job, JobTools } from '@congso/kernel/server'
import { findUnreferenced, noteCleaning } from './contract.ts'
import type { BlobStore } from './ports.ts'

const dayMs = 86_400_000
const batch = 500

/**
 * Cleans the store every night at 01:30 in Vietnam. Content that nothing refers to a day after it was stored is set aside, where it
 * is still found; after another day it is destroyed, or brought back if something has come to refer to it. An upload that is
 * being attached while this runs therefore never loses its content.
 */
export function cleanStore(store: BlobStore): Job {
  return {
    name: 'files.clean-store',
    every: '30 18 * * *',
    async run(tools) {
      const before = tools.now - dayMs
      const swept = await store.sweep(before)
      const destroyed = await settleAside(store, tools, before)
      const aside = await setUnreferencedAside(store, tools, before)
      tools.log('the store is clean', { swept, aside, destroyed })
    },
  }
}

async function settleAside(store: BlobStore, tools: JobTools, before: number): Promise<number> {
  let count = 0
  for await (const sha256s of inBatches(store.asideBefore(before))) {
    const free = new Set((await tools.run(findUnreferenced, { sha256s })).sha256s)
    const destroyed = sha256s.filter(sha256 => free.has(sha256))
    // Said before it is done: the journal must not miss what a job killed in between has destroyed.
    if (destroyed.length > 0) await tools.run(noteCleaning, { destroyed })
    for (const sha256 of sha256s) await (free.has(sha256) ? store.destroyAside(sha256) : store.bringBack(sha256))
    count += destroyed.length
  }
  return count
}

async function setUnreferencedAside(store: BlobStore, tools: JobTools, before: number): Promise<number> {
  let count = 0
  for await (const sha256s of inBatches(store.storedBefore(before))) {
    const free = await tools.run(findUnreferenced, { sha256s })
    for (const sha256 of free.sha256s) if (await store.setAside(sha256, before)) count += 1
  }
  return count
}

async function* inBatches(names: AsyncIterable<string>): AsyncGenerator<string[]> {
  let some: string[] = []
  for await (const name of names) {
    some.push(name)
    if (some.length < batch) continue
    yield some
    some = []
  }
  if (some.length > 0) yield some
}
