import type { Readable } from 'node:stream'
import {
  covers,
  holds,
  notFound,
  Refusal,
  type Download,
  type Id,
  type InputOf,
  type ReplyOf,
} from '@congso/kernel/contract'
import type { Ctx } from '@congso/kernel/server'
import type * as contract from '../contract.ts'
import { previewOf } from '../domain/file-type.ts'
import type { FileAccess, OwnerPaths } from '../questions.ts'
import { readLink } from '../store/link.ts'
import { fileById, mayRead, unreferenced, type FileFacts } from './file.ts'

/** The bytes of content, not fetched before somebody reads the stream: by then the transaction is over. */
export type Bytes = (sha256: string) => Readable

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
  const { agency, ...file } = await readableFile(ctx, reading.access, input.file)
  const mayRemove =
    agency === null ? holds(ctx.actor, 'files.file.remove') : covers(ctx.actor, 'files.file.remove', { agency })
  const ownerPath = reading.paths[file.ownerKind]?.(file.owner) ?? null
  return { file: { ...file, preview: previewOf(file.type) }, ownerPath, mayRemove }
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

const keepRemovedMs = 30 * 86_400_000

/** Which contents nothing has referred to for thirty days; what was never attached has nothing that refers to it. */
export async function findUnreferenced(
  ctx: Ctx,
  input: InputOf<typeof contract.findUnreferenced>,
): Promise<ReplyOf<typeof contract.findUnreferenced>> {
  return { sha256s: await unreferenced(ctx.db, input.sha256s, ctx.now - keepRemovedMs) }
}

function asDownload(file: FileFacts, bytes: Bytes): Download {
  return { name: file.name, type: file.type, body: bytes(file.sha256) }
}
