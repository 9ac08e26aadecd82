import { parseSync, type ESTree } from 'rolldown/utils'
import { type Import, importsOf } from './imports.ts'
import { type Place, placeOf } from './place.ts'

/** A text file of the repository; `program` and `imports` only for TypeScript. */
export type TextFile = { path: string; text: string; place: Place }
export type CodeFile = TextFile & { program: ESTree.Program; imports: Import[] }

/** A workspace's package.json: what it may know and which doors it opens. */
export type Passport = {
  folder: string
  name: string
  dependencies: string[]
  devDependencies: string[]
  doors: string[]
}

/** The whole tree as the rules see it. */
export type House = {
  order: readonly string[]
  layers: readonly string[]
  code: CodeFile[]
  texts: TextFile[]
  passports: Passport[]
}

export type Problem = { path: string; line: number; rule: string; message: string }
export type Rule = { name: string; check: (house: House) => Found[] }

/** What a rule says; the checker adds its name and turns the offset into a line. */
export type Found = { file: TextFile; start: number; message: string }

export type Line = { order: readonly string[]; layers: readonly string[] }

/** Parses every file. Throws when one cannot be parsed: what was not read was not checked. */
export function buildHouse(files: ReadonlyMap<string, string>, line: Line): House {
  const texts = [...files].map(([path, text]) => ({ path, text, place: placeOf(path) }))
  const code = texts.filter(file => /\.tsx?$/.test(file.path)).map(parse)
  const passports = texts.filter(file => file.path.endsWith('package.json')).map(readPassport)
  return { ...line, texts, code, passports }
}

/** Runs the rules over the house; problems in the order of the tree. */
export function inspect(house: House, rules: readonly Rule[]): Problem[] {
  return rules
    .flatMap(rule =>
      rule.check(house).map(({ file, start, message }) => ({
        path: file.path,
        line: file.text.slice(0, start).split('\n').length,
        rule: rule.name,
        message,
      })),
    )
    .toSorted((a, b) => a.path.localeCompare(b.path) || a.line - b.line)
}

/** A rule that looks at one file at a time. */
export function perFile(check: (file: CodeFile, house: House) => Found[]): Rule['check'] {
  return house => house.code.flatMap(file => check(file, house))
}

function parse(file: TextFile): CodeFile {
  const { program, errors } = parseSync(file.path, file.text, {
    lang: file.path.endsWith('x') ? 'tsx' : 'ts',
  })
  const [error] = errors
  if (error) throw new Error(`${file.path} cannot be parsed: ${error.message}`)
  return { ...file, program, imports: importsOf(program) }
}

function readPassport(file: TextFile): Passport {
  const json: Record<string, unknown> = JSON.parse(file.text)
  return {
    folder: file.place.workspace,
    name: String(json['name']),
    dependencies: [...keysOf(json['dependencies']), ...keysOf(json['optionalDependencies'])],
    devDependencies: keysOf(json['devDependencies']),
    doors: keysOf(json['exports']),
  }
}

function keysOf(value: unknown): string[] {
  return typeof value === 'object' && value !== null ? Object.keys(value) : []
}
