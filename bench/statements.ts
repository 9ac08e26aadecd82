import type { Statement } from '@congso/kernel/testing'

/**
 * The same statements as a pgbench script: values written in place, and what must differ from run to run (the dossier, its papers,
 * the request and its key) made anew by the database.
 */
export function asScript(statements: readonly Statement[]): string {
  return statements.map(statement => `${fill(statement)};`).join('\n')
}

function fill({ text, values }: Statement): string {
  const receives = text.includes('casework.receive(')
  const leaves = text.includes('kernel.leave(')
  const one = (value: unknown, index: number) => {
    if (receives && typeof value === 'string' && value.startsWith('{')) return freshDossier(value)
    if (leaves && (index === 1 || index === 7)) return 'gen_random_uuid()'
    if (text.includes('kernel.idempotency') && index === 2) return 'gen_random_uuid()'
    return literal(value)
  }
  return text
    .replaceAll(/\$(\d+)/g, (_, digits: string) => one(values[Number(digits) - 1], Number(digits) - 1))
    .replaceAll(/\s*\n\s*/g, ' ')
}

function freshDossier(json: string): string {
  const base = `${literal(json)}::jsonb`
  return `((select b || jsonb_build_object('id', gen_random_uuid(), 'papers', (select coalesce(jsonb_agg(p || jsonb_build_object('id', gen_random_uuid())), '[]') from jsonb_array_elements(b -> 'papers') p)) from (select ${base} as b) as base))`
}

function literal(value: unknown): string {
  if (value === null || value === undefined) return 'null'
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (Buffer.isBuffer(value)) return `'\\x${value.toString('hex')}'::bytea`
  if (value instanceof Uint8Array) return `'\\x${Buffer.from(value).toString('hex')}'::bytea`
  if (
    typeof value === 'object' &&
    'type' in value &&
    value.type === 'Buffer' &&
    'data' in value &&
    Array.isArray(value.data)
  )
    return `'\\x${Buffer.from(value.data).toString('hex')}'::bytea`
  if (Array.isArray(value)) return `array[${value.map(literal).join(', ')}]`
  // pgbench reads a colon before a word as a variable of its own.
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return `E'${text
    .replaceAll('\\', '\\\\')
    .replaceAll("'", "\\'")
    .replaceAll(/:(?=[A-Za-z_])/g, '\\x3a')}'`
}
