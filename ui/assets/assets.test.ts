import { mkdtemp, readFile, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { tooNew } from './browsers.ts'
import { buildAssets, type Manifest } from './index.ts'

const ui = fileURLToPath(new URL('..', import.meta.url))
const kb = 1024
/** Came after Chrome 109; a bundler lowers syntax, not the library. */
const tooNewInScripts =
  /\.(?:toSorted|toReversed|toSpliced|isWellFormed)\(|Object\.groupBy|Promise\.(?:withResolvers|try)|new Set\([^)]*\)\.(?:union|difference)/

let outDir = ''
let manifest: Manifest = {}
const textOf = (name: string) => readFile(join(outDir, basename(manifest[name] ?? '')), 'utf8')
const small = async (name: string) => gzipSync(await textOf(name), { level: 9 }).length

beforeAll(async () => {
  outDir = await mkdtemp(join(tmpdir(), 'congso-assets-'))
  manifest = await buildAssets({ outDir, sources: [ui] })
}, 60_000)
afterAll(() => rm(outDir, { recursive: true, force: true }))

describe('the style sheets', () => {
  test.each(['app.css', 'public.css'])('%s has nothing that Chrome 109 cannot read', async name => {
    const css = await textOf(name)
    expect(css).not.toMatch(tooNew)
    expect(css).not.toContain('@layer')
    expect(nestedRules(css)).toEqual([])
  })

  test('the check of nesting catches a nested rule', () =>
    expect(nestedRules('.a{color:red;.b{color:blue}}@media print{.c{d:e}}')).toEqual(['.b']))

  test('every variable that is read is set somewhere', async () => {
    const css = await textOf('app.css')
    const set = new Set([...css.matchAll(/(--[\w-]+):/g)].map(match => match[1]))
    const read = new Set([...css.matchAll(/var\((--c-[\w-]+|--fs-[\w-]+|--r-[\w-]+)/g)].map(match => match[1]))
    expect([...read].filter(name => !set.has(name))).toEqual([])
  })

  test('classes that components use have their rules', async () => {
    const css = await textOf('app.css')
    for (const name of ['cs-shell', 'cs-table', 'cs-due', 'cs-errsum', 'cs-dialog', 'cs-hero', 'btn-primary'])
      expect(css).toContain(`.${name}`)
    expect(await textOf('public.css')).not.toContain('.cs-palette')
  })
})

describe('a first visit', () => {
  // 45 KB of HTML, style and script together; a page of the portal is 3 to 5.
  test('style and script leave room for the page', async () => {
    expect((await small('public.css')) + (await small('app.js'))).toBeLessThan(40 * kb)
  })

  test('the letters of a page are at most 45 KB', async () => {
    const fonts = Object.keys(manifest).filter(
      name => /^(?:be-vietnam-pro|congso-num)-.*\.woff2$/.test(name) && !name.includes('700'),
    )
    const sizes = await Promise.all(
      fonts.map(async name => (await stat(join(outDir, basename(manifest[name] ?? '')))).size),
    )
    expect(fonts).toHaveLength(9)
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(46 * kb)
  })
})

describe('the build', () => {
  test('names carry the hash of what is inside, and every address leads to a file', async () => {
    const names = await readdir(outDir)
    for (const path of Object.values(manifest)) expect(names).toContain(basename(path))
    expect(manifest['app.css']).toMatch(/^\/assets\/app\.[0-9a-f]{10}\.css$/)
  })

  // Turbo names its own manual in a message.
  test('scripts evaluate no text, reach no other host, and call nothing that Chrome 109 lacks', async () => {
    for (const name of Object.keys(manifest).filter(one => one.endsWith('.js'))) {
      const code = await textOf(name)
      expect(code).not.toMatch(/\beval\(|new Function\(/)
      expect(code).not.toMatch(tooNewInScripts)
      expect(code.match(/https?:\/\/(?!www\.w3\.org|turbo\.hotwired\.dev)[\w.-]+/g) ?? []).toEqual([])
    }
  })

  test('nothing is built again when nothing has changed', async () => {
    const before = (await stat(join(outDir, 'manifest.json'))).mtimeMs
    expect(await buildAssets({ outDir, sources: [ui] })).toEqual(manifest)
    expect((await stat(join(outDir, 'manifest.json'))).mtimeMs).toBe(before)
  })

  test('a file that is gone is built again', async () => {
    await rm(join(outDir, basename(manifest['app.css'] ?? '')))
    expect(await buildAssets({ outDir, sources: [ui] })).toEqual(manifest)
    expect(await readdir(outDir)).toContain(basename(manifest['app.css'] ?? ''))
  }, 60_000)
})

/** Selectors that stand inside another rule: the oldest browsers skip them. */
function nestedRules(css: string): string[] {
  const nested: string[] = []
  const open: ('group' | 'rule')[] = []
  for (const match of css.replace(/"(?:[^"\\]|\\.)*"|url\([^)]*\)/g, '').matchAll(/([^{};]*)\{|\}/g)) {
    if (match[0] === '}') {
      open.pop()
      continue
    }
    const selector = match[1] ?? ''
    if (open.includes('rule') && !selector.startsWith('@')) nested.push(selector)
    open.push(/^@(?:media|supports|keyframes)/.test(selector) ? 'group' : 'rule')
  }
  return nested
}
