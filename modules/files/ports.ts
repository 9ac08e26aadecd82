import type { Readable } from 'node:stream'

/** Stored bytes: the SHA-256 of the content in hex names them, so the same content is stored once. */
export type Blob = { sha256: string; size: number }

/** Bytes from one to another, both included. */
export type Part = { from: number; to: number }

/** Bytes that have arrived whole but are not stored yet, in a file of this machine. */
export type Draft = Blob & { path: string }

/**
 * Where the bytes of files are. What nobody refers to is first set aside, where it is still found, and destroyed only later:
 * whoever stores the same content in between, or has just begun to refer to it, loses nothing.
 */
export type BlobStore = {
  /** Stores a stream. `admit` sees the whole content first; when it throws, nothing is stored. Never visible half-written. */
  put(bytes: Readable, admit?: (draft: Draft) => Promise<void>): Promise<Blob>
  /** The content, or a part of it (both ends included), also when it was set aside. Throws when there is none. */
  open(sha256: string, part?: Part): Promise<Readable>
  /** Whether there is such content, also set aside. */
  has(sha256: string): Promise<boolean>
  /** Content last stored before a moment (epoch milliseconds). */
  storedBefore(moment: number): AsyncIterable<string>
  /** Sets content aside unless it was stored again since the moment; whether it did. */
  setAside(sha256: string, storedBefore: number): Promise<boolean>
  /** Content set aside before a moment (epoch milliseconds). */
  asideBefore(moment: number): AsyncIterable<string>
  /** Takes content set aside back into use. */
  bringBack(sha256: string): Promise<void>
  /** Destroys content that was set aside; content in use is not touched. */
  destroyAside(sha256: string): Promise<void>
  /** Removes what broken uploads left behind before a moment (epoch milliseconds); how many. */
  sweep(before: number): Promise<number>
}

/** What a scanner says about content. */
export type Verdict = { clean: true } | { clean: false; virus: string }

/** Looks for viruses. Throws when it cannot be asked: what was not scanned is not clean. */
export type Scanner = { scan(bytes: Readable): Promise<Verdict> }
