import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anonymous, iso } from '@congso/kernel/contract'
import { newId } from '@congso/kernel/server'
import type { House } from '@congso/kernel/testing'
import type { Office } from '@congso/directory/testing'
import { download, followLink, kept, linkFile, removeFile, restoreFile, showInline, viewFile } from './contract.ts'
import { bytesOf, hand, openDesk, secret, type Desk } from './desk.testing.ts'
import { makeLink } from './index.ts'
import type { BlobStore } from './ports.ts'
import { buildUpload, pdfBytes, pngBytes, sha256Of } from './testing.ts'

let desk: Desk
let house: House
let office: Office
let store: BlobStore

beforeAll(async () => {
  desk = await openDesk()
  house = desk.house
  office = desk.office
  store = desk.store
})
afterAll(() => desk.close())

describe('attaching', () => {
  test('makes an upload a file of a thing, in the transaction of the command, and is journalled without names', async () => {
    const bytes = pdfBytes()
    const owner = newId<'thing'>()
    const upload = await buildUpload(store, 'Đơn của bà Lê Thị Hoa.pdf', bytes)
    const { file, files } = await house.run(hand, { owner, agency: office.agency, upload }, office.actor.clerk)
    expect(files).toEqual(['Đơn của bà Lê Thị Hoa.pdf'])
    expect(await house.facts()).toEqual([
      {
        event: 'files.file-attached',
        subject: file,
        account: null,
        data: { ownerKind: 'desk.thing', owner, type: 'application/pdf', size: bytes.length, sha256: sha256Of(bytes) },
      },
    ])
    const seen = await house.pool.query(
      'select name, size, owner_kind, owner, agency, scan_state, created_at from files.pub_file where id = $1',
      [file],
    )
    expect(seen.rows).toEqual([
      {
        name: 'Đơn của bà Lê Thị Hoa.pdf',
        size: bytes.length,
        owner_kind: 'desk.thing',
        owner,
        agency: office.agency,
        scan_state: 'unscanned',
        created_at: iso(house.clock()),
      },
    ])
  })
  test('refuses what did not come through the store, even when the content exists', async () => {
    const upload = await buildUpload(store)
    const claimed = JSON.parse(JSON.stringify(upload))
    await expect(
      house.run(hand, { owner: newId<'thing'>(), agency: office.agency, upload: claimed }, office.actor.clerk),
    ).rejects.toMatchObject({ code: 'files.not-uploaded' })
    expect(kept in upload).toBe(true)
  })
})

