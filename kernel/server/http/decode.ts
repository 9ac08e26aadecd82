/**
 * Turns what a browser form or a query string says (always text) into the types of a schema. It converts only what is
 * unambiguous and leaves everything else as it came, so that the check after it can name the field. JSON never passes here.
 */
export function decodeForm(schema: unknown, entries: Iterable<readonly [string, unknown]>): Record<string, unknown> {
  const root: Record<string, unknown> = {}
  for (const [name, value] of entries) {
    if (name.startsWith('_')) continue
    const path = name.replaceAll(/\[(\w*)\]/g, '.$1').split('.')
    if (path.length > 8 || path.some(part => part === '__proto__' || part === 'constructor' || part === 'prototype'))
      continue
    put(root, path, value)
  }
  const decoded = convert(schema, root)
  return isRecord(decoded) ? decoded : {}
}

function put(into: Record<string, unknown>, path: readonly string[], value: unknown): void {
  let at = into
  for (const part of path.slice(0, -1)) {
    const next = at[part]
    if (isRecord(next)) at = next
    else at = at[part] = {} as Record<string, unknown>
  }
  const last = path.at(-1) ?? ''
  const before = at[last]
  at[last] = before === undefined ? value : [...(Array.isArray(before) ? before : [before]), value]
}

function convert(schema: unknown, value: unknown): unknown {
  if (!isRecord(schema)) return value
  const kinds = Array.isArray(schema.anyOf) ? schema.anyOf : [schema]
  if (kinds.length > 1) return convertOne(kinds.filter(isRecord).find(kind => kind.type !== 'null') ?? {}, value)
  return convertOne(schema, value)
}

function convertOne(schema: Record<string, unknown>, value: unknown): unknown {
  if (schema.upload === true || schema.readsBytes !== undefined) return value
  if (schema.type === 'object' && isRecord(value)) return convertObject(schema, value)
  if (schema.type === 'array') return convertArray(schema, value)
  const text = Array.isArray(value) ? value.at(-1) : value
  if (typeof text !== 'string') return value
  if (schema.type === 'integer' || schema.type === 'number') return numberFrom(text)
  if (schema.type === 'boolean') return booleanFrom(text)
  if (schema.format === 'date') return dateFrom(text)
  if (schema.format === 'date-time') return instantFrom(text)
  return schema.multiline === true ? text.replaceAll('\r\n', '\n').normalize('NFC') : text.trim().normalize('NFC')
}

function convertObject(schema: Record<string, unknown>, value: Record<string, unknown>): Record<string, unknown> {
  const properties = isRecord(schema.properties) ? schema.properties : {}
  const required = Array.isArray(schema.required) ? schema.required : []
  const result: Record<string, unknown> = {}
  for (const [name, part] of Object.entries(value)) {
    const empty = part === '' || (typeof part === 'string' && part.trim() === '')
    // An empty box is an absent value, unless the schema asks for the text itself.
    if (empty && !required.includes(name)) continue
    result[name] = convert(properties[name], part)
  }
  for (const [name, property] of Object.entries(properties)) {
    // An unticked box sends nothing: for a required yes/no that is a no, for a required list an empty one.
    if (name in result || !required.includes(name) || !isRecord(property)) continue
    if (property.type === 'boolean') result[name] = false
    if (property.type === 'array') result[name] = []
  }
  return result
}

function convertArray(schema: Record<string, unknown>, value: unknown): unknown {
  // One file is a record too, but not a list written with numbers.
  if (isRecord(value) && !(isRecord(schema.items) && schema.items.upload === true && 'sha256' in value)) {
    const keys = Object.keys(value)
    if (keys.every(key => /^\d*$/.test(key))) {
      return keys
        .sort((a, b) => Number(a) - Number(b))
        .flatMap(key => (key === '' ? asList(value[key]) : [value[key]]))
        .map(item => convert(schema.items, item))
    }
    return value
  }
  return asList(value)
    .filter(item => item !== '')
    .map(item => convert(schema.items, item))
}

function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [value]
}

/** Vietnamese and plain notation: "1.500" is fifteen hundred, "1.500.000 đ" a million and a half, "2,5" two and a half. */
function numberFrom(text: string): unknown {
  const bare = text.replaceAll(/[\s\u00a0đ₫]/g, '')
  if (/^-?\d{1,3}(\.\d{3})+(,\d+)?$/.test(bare)) return Number(bare.replaceAll('.', '').replace(',', '.'))
  if (/^-?\d+(,\d+)?$/.test(bare)) return Number(bare.replace(',', '.'))
  return text
}

function booleanFrom(text: string): unknown {
  if (text === 'on' || text === 'true' || text === '1') return true
  if (text === 'off' || text === 'false' || text === '0' || text === '') return false
  return text
}

/** dd/mm/yyyy, d/m/yyyy or yyyy-mm-dd as yyyy-mm-dd; anything else stays for the check to refuse. */
function dateFrom(text: string): string {
  const found = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*$/.exec(text)
  if (!found) return text.trim()
  const [, day = '', month = '', year = ''] = found
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

/** `HH:MM dd/mm/yyyy` as people read it here, a moment in Vietnam, as ISO text; anything else stays for the check to refuse. */
function instantFrom(text: string): string {
  const found = /^\s*(\d{1,2}):(\d{2})\s+(\S+)\s*$/.exec(text)
  if (!found) return text.trim()
  const ms = Date.parse(`${dateFrom(found[3] ?? '')}T${found[1]?.padStart(2, '0')}:${found[2]}:00+07:00`)
  return Number.isNaN(ms) ? text.trim() : new Date(ms).toISOString()
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
