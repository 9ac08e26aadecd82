/**
 * A procedure's code: the national part, and the issuer's identifier where a local variant carries one. `unusual` marks a
 * national part with more than six digits: the catalogue has published such codes, though its form has six.
 */
export type ProcedureCode = { full: string; national: string; issuer?: string; unusual: boolean }

/**
 * Reads `1.001193`, `1.001234.000.00.00.H40` or `1.012753.H19`; undefined for anything else.
 * Procedures match by the national part while the full code is kept.
 */
export function parseProcedureCode(text: string): ProcedureCode | undefined {
  const full = text.trim().toUpperCase()
  const match = PATTERN.exec(full)
  const national = match?.[1]
  if (!national) return undefined
  const issuer = match[2]
  return { full, national, ...(issuer ? { issuer } : {}), unusual: national.length > 8 }
}

const PATTERN = /^([1-9]\.\d{6,9})(?:\.((?:[0-9A-Z]{2,3}\.){0,3}[A-Z]\d{2}))?$/