describe('reading', () => {
  test('gives the content to those who may read the thing', async () => {
    const bytes = pdfBytes()
    const { file } = await desk.handIn(bytes, 'a.pdf')
    const got = await house.run(download, { file }, office.actor.officer)
    expect(got).toMatchObject({ name: 'a.pdf', type: 'application/pdf' })
    expect(got.inline).toBeUndefined()
    expect((await bytesOf(got)).equals(bytes)).toBe(true)
  })
  test('shows pictures and PDF in the page, and nothing else', async () => {
    const picture = await desk.handIn(pngBytes, 'b.png')
    expect(await house.run(showInline, { file: picture.file }, office.actor.clerk)).toMatchObject({
      type: 'image/png',
      inline: true,
    })
    const text = await desk.handIn(Buffer.from('<script>alert(1)</script>'), 'c.txt')
    expect(await house.run(showInline, { file: text.file }, office.actor.clerk)).toMatchObject({
      type: 'text/plain',
      inline: false,
    })
    expect(await house.run(viewFile, { file: picture.file }, office.actor.clerk)).toMatchObject({
      file: {
        name: 'b.png',
        type: 'image/png',
        size: pngBytes.length,
        preview: 'image',
        scanState: 'unscanned',
        title: 'Đơn',
      },
      mayRemove: false,
    })
    expect((await house.run(viewFile, { file: text.file }, office.actor.clerk)).file.preview).toBeNull()
  })
  test('is refused to everybody else, as if there were no such file', async () => {
    const { file } = await desk.handIn(pdfBytes(), 'd.pdf')
    for (const endpoint of [download, showInline, viewFile]) {
      await expect(house.run(endpoint, { file }, office.actor.strangerClerk)).rejects.toMatchObject({
        code: 'kernel.not-found',
        status: 404,
      })
      await expect(house.run(endpoint, { file }, anonymous)).rejects.toMatchObject({ code: 'kernel.sign-in-first' })
      await expect(house.run(endpoint, { file: newId<'file'>() }, office.actor.clerk)).rejects.toMatchObject({
        code: 'kernel.not-found',
      })
    }
    await expect(house.run(linkFile, { file }, office.actor.strangerClerk)).rejects.toMatchObject({
      code: 'kernel.not-found',
    })
    await expect(house.run(removeFile, { file, reason: 'x' }, office.actor.administrator)).rejects.toMatchObject({
      code: 'kernel.not-found',
    })
  })
  test('is refused to all when nobody answers for the kind of thing', async () => {
    const { file } = await desk.handIn(pdfBytes(), 'e.pdf')
    await house.pool.query(`update files.file set owner_kind = 'desk.unknown' where id = $1`, [file])
    await expect(house.run(download, { file }, office.actor.clerk)).rejects.toMatchObject({ code: 'kernel.not-found' })
  })
  test('fetches no bytes before the stream is read', async () => {
    const bytes = pdfBytes()
    const { file } = await desk.handIn(bytes, 'f.pdf')
    const got = await house.run(download, { file }, office.actor.clerk)
    await store.setAside(sha256Of(bytes), Date.now() + 5000)
    await store.destroyAside(sha256Of(bytes))
    await expect(bytesOf(got)).rejects.toThrow('the store has no content')
  })
})

describe('a link', () => {
  test('gives one file to anybody, for its time only', async () => {
    const bytes = pdfBytes()
    const { file } = await desk.handIn(bytes, 'g.pdf')
    await house.facts()
    const { path, expiresAt } = await house.run(linkFile, { file, minutes: 5 }, office.actor.officer)
    expect(await house.facts()).toMatchObject([{ event: 'files.file-linked', subject: file, data: { expiresAt } }])
    expect(expiresAt).toBe(iso(house.clock() + 300_000))
    const token = path.split('/').at(-1) ?? ''
    expect((await bytesOf(await house.run(followLink, { token }, anonymous))).equals(bytes)).toBe(true)
    for (const position of [0, 20, 25, token.length - 1]) {
      const forged = `${token.slice(0, position)}${token[position] === 'A' ? 'B' : 'A'}${token.slice(position + 1)}`
      await expect(house.run(followLink, { token: forged }, anonymous)).rejects.toMatchObject({
        code: 'kernel.not-found',
      })
    }
    const elsewhere = makeLink('another secret', file, house.clock() + 300_000)
    await expect(house.run(followLink, { token: elsewhere }, anonymous)).rejects.toMatchObject({
      code: 'kernel.not-found',
    })
    await expect(house.run(followLink, { token: 'x' }, anonymous)).rejects.toMatchObject({ code: 'kernel.not-found' })
    const late = makeLink(secret, file, house.clock())
    await expect(house.run(followLink, { token: late }, anonymous)).rejects.toMatchObject({
      code: 'files.link-expired',
      status: 410,
    })
    await house.run(removeFile, { file, reason: 'Nhầm hồ sơ' }, desk.remover)
    await expect(house.run(followLink, { token }, anonymous)).rejects.toMatchObject({ code: 'kernel.not-found' })
  })
})

