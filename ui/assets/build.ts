import { createHash } from 'node:crypto'
import { access, mkdir, readFile, rm, readdir, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildFonts, fontFaces } from './fonts.ts'
import { buildScripts } from './scripts.ts'
import { sourceFiles } from './sources.ts'
import { buildStyles } from './styles.ts'

/** Address of each built file by its plain name: `app.css` → `/assets/app.1a2b3c4d.css`. */
export type Manifest = Record<string, string>

export type AssetOptions = {
  outDir: string
  /** Files and folders whose class names are kept: every place that renders HTML. Class names are whole literals. */
  sources: readonly string[]
  /** Readable output instead of the smallest. */
  dev?: boolean
}

/** A built file; `file` is the name it already carries because others refer to it. */
export type Built = { name: string; content: string | Uint8Array; file?: string }

const home = fileURLToPath(new URL('..', import.meta.url))
const record = 'manifest.json'
const packages = [
  '@tabler/core',
  '@hotwired/turbo',
  '@fontsource/be-vietnam-pro',
  '@fontsource/inter',
  'lightningcss',
  'purgecss',
  'rolldown',
  'subset-font',
]

/**
 * Builds the style sheets, the scripts and the fonts of all pages into `outDir`, and says where each one is.
 * Nothing is built when nothing it is made of has changed since the last time.
 */
export async function buildAssets({ outDir, sources, dev = false }: AssetOptions): Promise<Manifest> {
  const files = await sourceFiles(sources)
  const own = await sourceFiles(
    [join(home, 'css'), join(home, 'islands'), join(home, 'assets')],
    ['.css', '.ts', '.svg'],
  )
  const inputs = await hashOf([...files, ...own], dev)
  const before = await readRecord(outDir)
  if (before?.inputs === inputs && (await allExist(outDir, before.manifest))) return before.manifest

  await mkdir(outDir, { recursive: true })
  const [fonts, scripts] = await Promise.all([buildFonts(), buildScripts(join(home, 'islands/app.ts'), dev)])
  const fontManifest = await write(outDir, fonts)
  const styles = await buildStyles({ folder: join(home, 'css'), faces: fontFaces(fontManifest), sources: files, dev })
  const icon: Built = { name: 'icon.svg', content: await readFile(join(home, 'assets/icon.svg')) }
  const manifest = { ...fontManifest, ...(await write(outDir, [...scripts, ...styles, icon])) }
  await writeFile(join(outDir, record), JSON.stringify({ inputs, manifest }, null, 2))
  await removeStale(outDir, manifest)
  return manifest
}

async function write(outDir: string, built: readonly Built[]): Promise<Manifest> {
  const entries = await Promise.all(
    built.map(async file => {
      const name = file.file ?? hashedName(file)
      await writeFile(join(outDir, name), file.content)
      return [file.name, `/assets/${name}`] as const
    }),
  )
  return Object.fromEntries(entries)
}

function hashedName(file: Built): string {
  const hash = createHash('sha256').update(file.content).digest('hex').slice(0, 10)
  const ending = extname(file.name)
  return `${basename(file.name, ending)}.${hash}${ending}`
}

async function hashOf(files: readonly string[], dev: boolean): Promise<string> {
  const hash = createHash('sha256').update(dev ? 'dev' : 'small')
  const require = createRequire(import.meta.url)
  for (const name of packages) hash.update(await readFile(findManifest(require, name)))
  for (const file of [...files].toSorted()) hash.update(file).update(await readFile(file))
  return hash.digest('hex')
}

/** A package need not export its package.json; it always stands in the folder the package is found in. */
function findManifest(require: NodeJS.Require, name: string): string {
  const folder = require.resolve
    .paths(name)
    ?.map(path => join(path, name, 'package.json'))
    .find(path => canRead(require, path))
  if (!folder) throw new Error(`The package ${name} is not installed.`)
  return folder
}

function canRead(require: NodeJS.Require, path: string): boolean {
  try {
    return require.resolve(path) === path
  } catch {
    return false
  }
}

async function readRecord(outDir: string): Promise<{ inputs: string; manifest: Manifest } | undefined> {
  try {
    const found: unknown = JSON.parse(await readFile(join(outDir, record), 'utf8'))
    return isRecord(found) ? found : undefined
  } catch {
    return undefined
  }
}

function isRecord(found: unknown): found is { inputs: string; manifest: Manifest } {
  return (
    typeof found === 'object' &&
    found !== null &&
    'inputs' in found &&
    typeof found.inputs === 'string' &&
    'manifest' in found
  )
}

async function allExist(outDir: string, manifest: Manifest): Promise<boolean> {
  const checks = Object.values(manifest).map(path => access(join(outDir, basename(path))))
  return (await Promise.allSettled(checks)).every(check => check.status === 'fulfilled')
}

async function removeStale(outDir: string, manifest: Manifest): Promise<void> {
  const kept = new Set([record, ...Object.values(manifest).map(path => basename(path))])
  const stale = (await readdir(outDir)).filter(name => !kept.has(name))
  await Promise.all(stale.map(name => rm(join(outDir, name), { recursive: true })))
}
