import { buffer } from 'node:stream/consumers'
import { Readable } from 'node:stream'
import { command, IdOf, Type, Upload, type Actor, type Download, type Id } from '@congso/kernel/contract'
import { defineModule, handle, newId } from '@congso/kernel/server'
import { openHouse, type House } from '@congso/kernel/testing'
import { directory } from '@congso/directory/module'
import { buildOffice, type Office } from '@congso/directory/testing'
import { attach, filesOf, type FileAccess } from './index.ts'
import { filesModule, type BlobStore } from './module.ts'
import { buildUpload, temporaryStore } from './testing.ts'

/** Hands in a file for a thing of a module to the right, as a dossier takes in a scan. */
export const hand = command({
  id: 'desk.hand-in',
  path: '/things/:owner/files',
  permission: 'signed-in',
  summary: 'Hands in a file for a thing of an agency.',
  input: Type.Object({ owner: IdOf<'thing'>(), agency: IdOf<'agency'>(), upload: Upload }),
  reply: Type.Object({ file: IdOf<'file'>(), files: Type.Array(Type.String()) }),
})
export const secret = 'a secret of the house'

export type Desk = {
  house: House
  office: Office
  store: BlobStore
  /** Where the store keeps it. */
  folder: string
  /** Hands in a file for a new thing of Tân Hòa, whose people may read it. */
  handIn(bytes: Buffer, name: string): Promise<{ file: Id<'file'>; owner: Id<'thing'> }>
  /** Somebody of Tân Hòa who may remove files. */
  remover: Actor
  close(): Promise<void>
}

/** A house with the office of the mock-ups, a store of its own, and a module whose things belong to agencies. */
export async function openDesk(options: Parameters<typeof openHouse>[1] = {}): Promise<Desk> {
  const { store, folder, remove } = await temporaryStore()
  const agencyOf = new Map<string, string>()
  const access: FileAccess = { 'desk.thing': async (_db, actor, owner) => actor.agency === agencyOf.get(owner) }
  const house = await openHouse(
    [
      directory,
      filesModule({ store, access, secret, paths: { 'desk.thing': owner => `/things/${owner}` } }),
      deskModule(agencyOf),
    ],
    options,
  )
  const office = await buildOffice(house)
  await house.facts()
  return {
    house,
    office,
    store,
    folder,
    async handIn(bytes, name) {
      const owner = newId<'thing'>()
      const upload = await buildUpload(store, name, bytes)
      const { file } = await house.run(hand, { owner, agency: office.agency, upload }, office.actor.clerk)
      return { file, owner }
    },
    remover: { ...office.actor.records, rights: { 'files.file.remove': { agencies: [office.agency] } } },
    async close() {
      await house.close()
      await remove()
    },
  }
}

/** What a download would send. */
export async function bytesOf(file: Download): Promise<Buffer> {
  if (!(file.body instanceof Readable)) throw new Error('not a stream')
  return await buffer(file.body)
}

function deskModule(agencyOf: Map<string, string>) {
  return defineModule({
    name: 'desk',
    permissions: [],
    handlers: [
      handle(hand, async (ctx, { upload, owner, agency }) => {
        const file = await attach(ctx, { upload, ownerKind: 'desk.thing', owner, agency, title: 'Đơn' })
        agencyOf.set(owner, agency)
        return { file, files: (await filesOf(ctx.db, 'desk.thing', owner)).map(one => one.name) }
      }),
    ],
    pages: [],
    forms: [],
    texts: { vi: { refusals: {}, permissions: {} }, en: { refusals: {}, permissions: {} } },
  })
}
