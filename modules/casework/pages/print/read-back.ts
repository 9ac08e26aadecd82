import { inflateSync } from 'node:zlib'

/** A run of letters on a printed page; x from the left and y from the bottom edge, in points. */
export type Run = { text: string; x: number; y: number; size: number }

export type PrintedPage = { width: number; height: number; runs: Run[] }

/** For tests: what really stands on the pages of one of our own PDF files, read from its content streams and its fonts' maps. */
export function readBack(pdf: Uint8Array): PrintedPage[] {
  const objects = objectsOf(Buffer.from(pdf).toString('latin1'))
  return [...objects.values()].filter(text => /\/Type \/Page\b/.test(text)).map(page => readPage(page, objects))
}

/** All words of a page or document in reading order, one space between runs. */
export function wordsOf(pages: readonly PrintedPage[]): string {
  const text = pages.flatMap(page => page.runs.map(run => run.text)).join('')
  return text.replace(/\s+/gu, ' ').trim()
}

type Objects = Map<string, string>

function objectsOf(file: string): Objects {
  return new Map([...file.matchAll(/^(\d+) 0 obj\n([\s\S]*?)\nendobj/gm)].map(([, id = '', body = '']) => [id, body]))
}

function readPage(page: string, objects: Objects): PrintedPage {
  const [, width = '0', height = '0'] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(page) ?? []
  const fonts = fontsOf(follow(page, 'Resources', objects), objects)
  const content = streamOf(follow(page, 'Contents', objects))
  const shown = content.matchAll(/1 0 0 1 ([\d.-]+) ([\d.-]+) Tm\n\/(F\d+) ([\d.]+) Tf\n[^[]*\[([^\]]*)\] TJ/g)
  const runs = [...shown].map(([, x, y, font = '', size, glyphs = '']) => ({
    text: spell(glyphs, fonts.get(font) ?? []),
    x: Number(x),
    y: Number(y),
    size: Number(size),
  }))
  return { width: Number(width), height: Number(height), runs }
}

function fontsOf(resources: string, objects: Objects): Map<string, string[]> {
  const named = [...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)]
  return new Map(named.map(([, name = '', id = '']) => [name, unicodeMap(objects.get(id) ?? '', objects)]))
}

/** Glyph number → text, from `beginbfrange <first> <last> [<text> …]` blocks. */
function unicodeMap(font: string, objects: Objects): string[] {
  const map: string[] = []
  for (const [, from = '', texts = ''] of streamOf(follow(font, 'ToUnicode', objects)).matchAll(
    /<([0-9a-f]{4})> <[0-9a-f]{4}> \[([^\]]*)\]/g,
  )) {
    const first = Number.parseInt(from, 16)
    ;[...texts.matchAll(/<([0-9a-f ]*)>/g)].forEach(([, hex = ''], index) => {
      map[first + index] = Buffer.from(hex.replaceAll(' ', ''), 'hex').swap16().toString('utf16le')
    })
  }
  return map
}

function spell(glyphs: string, map: readonly string[]): string {
  const hex = [...glyphs.matchAll(/<([0-9a-f]+)>/g)].map(([, part = '']) => part).join('')
  return (hex.match(/.{4}/g) ?? []).map(glyph => map[Number.parseInt(glyph, 16)] ?? '\ufffd').join('')
}

function follow(text: string, key: string, objects: Objects): string {
  const id = new RegExp(`/${key} (\\d+) 0 R`).exec(text)?.[1]
  return objects.get(id ?? '') ?? ''
}

function streamOf(object: string): string {
  const body = /stream\n([\s\S]*)\nendstream/.exec(object)?.[1]
  return body === undefined ? '' : inflateSync(Buffer.from(body, 'latin1')).toString('latin1')
}
