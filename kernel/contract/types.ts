import { Type, type Static, type TSchema, type TUnsafe } from 'typebox'

export { Type }
export type { Static, TSchema }

/** An identifier that cannot be mixed up with that of another kind of thing; a uuid version 7 on the wire. */
export type Id<Kind extends string> = string & { readonly __id: Kind }

/** Schema of an {@link Id}: lower-case uuid text. */
export function IdOf<Kind extends string>(): TUnsafe<Id<Kind>> {
  return Type.Unsafe<Id<Kind>>(Type.String({ format: 'uuid', minLength: 36, maxLength: 36 }))
}

/** One of a closed list of words, written on the wire as text. */
export function OneOf<const Words extends readonly string[]>(words: Words): TUnsafe<Words[number]> {
  return Type.Unsafe<Words[number]>(Type.Enum([...words]))
}

/** A calendar date `yyyy-mm-dd`, without time or zone. Forms accept dd/mm/yyyy as well. */
export function DateOnly() {
  return Type.String({ format: 'date', minLength: 10, maxLength: 10 })
}

/** A moment as ISO 8601 text with zone, e.g. `2026-11-19T02:42:00.000Z`. */
export function Instant() {
  return Type.String({ format: 'date-time', minLength: 20, maxLength: 35 })
}

/** An amount in whole đồng. */
export function Dong() {
  return Type.Integer({ minimum: 0, maximum: 1_000_000_000_000 })
}

/** One line of text with something in it: at least one character that is not white space. */
export function Line(maxLength = 250) {
  return Type.String({ minLength: 1, maxLength, pattern: '\\S' })
}

/** Text of several lines; may be empty. */
export function Prose(maxLength = 5000) {
  return Type.String({ maxLength, multiline: true })
}

/** A value that may be absent. */
export const Maybe = Type.Optional

/** A value or null, for views. */
export function OrNull<S extends TSchema>(schema: S) {
  return Type.Union([schema, Type.Null()])
}

/** A file as the edge has stored it before the command runs: its bytes are already in the store, named by their hash. */
export const Upload = Type.Unsafe<Upload>(
  Type.Object(
    {
      name: Type.String({ minLength: 1, maxLength: 255 }),
      type: Type.String({ maxLength: 127 }),
      size: Type.Integer({ minimum: 0 }),
      sha256: Type.String({ minLength: 64, maxLength: 64 }),
    },
    { upload: true },
  ),
)
export type Upload = { name: string; type: string; size: number; sha256: string }

/**
 * A small file that a command reads and nobody keeps, such as a spreadsheet to import: its bytes come with the input, as base64
 * from a program and from a form as they are. `most` is the limit in bytes.
 */
export function FileToRead(most: number): TUnsafe<FileToRead> {
  return Type.Unsafe<FileToRead>(
    Type.Object(
      {
        name: Type.String({ minLength: 1, maxLength: 255 }),
        base64: Type.String({ maxLength: Math.ceil(most / 3) * 4 }),
      },
      { additionalProperties: false, readsBytes: most },
    ),
  )
}
export type FileToRead = { name: string; base64: string }

/** A reply that is a file: written as an attachment (or shown inline) instead of a page or JSON. */
export const Download = Type.Unsafe<Download>(Type.Object({}, { download: true }))
export type Download = {
  name: string
  type: string
  body: Uint8Array | NodeJS.ReadableStream
  inline?: boolean
  /** Bytes of a body that is a stream, when they are known. */
  size?: number
  /** The bytes from one to another, both included, when the content can be read in parts; needs `size`. */
  part?: (from: number, to: number) => NodeJS.ReadableStream
}
