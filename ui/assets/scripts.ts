import { type Plugin, rolldown } from 'rolldown'
import type { Built } from './build.ts'
import { oldest } from './browsers.ts'

/** Bundles the islands: one small `app.js` for every page, and parts that only some pages load. */
export async function buildScripts(entry: string, dev: boolean): Promise<Built[]> {
  const bundle = await rolldown({
    input: { app: entry },
    platform: 'browser',
    tsconfig: false,
    plugins: [withoutInlineStyle],
    transform: { target: oldest.script },
    onLog(level, log, otherwise) {
      if (level === 'warn' && !log.id?.includes('node_modules')) throw new Error(log.message)
      if (level !== 'warn') otherwise(level, log)
    },
  })
  const { output } = await bundle.generate({
    format: 'esm',
    minify: !dev,
    entryFileNames: 'app.[hash].js',
    chunkFileNames: 'part.[hash].js',
  })
  await bundle.close()
  return output.flatMap(chunk => {
    if (chunk.type !== 'chunk') return []
    return [{ name: chunk.isEntry ? 'app.js' : chunk.fileName, content: chunk.code, file: chunk.fileName }]
  })
}

/**
 * Turbo puts a style element for its progress bar into the page while it loads, which the content security policy refuses
 * with an error in the console. The bar's look is in our own style sheet.
 */
const withoutInlineStyle: Plugin = {
  name: 'without-inline-style',
  transform: {
    filter: { id: /@hotwired\/turbo/ },
    handler(code) {
      const install = 'this.installStylesheetElement();'
      if (!code.includes(install)) throw new Error('Turbo no longer installs its style the way this build knows.')
      return { code: code.replace(install, ''), map: null }
    },
  },
}
