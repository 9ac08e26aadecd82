import type { CodeFile, Found, House, Passport, Rule } from '../house.ts'
import { perFile } from '../house.ts'
import { resolveRelative, splitSpecifier } from '../imports.ts'
import { lineOf, placeOf } from '../place.ts'

/** The house's line: kernel · ui · modules in their order · apps. Nobody imports from his right, or past a door. */
export const moduleOrder: Rule = {
  name: 'module-order',
  check: house => [
    ...house.code.flatMap(file =>
      file.imports.flatMap(found => checkImport(house, file, found.specifier, found.start)),
    ),
    ...house.passports.flatMap(passport => checkPassport(house, passport)),
  ],
}

/** A module's line: a file imports files of its own layer and of those to its left. */
export const layerOrder: Rule = {
  name: 'layer-order',
  check: perFile((file, house) => {
    const line = lineOf(house.layers)
    const mine = line.indexOf(file.place.layer ?? '')
    if (file.place.area !== 'module' || isTestFile(file) || mine < 0) return []
    return file.imports.flatMap(({ specifier, start }) => {
      const other = layerOfImport(file, specifier)
      if (other === undefined || line.indexOf(other) <= mine) return []
      return [{ file, start, message: `${file.place.layer} may not import ${other}, which stands to its right` }]
    })
  }),
}

/** The layer a file of a module reaches for inside its own module. */
export function layerOfImport(file: CodeFile, specifier: string): string | undefined {
  if (!specifier.startsWith('.')) return undefined
  const target = placeOf(resolveRelative(file.path, specifier))
  return target.module === file.place.module ? target.layer : undefined
}

/** Tests look at everything in their module; the builders in `testing` are a layer like others. */
export function isTestFile(file: { path: string }): boolean {
  return /\.(test|testing)\.tsx?$/.test(file.path)
}

function checkImport(house: House, file: CodeFile, specifier: string, start: number): Found[] {
  if (file.place.area === 'root') return []
  const say = (message: string): Found[] => [{ file, start, message }]
  if (specifier.startsWith('.')) {
    const target = resolveRelative(file.path, specifier)
    const leaves = !`${target}/`.startsWith(`${file.place.workspace}/`)
    return leaves ? say(`${specifier} leaves ${file.place.workspace}; go through a door (@congso/…)`) : []
  }
  const { name, door } = splitSpecifier(specifier)
  if (!name.startsWith('@congso/')) return []
  const target = house.passports.find(passport => passport.name === name)
  if (!target) return say(`there is no ${name}`)
  if (target.folder === file.place.workspace) return say(`${name} imports itself by name; use a relative path`)
  if (positionOf(house, target.folder) > positionOf(house, file.place.workspace))
    return say(`${name} stands to the right`)
  if (!target.doors.includes(door)) return say(`${name} has no door ${door}`)
  if (door === './module' && file.place.area !== 'app' && !file.place.test) return say('the door ./module is for apps')
  // The app may build too: its demo and its replays go through the commands, as the builders do.
  if (door === './testing' && !file.place.test && file.place.area !== 'app')
    return say('the door ./testing is for tests')
  return []
}

function checkPassport(house: House, passport: Passport): Found[] {
  const file = house.texts.find(text => text.place.workspace === passport.folder && text.path.endsWith('package.json'))
  if (!file || file.place.area === 'root') return []
  return passport.dependencies.flatMap(name => {
    const target = house.passports.find(other => other.name === name)
    if (!target || positionOf(house, target.folder) < positionOf(house, passport.folder)) return []
    return [{ file, start: file.text.indexOf(`"${name}"`), message: `depends on ${name}, which stands to the right` }]
  })
}

/** Where a workspace stands on the line; a module that is not in the order stands nowhere and is told so. */
function positionOf(house: House, folder: string): number {
  if (folder === 'kernel') return 0
  if (folder === 'ui') return 1
  const module = placeOf(`${folder}/x`).module
  if (module === undefined) return folder.startsWith('apps/') ? 1000 : 1001
  const index = house.order.indexOf(module)
  if (index < 0) throw new Error(`modules/${module} is not in apps/server/order.ts`)
  return 2 + index
}
