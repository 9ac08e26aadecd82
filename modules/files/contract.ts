import {
  command,
  Download,
  IdOf,
  Instant,
  Line,
  Maybe,
  OneOf,
  OrNull,
  query,
  refusals,
  Type,
  type Static,
  type Upload,
} from '@congso/kernel/contract'

export const { refuse, list: refusalList } = refusals('files', [
  'too-large',
  'empty',
  'type-not-allowed',
  'type-lies',
  'infected',
  'scan-unavailable',
  'link-expired',
  'not-uploaded',
  'content-gone',
] as const)

/** The largest file that is taken in, in bytes: what pages say and what the store holds to. */
export const largestFile = 50 * 1024 * 1024

const strict = { additionalProperties: false }
const File = { file: IdOf<'file'>() }

/** `clean`: a scanner has looked at it when it arrived; `unscanned`: no scanner is set up. */
export const scanStates = ['clean', 'unscanned'] as const
export type ScanState = (typeof scanStates)[number]

/**
 * Marks an upload that the store has really taken in, with what the scanner said. Nothing that comes as JSON or as a form can carry
 * it: otherwise a program could name content it has never seen and read it back.
 */
export const kept = Symbol('kept')
export type KeptUpload = Upload & { [kept]: ScanState }

/** How a page can show a file without another program. */
export const previews = ['image', 'pdf'] as const

export const FileView = Type.Object({
  id: IdOf<'file'>(),
  name: Type.String(),
  title: Type.String(),
  type: Type.String(),
  size: Type.Integer(),
  sha256: Type.String(),
  ownerKind: Type.String(),
  owner: Type.String(),
  createdAt: Instant(),
  createdByName: Type.String(),
  scanState: OneOf(scanStates),
  preview: OrNull(OneOf(previews)),
})
export type FileView = Static<typeof FileView>

export const download = query({
  id: 'files.download',
  path: '/files/:file',
  permission: 'signed-in',
  summary: 'The content of a file, for those who may read the thing it belongs to.',
  input: Type.Object(File, strict),
  reply: Download,
})

export const showInline = query({
  id: 'files.show-inline',
  path: '/files/:file/inline',
  permission: 'signed-in',
  summary: 'The content of a picture or PDF to be shown inside a page; anything else as an attachment.',
  input: Type.Object(File, strict),
  reply: Download,
})

export const viewFile = query({
  id: 'files.view-file',
  path: '/files/:file/view',
  permission: 'signed-in',
  summary: 'What is known of a file, and how it can be shown.',
  input: Type.Object(File, strict),
  reply: Type.Object({
    file: FileView,
    /** The page of the thing it belongs to, when that is known. */
    ownerPath: OrNull(Type.String()),
    mayRemove: Type.Boolean(),
    /** It has been removed; only those see it who may give it back, until its content is destroyed. */
    removed: OrNull(
      Type.Object({
        at: Instant(),
        byName: Type.String(),
        reason: Type.String(),
        until: Instant(),
        gone: Type.Boolean(),
      }),
    ),
  }),
})

export const removeFile = command({
  id: 'files.remove-file',
  path: '/files/:file/remove',
  permission: 'files.file.remove',
  summary: 'Removes a file from the thing it belongs to, with a reason; its content is destroyed thirty days later.',
  input: Type.Object({ ...File, reason: Line(500) }, strict),
  reply: Type.Object({ ...File, name: Type.String(), ownerKind: Type.String(), owner: Type.String() }),
})

export const restoreFile = command({
  id: 'files.restore-file',
  path: '/files/:file/restore',
  permission: 'files.file.remove',
  summary: 'Gives a removed file back to the thing it belonged to, within thirty days.',
  refusals: ['files.content-gone'],
  input: Type.Object(File, strict),
  reply: Type.Object({ ...File, name: Type.String(), ownerKind: Type.String(), owner: Type.String() }),
})

export const linkFile = command({
  id: 'files.link-file',
  path: '/files/:file/link',
  permission: 'signed-in',
  summary: 'A link to one file that anybody may follow for a short time.',
  input: Type.Object({ ...File, minutes: Maybe(Type.Integer({ minimum: 1, maximum: 1440 })) }, strict),
  reply: Type.Object({ path: Type.String(), expiresAt: Instant() }),
})

export const followLink = query({
  id: 'files.follow-link',
  path: '/files/link/:token',
  permission: 'public',
  summary: 'The content of the one file a short-lived link was made for.',
  perMinute: 60,
  refusals: ['files.link-expired'],
  input: Type.Object({ token: Type.String({ maxLength: 100 }) }, strict),
  reply: Download,
})

const Hashes = Type.Array(Type.String({ minLength: 64, maxLength: 64 }), { maxItems: 1000 })

export const findUnreferenced = query({
  id: 'files.find-unreferenced',
  path: '/files/unreferenced',
  permission: 'files.store.clean',
  summary: 'Which of these contents no file refers to, nor did in the last thirty days before it was removed.',
  input: Type.Object({ sha256s: Hashes }, strict),
  reply: Type.Object({ sha256s: Hashes }),
})

export const noteCleaning = command({
  id: 'files.note-cleaning',
  path: '/files/cleaning',
  permission: 'files.store.clean',
  summary: 'Writes down which contents were destroyed because nothing referred to them any more.',
  input: Type.Object({ destroyed: Hashes }, strict),
  reply: Type.Object({}),
})
