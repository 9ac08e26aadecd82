type Value = string | number | null

/** The fields of a thing that differ, each before and after, for the journal; empty when nothing does. */
export function changesOf<T extends Readonly<Record<string, Value>>>(
  before: T,
  after: T,
): { field: string; before: string | null; after: string | null }[] {
  return Object.keys(after)
    .filter(field => before[field] !== after[field])
    .map(field => ({ field, before: asText(before[field]), after: asText(after[field]) }))
}

function asText(value: Value | undefined): string | null {
  return value === null || value === undefined ? null : String(value)
}
