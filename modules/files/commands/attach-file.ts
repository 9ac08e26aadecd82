import type { Id, Upload } from '@congso/kernel/contract'
import { newId, type Ctx } from '@congso/kernel/server'
import { kept, refuse, type KeptUpload } from '../contract.ts'
import { fileAttached } from '../events.ts'
import { insertFile } from '../store/file.ts'

/** An upload and the thing it shall belong to, in the words of the module that owns that thing. */
export type Attachment = {
  upload: Upload
  ownerKind: string
  owner: string
  agency: Id<'agency'> | null
  title: string
}

/** Makes an upload a file of a thing, inside the command that takes it in. Whether the actor may is for that command to check. Refuses `files.not-uploaded`. */
export async function attach(ctx: Ctx, { upload, ownerKind, owner, agency, title }: Attachment): Promise<Id<'file'>> {
  const id = newId<'file'>(ctx.now)
  if (!isKept(upload)) return refuse('files.not-uploaded', { name: upload.name })
  const { name, type, size, sha256 } = upload
  const file = { id, name, type, size, sha256, ownerKind, owner, agency, title, scan: upload[kept] }
  await insertFile(ctx.db, file, { account: ctx.actor.account, at: ctx.now })
  ctx.record(fileAttached, {
    subject: id,
    data: { ownerKind, owner, type, size, sha256 },
    personal: { name, title },
    ...(agency ? { agency } : {}),
  })
  return id
}

function isKept(upload: Upload): upload is KeptUpload {
  return kept in upload
}