describe('removing', () => {
  test('takes the file away with a reason, and is journalled', async () => {
    const bytes = pdfBytes()
    const { file, owner } = await desk.handIn(bytes, 'h.pdf')
    await house.facts()
    await expect(house.run(removeFile, { file, reason: 'x' }, office.actor.clerk)).rejects.toMatchObject({
      code: 'kernel.forbidden',
    })
    const elsewhere = { ...desk.remover, rights: { 'files.file.remove': { agencies: [office.communes[1] ?? ''] } } }
    await expect(house.run(removeFile, { file, reason: 'x' }, elsewhere)).rejects.toMatchObject({
      code: 'kernel.forbidden',
    })
    await expect(house.run(removeFile, { file, reason: ' ' }, desk.remover)).rejects.toMatchObject({
      findings: [{ path: 'reason' }],
    })
    expect(await house.run(viewFile, { file }, desk.remover)).toMatchObject({
      mayRemove: true,
      ownerPath: `/things/${owner}`,
    })
    expect(await house.run(removeFile, { file, reason: 'Quét nhầm giấy tờ của người khác' }, desk.remover)).toEqual({
      file,
      name: 'h.pdf',
      ownerKind: 'desk.thing',
      owner,
    })
    expect(await house.facts()).toEqual([
      {
        event: 'files.file-removed',
        subject: file,
        account: null,
        data: { ownerKind: 'desk.thing', owner, sha256: sha256Of(bytes) },
      },
    ])
    await expect(house.run(download, { file }, office.actor.clerk)).rejects.toMatchObject({ code: 'kernel.not-found' })
    await expect(house.run(removeFile, { file, reason: 'x' }, desk.remover)).rejects.toMatchObject({
      code: 'kernel.not-found',
    })
    expect((await house.pool.query('select from files.pub_file where id = $1', [file])).rowCount).toBe(0)
  })
})

describe('giving back', () => {
  const dayMs = 86_400_000
  const removed = async () => {
    const handed = await desk.handIn(pdfBytes(), 'n.pdf')
    await house.run(removeFile, { file: handed.file, reason: 'Gỡ nhầm' }, desk.remover)
    await house.facts()
    return handed
  }
  test('puts a removed file back where it was, and is journalled', async () => {
    const { file, owner } = await removed()
    expect(await house.run(viewFile, { file }, desk.remover)).toMatchObject({
      file: { name: 'n.pdf', preview: null },
      ownerPath: `/things/${owner}`,
      mayRemove: false,
      removed: {
        at: iso(house.clock()),
        reason: 'Gỡ nhầm',
        until: iso(house.clock() + 30 * dayMs),
        gone: false,
      },
    })
    const done = await house.run(restoreFile, { file }, desk.remover)
    expect(done).toEqual({ file, name: 'n.pdf', ownerKind: 'desk.thing', owner })
    expect(await house.facts()).toMatchObject([
      { event: 'files.file-restored', subject: file, data: { ownerKind: 'desk.thing', owner } },
    ])
    expect((await house.run(viewFile, { file }, office.actor.clerk)).removed).toBeNull()
    expect((await house.run(download, { file }, office.actor.clerk)).name).toBe('n.pdf')
    await expect(house.run(restoreFile, { file }, desk.remover)).rejects.toMatchObject({ code: 'kernel.not-found' })
  })
  test('is for those only who might have removed it', async () => {
    const { file } = await removed()
    await expect(house.run(restoreFile, { file }, office.actor.clerk)).rejects.toMatchObject({
      code: 'kernel.forbidden',
    })
    const abroad = { ...desk.remover, rights: { 'files.file.remove': { agencies: [office.communes[1] ?? ''] } } }
    const stranger = { ...office.actor.strangerClerk, rights: desk.remover.rights }
    for (const actor of [abroad, stranger]) {
      await expect(house.run(restoreFile, { file }, actor)).rejects.toMatchObject({ code: 'kernel.not-found' })
      await expect(house.run(viewFile, { file }, actor)).rejects.toMatchObject({ code: 'kernel.not-found' })
    }
    await expect(house.run(viewFile, { file }, office.actor.clerk)).rejects.toMatchObject({ code: 'kernel.not-found' })
  })
  test('ends with the thirtieth day, when its content may be gone', async () => {
    const { file } = await removed()
    house.clock.advance(30 * dayMs - 1)
    expect((await house.run(viewFile, { file }, desk.remover)).removed?.gone).toBe(false)
    house.clock.advance(1)
    expect((await house.run(viewFile, { file }, desk.remover)).removed?.gone).toBe(true)
    await expect(house.run(restoreFile, { file }, desk.remover)).rejects.toMatchObject({
      code: 'files.content-gone',
      params: { name: 'n.pdf' },
    })
  })
})
