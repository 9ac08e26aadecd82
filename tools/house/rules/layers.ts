import { dirname, join } from 'node:path/posix'
import { type ESTree, Visitor } from 'rolldown/utils'
import type { CodeFile, Found, Rule } from '../house.ts'
import { perFile } from '../house.ts'
import { splitSpecifier } from '../imports.ts'
import { isTestFile, layerOfImport } from './look-left.ts'

/** Every file of a module has a place: its name is in the closed vocabulary. */
export const vocabulary: Rule = {
  name: 'vocabulary',
  check: perFile(file =>
    file.place.area === 'module' && file.place.layer === undefined && !isTestFile(file)
      ? [
          {
            file,
            start: 0,
            message: 'is not in the vocabulary of a module (contract, domain, store, queries, commands, pages …)',
          },
        ]
      : [],
  ),
}

/** Domain rules are pure: same question, same answer, at once. */
export const pureDomain: Rule = {
  name: 'pure-domain',
  check: perFile(file => {
    if (!isIn(file, 'domain')) return []
    const found: Found[] = []
    const say = (start: number, message: string) => found.push({ file, start, message })
    for (const { specifier, start } of file.imports) {
      // A digest is arithmetic; everything random in there is caught by name below.
      if (specifier.startsWith('node:') && specifier !== 'node:crypto') say(start, `domain does no I/O (${specifier})`)
      if (['kysely', 'pg', '@congso/kernel/server'].includes(specifier)) say(start, `domain does not know ${specifier}`)
    }
    const refuseAsync = (node: { start: number; async: boolean }) => {
      if (node.async) say(node.start, 'domain waits for nothing: no async')
    }
    new Visitor({
      FunctionDeclaration: refuseAsync,
      FunctionExpression: refuseAsync,
      ArrowFunctionExpression: refuseAsync,
      AwaitExpression: node => say(node.start, 'domain waits for nothing: no await'),
      NewExpression: node => {
        if (nameOf(node.callee) === 'Date' && node.arguments.length === 0)
          say(node.start, 'the time comes from outside, as an argument')
      },
      MemberExpression: node => {
        if (clocks.has(nameOf(node))) say(node.start, `${nameOf(node)} is not pure; take it as an argument`)
      },
    }).visit(file.program)
    return found
  }),
}

const clocks = new Set([
  'Date.now',
  'Math.random',
  'performance.now',
  'Temporal.Now',
  'process.env',
  'crypto.randomUUID',
  'crypto.randomBytes',
])

/** A command is one write use case; what two share is a part that no module binds, or belongs to domain or store. */
export const commandsAlone: Rule = {
  name: 'commands-alone',
  check: house => {
    const bound = new Set(
      house.code
        .filter(file => isIn(file, 'module'))
        .flatMap(file => file.imports.map(one => pathFrom(file, one.specifier))),
    )
    return house.code
      .filter(file => isIn(file, 'commands'))
      .flatMap(file =>
        file.imports
          .filter(
            ({ specifier }) => layerOfImport(file, specifier) === 'commands' && bound.has(pathFrom(file, specifier)),
          )
          .map(({ start }) => ({ file, start, message: 'a command may not import another command' })),
      )
  },
}

function pathFrom(file: CodeFile, specifier: string): string {
  return specifier.startsWith('.') ? join(dirname(file.path), specifier) : specifier
}

/** Who holds the outside world does not hold the database. */
export const jobsWithoutDatabase: Rule = {
  name: 'jobs-without-database',
  check: perFile(file =>
    !isIn(file, 'jobs')
      ? []
      : file.imports
          .filter(({ specifier }) => {
            const layer = layerOfImport(file, specifier)
            return layer === 'store' || layer === 'queries' || ['kysely', 'pg'].includes(splitSpecifier(specifier).name)
          })
          .map(({ start }) => ({ file, start, message: 'a job has no database of its own; it runs commands' })),
  ),
}

function isIn(file: CodeFile, layer: string): boolean {
  return file.place.area === 'module' && file.place.layer === layer && !isTestFile(file)
}

/** `a.b` as written, for plain names only; '' for anything else. */
function nameOf(node: ESTree.Expression | ESTree.Super): string {
  if (node.type === 'Identifier') return node.name
  if (node.type !== 'MemberExpression' || node.computed || node.property.type !== 'Identifier') return ''
  return `${nameOf(node.object)}.${node.property.name}`
}
