import { type ESTree, Visitor } from 'rolldown/utils'

export type Import = { specifier: string; start: number }

/** Every module a file names: import, export from, import() and import types. */
export function importsOf(program: ESTree.Program): Import[] {
  const found: Import[] = []
  const note = (source: ESTree.Expression | null) => {
    if (source?.type === 'Literal' && typeof source.value === 'string')
      found.push({ specifier: source.value, start: source.start })
  }
  new Visitor({
    ImportDeclaration: node => note(node.source),
    ExportNamedDeclaration: node => note(node.source),
    ExportAllDeclaration: node => note(node.source),
    ImportExpression: node => note(node.source),
    TSImportType: node => note(node.source),
  }).visit(program)
  return found
}

/** The path a relative import means, from the root of the repository. */
export function resolveRelative(from: string, specifier: string): string {
  const parts = from.split('/').slice(0, -1)
  for (const step of specifier.split('/')) {
    if (step === '..') parts.pop()
    else if (step !== '.') parts.push(step)
  }
  return parts.join('/')
}

/** The package of a bare specifier and the door into it: `@congso/directory/contract` → `@congso/directory`, `./contract`. */
export function splitSpecifier(specifier: string): { name: string; door: string } {
  const parts = specifier.split('/')
  const length = specifier.startsWith('@') ? 2 : 1
  const rest = parts.slice(length).join('/')
  return { name: parts.slice(0, length).join('/'), door: rest ? `./${rest}` : '.' }
}
