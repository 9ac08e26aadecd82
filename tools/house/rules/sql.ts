import { type ESTree, Visitor } from 'rolldown/utils'
import type { Found, Rule } from '../house.ts'
import { perFile } from '../house.ts'
import { splitSpecifier } from '../imports.ts'
import { isTestFile } from './look-left.ts'

const starters = ['selectFrom', 'insertInto', 'updateTable', 'deleteFrom', 'replaceInto', 'mergeInto']
const enders = /^(execute|stream|compile|explain|toOperationNode)/

/** SQL stands in store and queries, where its rights and its plan can be looked at; the kernel has its own. */
export const sqlPlace: Rule = {
  name: 'sql-place',
  check: perFile(file => {
    if (!['module', 'ui'].includes(file.place.area) || isTestFile(file)) return []
    if (['store', 'queries', 'testing'].includes(file.place.layer ?? '')) return []
    const message = 'SQL stands only in store/ and queries/'
    const found: Found[] = file.imports
      .filter(({ specifier }) => ['kysely', 'pg'].includes(splitSpecifier(specifier).name))
      .map(({ start }) => ({ file, start, message }))
    new Visitor({
      CallExpression: node => {
        if (starters.includes(methodOf(node) ?? '')) found.push({ file, start: node.start, message })
      },
      TaggedTemplateExpression: node => {
        if (node.tag.type === 'Identifier' && node.tag.name === 'sql') found.push({ file, start: node.start, message })
      },
    }).visit(file.program)
    return found
  }),
}

/** A query that is built but never executed does nothing, and says nothing. */
export const executedQuery: Rule = {
  name: 'executed-query',
  check: perFile(file => {
    const found: Found[] = []
    const look = (node: ESTree.Expression) => {
      if (isUnexecuted(node)) found.push({ file, start: node.start, message: 'this query is built but never executed' })
    }
    new Visitor({
      ExpressionStatement: node =>
        look(node.expression.type === 'UnaryExpression' ? node.expression.argument : node.expression),
      AwaitExpression: node => look(node.argument),
    }).visit(file.program)
    return found
  }),
}

/** Follows `a.b().c().d()` from its end to its beginning. */
function isUnexecuted(node: ESTree.Expression): boolean {
  const methods: string[] = []
  let at: ESTree.Expression | ESTree.Super = node
  while (at.type === 'CallExpression' || at.type === 'MemberExpression') {
    const method = at.type === 'CallExpression' ? methodOf(at) : undefined
    if (method) methods.push(method)
    at = at.type === 'CallExpression' ? at.callee : at.object
  }
  const isSql = at.type === 'TaggedTemplateExpression' && at.tag.type === 'Identifier' && at.tag.name === 'sql'
  return (isSql || methods.some(method => starters.includes(method))) && !methods.some(method => enders.test(method))
}

function methodOf(node: ESTree.CallExpression): string | undefined {
  const { callee } = node
  return callee.type === 'MemberExpression' && callee.property.type === 'Identifier' ? callee.property.name : undefined
}
