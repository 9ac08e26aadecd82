/** Where a file stands in the house. */
export type Place = {
  area: 'kernel' | 'ui' | 'module' | 'app' | 'journeys' | 'root'
  /** Folder of the workspace it belongs to; '' for the root. */
  workspace: string
  /** The module's name, for files in a module. */
  module?: string
  /** The layer of the module it belongs to; absent when its name is not in the vocabulary. */
  layer?: string
  /** Tests and what only tests use: they may look at everything they test. */
  test: boolean
}

const vocabulary = new Set(
  'contract events questions domain store queries commands answers index reactions ports adapters jobs pages module testing'.split(
    ' ',
  ),
)

/** Reads the place off the path. A big module may have sub-folders, each repeating the same vocabulary. */
export function placeOf(path: string): Place {
  const parts = path.split('/')
  const [first = '', second = ''] = parts
  const test = isTest(path)
  if (first === 'modules' && second) {
    const inside = parts.slice(2)
    const layer = layerOf(inside)
    return { area: 'module', workspace: `modules/${second}`, module: second, test, ...(layer && { layer }) }
  }
  if (first === 'kernel' || first === 'ui') return { area: first, workspace: first, test }
  if (first === 'apps') return { area: 'app', workspace: `apps/${second}`, test }
  if (first === 'tools') return { area: 'root', workspace: `tools/${second}`, test }
  if (first === 'e2e' || first === 'bench') return { area: 'journeys', workspace: first, test: true }
  return { area: 'root', workspace: '', test }
}

/** Layers a module's files stand in, left to right, with the rare ones at their place and `testing` last. */
export function lineOf(layers: readonly string[]): string[] {
  const rare: Record<string, string> = { contract: 'questions', commands: 'answers', module: 'testing' }
  return layers.flatMap(layer => [layer, ...(rare[layer] ? [rare[layer]] : [])])
}

function layerOf(inside: string[]): string | undefined {
  const [first = '', second] = inside
  const name = first.replace(/\..*$/, '')
  if (vocabulary.has(name)) return name
  return second === undefined ? undefined : layerOf(inside.slice(1))
}

function isTest(path: string): boolean {
  return /\.test\.tsx?$|[./]testing\.ts$|\/testing\/|\/vitest-setup\.ts$/.test(path)
}
