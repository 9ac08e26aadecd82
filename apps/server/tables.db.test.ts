import { readFileSync, globSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { fileURLToPath } from 'node:url'
import { openHouse, type House } from '@congso/kernel/testing'
import { parseSync, type ESTree } from 'rolldown/utils'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readConfig } from './config.ts'
import { describeFiles } from './files.ts'
import { allModules } from './modules.ts'

// Table types are written by hand, because they say more than a database knows (branded ids, closed lists of words, the shape of
// JSON). What the database does know, they must say as it does.
const root = fileURLToPath(new URL('../..', import.meta.url))
const files = globSync('modules/**/store/tables.ts', { cwd: root })

type Family = 'text' | 'number' | 'boolean' | 'binary' | 'list' | 'json' | 'word'
type Said = { family: Family; nullable: boolean; byDatabase: boolean }
type Column = { family: Family; nullable: boolean; byDatabase: boolean; view: boolean }

let house: House
let columns: Map<string, Map<string, Column>>

beforeAll(async () => {
  house = await openHouse(allModules(describeFiles(readConfig({ CONGSO_DATA: tmpdir() }))))
  columns = await columnsOf(house)
})
afterAll(() => house?.close())

test('every module that names tables is looked at', () => {
  expect(files.length).toBeGreaterThanOrEqual(5)
})

describe.each(files)('%s', file => {
  test('says what the migrated database says', () => {
    const tables = tablesIn(readFileSync(`${root}/${file}`, 'utf8'))
    expect(tables.size).toBeGreaterThan(0)
    const wrong = [...tables].flatMap(([table, said]) => {
      const known = columns.get(table)
      if (!known) return [`${table} does not exist`]
      return [...said].flatMap(([column, type]) => differences(`${table}.${column}`, type, known.get(column)))
    })
    expect(wrong).toEqual([])
  })
})

test('a wrong word about a column is found', () => {
  const source = `type Tables = { 'files.file': { id: string | null; size: string; gone: number; name: Generated<string> } }`
  const said = tablesIn(source).get('files.file') ?? new Map<string, Said>()
  const known = columns.get('files.file')
  expect([...said].flatMap(([column, type]) => differences(column, type, known?.get(column)))).toEqual([
    'id is never null',
    'size is number, not text',
    'gone does not exist',
    'name has no default',
  ])
})

function differences(name: string, said: Said, known: Column | undefined): string[] {
  if (!known) return [`${name} does not exist`]
  const found: string[] = []
  // A word of a closed list is text in the database; a named shape, or a list, may be JSON.
  const fits =
    said.family === known.family ||
    (said.family === 'word' && ['text', 'json', 'list'].includes(known.family)) ||
    (said.family === 'list' && known.family === 'json')
  // What a view may leave out the database does not say.
  if (!known.view && said.nullable && !known.nullable) found.push(`${name} is never null`)
  if (!known.view && !said.nullable && known.nullable) found.push(`${name} may be null`)
  if (!fits) found.push(`${name} is ${known.family}, not ${said.family}`)
  if (said.byDatabase && !known.byDatabase) found.push(`${name} has no default`)
  return found
}

async function columnsOf(of: House): Promise<Map<string, Map<string, Column>>> {
  const { rows } = await of.pool.query<{
    t: string
    c: string
    type: string
    nullable: boolean
    made: boolean
    view: boolean
  }>(
    `select n.nspname || '.' || r.relname as t, a.attname as c, case when y.typelem <> 0 and y.typlen = -1 then 'list' else y.typname end as type,
       not a.attnotnull and a.attgenerated = '' as nullable, a.atthasdef or a.attidentity <> '' as made, r.relkind = 'v' as view
     from pg_attribute a join pg_class r on r.oid = a.attrelid join pg_namespace n on n.oid = r.relnamespace join pg_type y on y.oid = a.atttypid
     where a.attnum > 0 and not a.attisdropped and r.relkind in ('r', 'v', 'p') and n.nspname !~ '^(pg_|information_schema)'`,
  )
  const found = new Map<string, Map<string, Column>>()
  for (const { t, c, type, nullable, made, view } of rows) {
    const table = found.get(t) ?? new Map<string, Column>()
    found.set(t, table.set(c, { family: familyOf(type), nullable, byDatabase: made, view }))
  }
  return found
}

function familyOf(type: string): Family {
  if (type === 'list') return 'list'
  if (/^(int\d|float\d)$/.test(type)) return 'number'
  if (type === 'bool') return 'boolean'
  if (type === 'bytea') return 'binary'
  return /^jsonb?$/.test(type) ? 'json' : 'text'
}

/** The tables a source names, with what it says of each column. */
function tablesIn(source: string): Map<string, Map<string, Said>> {
  const { program } = parseSync('tables.ts', source, { lang: 'ts' })
  const aliases = new Map<string, ESTree.TSType>()
  for (const statement of program.body) {
    const declared = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement
    if (declared?.type === 'TSTypeAliasDeclaration') aliases.set(declared.id.name, declared.typeAnnotation)
  }
  const tables = new Map<string, Map<string, Said>>()
  for (const [name, type] of membersOf(aliases.get('Tables'), aliases))
    tables.set(name, new Map([...membersOf(type, aliases)].map(([column, of]) => [column, saidOf(of)])))
  return tables
}

function membersOf(type: ESTree.TSType | undefined, aliases: Map<string, ESTree.TSType>): Map<string, ESTree.TSType> {
  if (type?.type === 'TSIntersectionType') return new Map(type.types.flatMap(one => [...membersOf(one, aliases)]))
  if (type?.type === 'TSTypeReference') return membersOf(aliases.get(nameOf(type)), aliases)
  const found = new Map<string, ESTree.TSType>()
  if (type?.type !== 'TSTypeLiteral') return found
  for (const member of type.members) {
    if (member.type !== 'TSPropertySignature' || !member.typeAnnotation) continue
    const { key } = member
    const name = key.type === 'Identifier' ? key.name : key.type === 'Literal' ? String(key.value) : ''
    found.set(name, member.typeAnnotation.typeAnnotation)
  }
  return found
}

function saidOf(type: ESTree.TSType): Said {
  if (type.type === 'TSUnionType') {
    const parts = type.types.filter(one => one.type !== 'TSNullKeyword')
    const [first] = parts
    return { ...(first ? saidOf(first) : plain('word')), nullable: parts.length < type.types.length }
  }
  if (type.type === 'TSStringKeyword') return plain('text')
  if (type.type === 'TSNumberKeyword') return plain('number')
  if (type.type === 'TSBooleanKeyword') return plain('boolean')
  if (type.type === 'TSUnknownKeyword') return { ...plain('word'), nullable: true }
  if (type.type === 'TSArrayType') return plain('list')
  if (type.type === 'TSLiteralType') return plain('word')
  if (type.type !== 'TSTypeReference') return plain('word')
  const [inner] = type.typeArguments?.params ?? []
  const name = nameOf(type)
  if (name === 'Generated' && inner) return { ...saidOf(inner), byDatabase: true }
  if (name === 'Computed') return { ...(inner ? saidOf(inner) : plain('text')), byDatabase: true }
  if (name === 'ColumnType' && inner) return saidOf(inner)
  if (name === 'Json') return plain('json')
  if (name === 'Id' || name === 'Numeric') return plain('text')
  return plain(name === 'Buffer' ? 'binary' : 'word')
}

function plain(family: Family): Said {
  return { family, nullable: false, byDatabase: false }
}

function nameOf(type: ESTree.TSTypeReference): string {
  return type.typeName.type === 'Identifier' ? type.typeName.name : ''
}
