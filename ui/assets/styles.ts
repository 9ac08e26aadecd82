import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { transform } from 'lightningcss'
import { PurgeCSS } from 'purgecss'
import type { Built } from './build.ts'
import { oldest } from './browsers.ts'

const require = createRequire(import.meta.url)

/** What every page may need; and what only pages of people who are signed in need. */
const everywhere =
  'tokens base buttons states forms panels dialogs process lists table head figures public phone'.split(' ')
const signedIn = 'shell bulk counter tree palette paper gallery'.split(' ')

export type StyleOptions = { folder: string; faces: string; sources: readonly string[]; dev: boolean }

/**
 * The style sheets. `app.css` is whole: what is used of Tabler, then the design's own rules. `public.css` leaves out Tabler
 * and what only staff see, so that a citizen's first visit stays small.
 */
export async function buildStyles({ folder, faces, sources, dev }: StyleOptions): Promise<Built[]> {
  const read = (names: readonly string[]) =>
    Promise.all(names.map(name => readFile(join(folder, `${name}.css`), 'utf8')))
  const [kit, shared, staff, print] = await Promise.all([
    tabler(sources),
    read(everywhere),
    read(signedIn),
    read(['print']),
  ])
  const build = (name: string, parts: readonly string[]): Built => {
    const code = Buffer.from([faces, ...parts, ...print].join('\n'))
    return { name, content: transform({ filename: name, code, targets: oldest.css, minify: !dev }).code }
  }
  return [build('app.css', [kit, ...shared, ...staff]), build('public.css', shared)]
}

/** The rules of Tabler whose classes and elements appear in the sources, without those of colours this design sets itself. */
async function tabler(sources: readonly string[]): Promise<string> {
  const css = await readFile(require.resolve('@tabler/core/dist/css/tabler.css'), 'utf8')
  const texts = await Promise.all(sources.map(file => readFile(file, 'utf8')))
  const [purged] = await new PurgeCSS().purge({
    content: [{ raw: texts.join('\n'), extension: 'tsx' }],
    css: [{ raw: css }],
    defaultExtractor: namesIn,
    variables: true,
    keyframes: true,
    fontFace: true,
    safelist: ['html', 'body'],
    // The design draws its own buttons from nothing.
    blocklist: [/^btn/],
  })
  return withoutTooNew(purged?.css ?? '')
}

/**
 * Class names: every word of a class attribute, and words with a hyphen in any other literal (tables of classes). Plain
 * words elsewhere, like a state called 'card', must not keep a rule. And the names of elements.
 */
function namesIn(text: string): string[] {
  const attributes = text.match(/class=(?:"[^"]*"|\{[^}]*\})/g) ?? []
  const elements = text.match(/<[a-z][\w-]*/g) ?? []
  return [
    ...attributes.flatMap(literals).flatMap(words),
    ...literals(text)
      .flatMap(words)
      .filter(word => word.includes('-')),
    ...elements.map(element => element.slice(1)),
  ]
}

function literals(text: string): string[] {
  return text.match(/'[^'\n]*'|"[^"\n]*"|`[^`]*`/g) ?? []
}

function words(text: string): string[] {
  return text.match(/[\w-]+/g) ?? []
}

function withoutTooNew(css: string): string {
  const { code } = transform({
    filename: 'tabler.css',
    code: Buffer.from(css),
    visitor: { Declaration: declaration => (mentionsTooNew(declaration) ? [] : undefined) },
  })
  return code.toString()
}

function mentionsTooNew(declaration: unknown): boolean {
  // lightningcss cannot lower these where a variable is inside, so the rule is left out; the tokens say it again in hex.
  return /"(?:light-dark|color-mix|oklch|oklab)"/.test(JSON.stringify(declaration))
}
