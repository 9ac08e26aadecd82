import { Compile } from 'typebox/compile'
import { Format } from 'typebox/format'
import type { TSchema } from 'typebox'
import { Invalid, type Finding } from '../contract/refusal.ts'

/** A schema as a checker: nothing is coerced, nothing is forgiven. */
export type Check = (value: unknown) => readonly Finding[]

/** Compiles a schema once into a checker whose findings name fields by dotted path. */
export function compileCheck(schema: TSchema): Check {
  const validator = Compile(schema)
  return value => (validator.Check(value) ? [] : findingsOf(validator.Errors(value)))
}

/** Throws {@link Invalid} unless the value fits. */
export function assertFits(check: Check, value: unknown): void {
  const findings = check(value)
  if (findings.length > 0) throw new Invalid(findings)
}

type Raw = { keyword: string; instancePath: string; params: object }

function findingsOf(errors: readonly Raw[]): Finding[] {
  const byPath = new Map<string, Finding>()
  for (const error of errors) {
    for (const finding of findingsOfOne(error)) if (!byPath.has(finding.path)) byPath.set(finding.path, finding)
  }
  return [...byPath.values()]
}

function findingsOfOne(error: Raw): Finding[] {
  const path = error.instancePath.slice(1).replaceAll('/', '.')
  const params = new Map<string, unknown>(Object.entries(error.params))
  if (error.keyword === 'required')
    return names(params.get('requiredProperties')).map(name => ({ path: join(path, name), code: 'required' }))
  if (error.keyword === 'additionalProperties')
    return names(params.get('additionalProperties')).map(name => ({ path: join(path, name), code: 'unknown' }))
  if (error.keyword === 'boolean') return []
  const limit = params.get('limit')
  const code = error.keyword === 'minLength' && limit === 1 ? 'required' : (codes[error.keyword] ?? 'invalid')
  const detail = error.keyword === 'format' ? params.get('format') : limit
  return [
    { path, code, ...(typeof detail === 'string' || typeof detail === 'number' ? { params: { limit: detail } } : {}) },
  ]
}

const codes: Readonly<Record<string, string>> = {
  type: 'type',
  minLength: 'short',
  maxLength: 'long',
  minimum: 'small',
  maximum: 'large',
  format: 'format',
  pattern: 'pattern',
  enum: 'choice',
  const: 'choice',
  anyOf: 'choice',
  minItems: 'few',
  maxItems: 'many',
}

function names(value: unknown): string[] {
  return Array.isArray(value) ? value.filter(one => typeof one === 'string') : []
}

function join(path: string, name: string): string {
  return path ? `${path}.${name}` : name
}

// A date must exist: 2026-02-30 has the right shape and is still wrong.
Format.Set('date', text => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const ms = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text)
})
