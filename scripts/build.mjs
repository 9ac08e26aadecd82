// Builds dist/: the server and its pure-JS packages as one bundle, and the assets of the pages. Runs in the pinned Node.
import { rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { rolldown } from 'rolldown'
import { root } from '../apps/server/bin/pinned-node.mjs'
import { sourceHash } from '../apps/server/bin/sources.mjs'
import { seconds } from './install.mjs'

const dist = join(root, 'dist')

// Packages that read files beside themselves, are native, or are large and loaded only on use.
const external = [
  /^@aws-sdk\//,
  /^@protobi\/exceljs/,
  /^echarts/,
  /^pdfmake/,
  /^pino/,
  /^thread-stream/,
  /^lightningcss/,
  /^rolldown/,
  /^purgecss/,
  /^subset-font/,
]

const began = Date.now()
console.log('Building …')
const sources = sourceHash(root)
rmSync(dist, { recursive: true, force: true })
await bundleServer()
await buildPages()
// Last, so that a build that broke off is not taken for a finished one.
writeFileSync(join(dist, 'build.json'), JSON.stringify({ sources }))
console.log(`Built in ${seconds(began)} s.`)

async function bundleServer() {
  const bundle = await rolldown({
    input: { server: join(root, 'apps/server/main.ts') },
    platform: 'node',
    external,
    tsconfig: false,
    plugins: [keepAddresses()],
    transform: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    onLog(level, log, defaultHandler) {
      if (level === 'warn' && !log.id?.includes('node_modules')) throw new Error(log.message)
      if (level !== 'warn') defaultHandler(level, log)
    },
  })
  await bundle.write({
    dir: dist,
    format: 'esm',
    entryFileNames: '[name].mjs',
    chunkFileNames: '[name]-[hash].mjs',
    keepNames: true,
  })
  await bundle.close()
}

/** Styles, fonts, islands and their manifest; the builder looks at the pages to know which styles they use. */
async function buildPages() {
  const { buildAssets } = await import('@congso/ui/assets')
  await buildAssets({
    outDir: join(dist, 'assets'),
    sources: ['ui', 'modules', 'apps'].map(folder => join(root, folder)),
  })
}

/**
 * A file that reads something beside itself (migrations, fonts, lists) goes on finding it: `import.meta.url` in the
 * bundle is the address of the file it was written in.
 */
function keepAddresses() {
  return {
    name: 'keep-addresses',
    transform: {
      filter: { id: /\.tsx?$/, code: /import\.meta\.url/ },
      handler(code, id) {
        const path = JSON.stringify(relative(dist, id).replaceAll('\\', '/'))
        return { code: code.replaceAll('import.meta.url', `new URL(${path}, import.meta.url).href`), map: null }
      },
    },
  }
}
