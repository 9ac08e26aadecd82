import { isBuiltin } from 'node:module'
import type { CodeFile, Found, House, Rule } from '../house.ts'
import { splitSpecifier } from '../imports.ts'
import { businessWords } from '../words.ts'
import { isTestFile } from './look-left.ts'

/** A workspace's package.json is its passport: it imports only what stands in it. */
export const passport: Rule = {
  name: 'passport',
  check: house =>
    house.code.flatMap(file =>
      file.imports.flatMap(({ specifier, start }): Found[] => {
        if (/^[./#]|^node:|^virtual:/.test(specifier)) return []
        if (isBuiltin(specifier)) return [{ file, start, message: `write node:${specifier}` }]
        const { name } = splitSpecifier(specifier)
        if (mayKnow(house, file, name)) return []
        return [{ file, start, message: `${name} is not in the package.json of ${file.place.workspace || 'the root'}` }]
      }),
    ),
}

/** Each module says in at most thirty lines what it owns, its words and its invariants. */
export const readme: Rule = {
  name: 'readme',
  check: house =>
    house.passports
      .filter(({ folder }) => folder.startsWith('modules/'))
      .flatMap(({ folder }) => {
        const text = house.texts.find(file => file.path === `${folder}/README.md`)
        const own = house.texts.find(file => file.path === `${folder}/package.json`)
        if (!text) return own ? [{ file: own, start: 0, message: `${folder} has no README.md` }] : []
        const lines = text.text.trimEnd().split('\n').length
        return lines > 30 ? [{ file: text, start: 0, message: `${lines} lines; the limit is 30` }] : []
      }),
}

/** The kernel stays small enough to be known by heart. */
export const kernelSize: Rule = {
  name: 'kernel-size',
  check: house => {
    const files = house.code.filter(file => file.place.area === 'kernel' && !isTestFile(file))
    const lines = files.reduce((sum, file) => sum + file.text.trimEnd().split('\n').length, 0)
    const [first] = files
    return first && lines > 4000
      ? [{ file: first, start: 0, message: `the kernel has ${lines} lines; the limit is 4000` }]
      : []
  },
}

/** The kernel serves any business: it knows none of its words. */
export const kernelWords: Rule = {
  name: 'kernel-words',
  check: house =>
    house.texts
      .filter(file => file.place.area === 'kernel' && !isTestFile(file) && /\.(tsx?|sql)$/.test(file.path))
      .flatMap(file => {
        const match = new RegExp(`(?<![A-Za-z])(?:${businessWords.join('|')})`, 'i').exec(
          file.text.replaceAll(/(?<=[a-z])(?=[A-Z])/g, '\u200b'),
        )
        return match ? [{ file, start: match.index, message: `"${match[0]}" is a word of the business` }] : []
      }),
}

function mayKnow(house: House, file: CodeFile, name: string): boolean {
  const own = house.passports.find(({ folder }) => folder === file.place.workspace)
  const root = house.passports.find(({ folder }) => folder === '')
  if (own?.dependencies.includes(name)) return true
  const forTests = [...(own?.devDependencies ?? []), ...(root?.devDependencies ?? [])]
  return (file.place.test || file.place.area === 'root' || file.place.area === 'journeys') && forTests.includes(name)
}
