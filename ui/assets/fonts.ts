import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import subsetFont from 'subset-font'
import type { Built, Manifest } from './build.ts'

const require = createRequire(import.meta.url)

/** Latin as Vietnamese offices write it, and its signs; the rest falls back to the system's font. */
const latin = `${between(0x20, 0x7e)}\u00a0§«°²³·»×÷${between(0xc0, 0xdd)}${between(0xe0, 0xfd)}–—‘’“”•…€≤≥`
const vietnamese = [0x102, 0x103, 0x110, 0x111, 0x128, 0x129, 0x168, 0x169, 0x1a0, 0x1a1, 0x1af, 0x1b0, 0x20ab]
  .map(code => String.fromCodePoint(code))
  .concat(between(0x1ea0, 0x1ef9))
  .join('')
const digits = '0123456789.,/:%-–+ '

/** Without hinting a weight is 12 KB instead of 27: screens of today smooth letters themselves. */
const smallest = {
  targetFormat: 'woff2',
  noHinting: true,
  keepFeatures: ['kern', 'ccmp', 'mark', 'mkmk', 'tnum'],
} as const

type Face = { file: string; source: string; text: string; family: string; weight: number; range: string; extra: string }

const faces: readonly Face[] = [
  ...[400, 500, 600].flatMap(weight => [
    textFace(
      weight,
      'latin',
      `be-vietnam-pro-${weight}.woff2`,
      latin,
      'U+20-7E, U+A0-FF, U+2013-2014, U+2018-201D, U+2022, U+2026, U+20AC, U+2264-2265',
    ),
    textFace(
      weight,
      'vietnamese',
      `be-vietnam-pro-vi-${weight}.woff2`,
      vietnamese,
      'U+102-103, U+110-111, U+128-129, U+168-169, U+1A0-1A1, U+1AF-1B0, U+1EA0-1EF9, U+20AB',
    ),
  ]),
  ...[400, 500, 600, 700].map(digitFace),
]

/** The fonts of the pages: Be Vietnam Pro, and Inter's tabular digits (Be Vietnam Pro has none). */
export async function buildFonts(): Promise<Built[]> {
  return Promise.all(
    faces.map(async face => ({
      name: face.file,
      content: await subsetFont(await readFile(require.resolve(face.source)), face.text, {
        ...smallest,
        keepFeatures: [...smallest.keepFeatures],
      }),
    })),
  )
}

/** The rules that name the fonts, and the system's font stretched to the same measures, so that nothing moves when they come. */
export function fontFaces(manifest: Manifest): string {
  return [...faces.map(face => rule(face, manifest)), ...fallbacks.map(fallbackRule)].join('')
}

/** Width of Vietnamese text in Be Vietnam Pro against the same in Arial, in percent, measured in Chrome. */
const fallbacks = [
  { weight: '400 500', width: 105.5, local: ['Arial', 'Liberation Sans', 'Roboto'] },
  { weight: '600 700', width: 101.5, local: ['Arial Bold', 'Liberation Sans Bold', 'Roboto Bold'] },
]

/** Be Vietnam Pro rises 1000 and falls 265 per 1000; the stretched font must do the same. */
function fallbackRule({ weight, width, local }: (typeof fallbacks)[number]): string {
  const names = local.map(name => `local("${name}")`).join(',')
  return `@font-face{font-family:"Congso Fallback";font-weight:${weight};src:${names};size-adjust:${width}%;ascent-override:${round(10000 / width)}%;descent-override:${round(2650 / width)}%;line-gap-override:0%}`
}

function rule(face: Face, manifest: Manifest): string {
  return `@font-face{font-family:"${face.family}";font-weight:${face.weight};font-display:swap;${face.extra}src:url(${manifest[face.file]}) format("woff2");unicode-range:${face.range}}`
}

function textFace(weight: number, subset: string, file: string, text: string, range: string): Face {
  const source = `@fontsource/be-vietnam-pro/files/be-vietnam-pro-${subset}-${weight}-normal.woff2`
  return { file, source, text, family: 'Be Vietnam Pro', weight, range, extra: '' }
}

function digitFace(weight: number): Face {
  return {
    file: `congso-num-${weight}.woff2`,
    source: `@fontsource/inter/files/inter-latin-${weight}-normal.woff2`,
    text: digits,
    family: 'Congso Num',
    weight,
    range: 'U+25, U+2C-2F, U+30-3A',
    extra: 'size-adjust:101.7%;',
  }
}

function between(first: number, last: number): string {
  return Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i)).join('')
}

function round(n: number): number {
  return Math.round(n * 10) / 10
}
