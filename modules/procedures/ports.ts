import type { RecordFile } from './domain/import-plan.ts'

/** Published records as files, in batches that fit in memory; reading ends with an error when the source is broken or cut off. */
export type RecordSource = AsyncIterable<RecordFile[]>
