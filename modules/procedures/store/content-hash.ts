import { createHash } from 'node:crypto'
import { contentText } from '../domain/record-change.ts'
import type { NationalRecord } from '../domain/record-shape.ts'

/** A SHA-256 over what a record publishes, as hex: equal exactly for records that publish the same. */
export function contentHash(record: NationalRecord): string {
  return createHash('sha256').update(contentText(record)).digest('hex')
}
