import type { Readable } from 'node:stream'
import { iso, notFound, Refusal, type Download, type Id, type InputOf, type ReplyOf } from '@congso/kernel/contract'
import type { Ctx } from '@congso/kernel/server'
import type * as contract from '../contract.ts'
import { previewOf } from '../domain/file-type.ts'
import { keptMs, keptUntil } from '../domain/removed.ts'
import type { FileAccess, OwnerPaths } from '../questions.ts'
import { readLink } from '../store/link.ts'
import { fileById, mayRead, mayRemove, removedById, unreferenced, type FileFacts, type RemovedFile } from './file.ts'

/** The bytes of content or a part of it, not fetched before somebody reads the stream: by then the transaction is over. */
export type Bytes = (sha256: string, part?: { from: number; to: number }) => Readable

/** What reading a file takes besides the database. */
export type Reading = { access: FileAccess; paths: OwnerPaths; bytes: Bytes; secret: string }

/** A file for those who may read the thing it belongs to; for everybody else there is no such file. */
export async function readableFile(ctx: Ctx, access: FileAccess, file: Id<'file'>): Promise<FileFacts> {
  const found = (await fileById(ctx.db, file)) ?? notFound()
  return (await mayRead(ctx.db, access, ctx.actor, found)) ? found : notFound()
}

/** The content of a file, as an attachment. */
export async function download(
  ctx: Ctx,
  reading: Reading,
  input: InputOf<typeof contract.download>,
): Promise<Download> {
  return asDownload(await readableFile(ctx, reading.access, input.file), reading.bytes)
}

/** The content of a picture or PDF for a page to show; of anything else as an attachment. */
export async function showInline(
  ctx: Ctx,
  reading: Reading,
  input: InputOf<typeof contract.showInline>,
): Promise<Download> {
  const file = await readableFile(ctx, reading.access, input.file)
  return { ...asDownload(file, reading.bytes), inline: previewOf(file.type) !== null }
}

/** What is known of a file. */
export async function viewFile(
  ctx: Ctx,
  reading: Reading,
  input: InputOf<typeof contract.viewFile>,
): Promise<ReplyOf<typeof contract.viewFile>> {
  const gone = await removedById(ctx.db, input.file)
  if (gone) return await viewRemoved(ctx, reading, gone)
  const { agency, ...file } = await readableFile(ctx, reading.access, input.file)
  const ownerPath = reading.paths[file.ownerKind]?.(file.owner) ?? null
  return {
    file: { ...file, preview: previewOf(file.type) },
    ownerPath,
    mayRemove: mayRemove(ctx.actor, { agency }),
    removed: null,
  }
}

/** A removed file for those who may give it back; its content is shown to nobody. */
async function viewRemoved(ctx: Ctx, reading: Reading, found: RemovedFile): Promise<ReplyOf<typeof contract.viewFile>> {
  if (!mayRemove(ctx.actor, found) || !(await mayRead(ctx.db, reading.access, ctx.actor, found))) return notFound()
  const { agency: _, removed, ...file } = found
  const until = keptUntil(removed.at)
  return {
    file: { ...file, preview: null },
    ownerPath: reading.paths[file.ownerKind]?.(file.owner) ?? null,
    mayRemove: false,
    removed: { ...removed, until: iso(until), gone: until <= ctx.now },
  }
}

/** The content of the one file a link was made for, while the link lasts. */
export async function followLink(
  ctx: Ctx,
  reading: Reading,
  input: InputOf<typeof contract.followLink>,
): Promise<Download> {
  const link = readLink(reading.secret, input.token) ?? notFound()
  if (link.expires <= ctx.now) throw new Refusal('files.link-expired', {}, 410)
  return asDownload((await fileById(ctx.db, link.file)) ?? notFound(), reading.bytes)
}

/** Which contents nothing has referred to for thirty days; what was never attached has nothing that refers to it. */
export async function findUnreferenced(
  ctx: Ctx,
  input: InputOf<typeof contract.findUnreferenced>,
): Promise<ReplyOf<typeof contract.findUnreferenced>> {
  return { sha256s: await unreferenced(ctx.db, input.sha256s, ctx.now - keptMs) }
}

function asDownload(file: FileFacts, bytes: Bytes): Download {
  const { name, type, size, sha256 } = file
  return { name, type, size, body: bytes(sha256), part: (from, to) => bytes(sha256, { from, to }) }
}
