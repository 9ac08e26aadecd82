import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

export type Assets = { folder: string; addresses: Readonly<Record<string, string>> }

/** The built assets: those of the build when there is one, made on the spot when running from source. */
export async function loadAssets(): Promise<Assets> {
  const built = join(root, 'dist/assets')
  const bundled = process.argv[1]?.endsWith(join('dist', 'server.mjs'))
  if (bundled && existsSync(join(built, 'manifest.json'))) return { folder: built, addresses: readManifest(built) }
  const folder = join(root, '.cache/assets')
  // Only a developer's machine has the builder; the bundle never gets here.
  const builder = '@congso/ui/assets'
  const { buildAssets } = await import(builder)
  await buildAssets({ outDir: folder, sources: [join(root, 'ui'), join(root, 'modules'), join(root, 'apps')] })
  return { folder, addresses: readManifest(folder) }
}

function readManifest(folder: string): Record<string, string> {
  const parsed: unknown = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'))
  const found: Record<string, string> = {}
  if (typeof parsed === 'object' && parsed !== null && 'manifest' in parsed) {
    for (const [name, address] of Object.entries(Object(parsed.manifest)))
      if (typeof address === 'string') found[name] = address
  }
  return found
}
