import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { buildHouse, inspect } from './house.ts'
import { rules } from './rules/index.ts'
import { compare, readTree } from './tree.ts'

const planted = fileURLToPath(new URL('planted', import.meta.url))
const clean = readTree(`${planted}/clean`)
const line = {
  order: ['directory', 'casework'],
  layers: 'contract events domain store queries commands index reactions ports adapters jobs pages module'.split(' '),
}

/** Violations too long to be written down: lines of comment, as many as it takes. */
const grown: Record<string, Map<string, string>> = {
  'file-length': new Map([['modules/casework/domain/long.ts', '// one more\n'.repeat(251)]]),
  'kernel-size': new Map(
    Array.from({ length: 20 }, (_, i) => [`kernel/server/part-${i}.ts`, '// one more\n'.repeat(201)]),
  ),
}

test('a clean house has no problems', () => {
  expect(problemsWith(new Map())).toEqual([])
})

test('every rule has a planted violation', () => {
  const covered = [...readdirSync(planted).filter(name => name !== 'clean'), ...Object.keys(grown)]
  expect(covered.toSorted()).toEqual(rules.map(rule => rule.name).toSorted())
})

describe.each(rules.map(rule => rule.name))('%s', name => {
  test.each(casesOf(name))('catches its planted violation: %s', (_, files) => {
    const broken = new Set(problemsWith(files).map(problem => problem.rule))
    expect([...broken]).toEqual([name])
  })
})

test('a problem names its line', () => {
  const [problem] = problemsWith(new Map([['modules/casework/domain/paper.ts', '\n\nexport let paper: any\n']]))
  expect(problem).toMatchObject({ path: 'modules/casework/domain/paper.ts', line: 3, rule: 'no-any' })
})

test('a file that cannot be parsed is not passed over', () => {
  expect(() => problemsWith(new Map([['modules/casework/domain/paper.ts', 'export const = 1']]))).toThrow('paper.ts')
})

test('a module outside the order is refused', () => {
  const passport =
    '{ "name": "@congso/mail", "exports": { ".": "./index.ts" }, "dependencies": { "@congso/kernel": "*" } }'
  expect(() => problemsWith(new Map([['modules/mail/package.json', passport]]))).toThrow('modules/mail')
})

test('a tracked file that was not read is told', () => {
  const files = new Map([['kernel/a.ts', '']])
  expect(compare(['kernel/a.ts', 'kernel/b.ts', 'tools/house/planted/x/c.ts'], files)).toEqual(['kernel/b.ts'])
  expect(compare([], files)).toHaveLength(1)
})

function casesOf(name: string): [string, Map<string, string>][] {
  const files = grown[name]
  if (files) return [['grown', files]]
  return readdirSync(`${planted}/${name}`).map(variant => [variant, readTree(`${planted}/${name}/${variant}`)])
}

function problemsWith(files: ReadonlyMap<string, string>) {
  return inspect(buildHouse(new Map([...clean, ...files]), line), rules)
}
