import { Visitor } from 'rolldown/utils'
import type { CodeFile, Found, Rule } from '../house.ts'
import { perFile } from '../house.ts'
import { emptyNames, forbidden } from '../words.ts'
import { isTestFile } from './look-left.ts'

const vietnamese = /[ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ]/

/** All screen text stands in texts.vi.ts and texts.en.ts, where the compiler holds both languages together. */
export const screenText: Rule = {
  name: 'screen-text',
  check: perFile(file => {
    if (mayHoldVietnamese(file)) return []
    const found: Found[] = []
    const look = (start: number, text: string) => {
      // One letter alone is a matter of spelling, such as folding đ; it is nothing to read.
      if (text.trim().length > 1 && vietnamese.test(text))
        found.push({ file, start, message: `screen text outside texts.*.ts: ${text.trim().slice(0, 40)}` })
    }
    new Visitor({
      Literal: node => void (typeof node.value === 'string' && look(node.start, node.value)),
      TemplateElement: node => look(node.start, node.value.raw),
      JSXText: node => look(node.start, node.value),
    }).visit(file.program)
    return found
  }),
}

export const noDefaultExport: Rule = {
  name: 'no-default-export',
  check: perFile(file => {
    const found: Found[] = []
    new Visitor({
      ExportDefaultDeclaration: node =>
        found.push({ file, start: node.start, message: 'a default export has no name of its own' }),
    }).visit(file.program)
    return /\.(config|d)\.ts$/.test(file.path) ? [] : found
  }),
}

export const noAny: Rule = {
  name: 'no-any',
  check: perFile(file => {
    const found: Found[] = []
    new Visitor({
      TSAnyKeyword: node => found.push({ file, start: node.start, message: '`any` switches the compiler off' }),
    }).visit(file.program)
    return found
  }),
}

/** A cast tells the compiler what we hope; only the kernel's edges, where types truly cannot know, may. */
export const noCast: Rule = {
  name: 'no-cast',
  check: perFile(file => {
    if (file.place.area === 'kernel' || file.place.test || isTestFile(file)) return []
    const found: Found[] = []
    new Visitor({
      TSAsExpression: node => {
        if (file.text.slice(node.typeAnnotation.start, node.typeAnnotation.end) === 'const') return
        found.push({ file, start: node.start, message: 'write a type guard instead of `as`' })
      },
    }).visit(file.program)
    return found
  }),
}

/** Names say what is inside, in kebab-case. */
export const names: Rule = {
  name: 'names',
  check: house =>
    house.code.flatMap(file => {
      const say = (message: string): Found[] => [{ file, start: 0, message }]
      const parts = file.path.split('/').map(part => part.split('.')[0] ?? '')
      const empty = parts.find(part =>
        emptyNames.some(name => part === name || part.endsWith(`-${name}s`) || isEmptyEnd(part, name)),
      )
      if (empty) return say(`"${empty}" does not say what is inside`)
      return parts.every(part => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(part)) ? [] : say('names are kebab-case')
    }),
}

/** `online-service` is a word of the glossary; `dossier-manager` is a word of nobody. */
function isEmptyEnd(part: string, name: string): boolean {
  return !['service', 'base', 'data', 'info', 'common', 'shared'].includes(name) && part.endsWith(`-${name}`)
}

/** A file fits on a few screens. Lists of texts and generated tables are as long as they are. */
export const fileLength: Rule = {
  name: 'file-length',
  check: perFile(file => {
    if (isTextFile(file.path)) return []
    const limit = lengthOf(file)
    const lines = file.text.trimEnd().split('\n').length
    return lines > limit ? [{ file, start: 0, message: `${lines} lines; the limit is ${limit}` }] : []
  }),
}

/** Code fits on a few screens; lists of cases and of endpoints are read by looking something up. */
function lengthOf(file: CodeFile): number {
  if (file.place.test || isTestFile(file) || file.place.layer === 'contract') return 400
  return file.path.endsWith('.tsx') ? 300 : 250
}

/** What may stand nowhere, in code or documents. */
export const forbiddenWords: Rule = {
  name: 'forbidden-words',
  check: house =>
    house.texts
      .filter(file => file.path !== 'tools/house/words.ts')
      .flatMap(file =>
        forbidden.flatMap(({ pattern, why }) => {
          const match = pattern.exec(file.text)
          return match ? [{ file, start: match.index, message: `${match[0]}: ${why}` }] : []
        }),
      ),
}

/** A language's texts, whole or by subject, or a generated table. */
function isTextFile(path: string): boolean {
  return /(^|[/.-])texts(\.[a-z]+)?\.ts$|\.(vi|en)\.ts$|\.generated\.tsx?$/.test(path)
}

/** Rules of the domain hold the words of the law they read; tests and the demo's own people hold what they hold. */
function mayHoldVietnamese(file: CodeFile): boolean {
  const isText = isTextFile(file.path)
  const isExample = file.place.test || isTestFile(file) || /(^|\/)(seed|replay|demo|gallery)([-./]|$)/.test(file.path)
  return isText || isExample || file.place.layer === 'domain'
}
