import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'

/** The name under which official paper asks for its type. Tinos has the widths of Times New Roman, which Decree 30/2020/NĐ-CP demands. */
export const officialFont = 'Tinos'

const files = {
  normal: '400Regular/Tinos_400Regular.ttf',
  bold: '700Bold/Tinos_700Bold.ttf',
  italics: '400Regular_Italic/Tinos_400Regular_Italic.ttf',
  bolditalics: '700Bold_Italic/Tinos_700Bold_Italic.ttf',
} as const
export type Face = keyof typeof files

/** Reads the four faces of the official font; fails if the font's package is not installed. */
export async function readOfficialFont(): Promise<Record<Face, Uint8Array>> {
  const [normal, bold, italics, bolditalics] = await Promise.all([
    readFace('normal'),
    readFace('bold'),
    readFace('italics'),
    readFace('bolditalics'),
  ])
  return { normal, bold, italics, bolditalics }
}

async function readFace(face: Face): Promise<Uint8Array> {
  const path = createRequire(import.meta.url).resolve(`@expo-google-fonts/tinos/${files[face]}`)
  return slimmed(await readFile(path))
}

/**
 * What printing does not need and would read anew for each print, nine tenths of its time: ligatures, kerning pairs and marks of
 * other scripts (composed Vietnamese needs none, and office programs set Times without them), and the names of the glyphs.
 */
const unused = new Set(['GSUB', 'GPOS', 'GDEF'])

/** The `post` table without glyph names is its first 32 bytes, as version 3. */
const post = { name: 'post', length: 32, version: 0x00030000 }

const headerSize = 12
const recordSize = 16

type Part = { record: number; offset: number; length: number; isPost: boolean }

/** The same TrueType file without what is not needed. Checksums stay those of the original; no reader of ours looks at them. */
function slimmed(font: Uint8Array): Uint8Array {
  const parts = partsOf(font)
  let end = headerSize + parts.length * recordSize
  const file = new Uint8Array(end + parts.reduce((sum, part) => sum + aligned(part.length), 0))
  const view = new DataView(file.buffer)
  file.set(font.subarray(0, headerSize))
  view.setUint16(4, parts.length)
  parts.forEach((part, index) => {
    const record = headerSize + index * recordSize
    file.set(font.subarray(part.record, part.record + recordSize), record)
    view.setUint32(record + 8, end)
    view.setUint32(record + 12, part.length)
    file.set(font.subarray(part.offset, part.offset + part.length), end)
    if (part.isPost) view.setUint32(end, post.version)
    end += aligned(part.length)
  })
  return file
}

function partsOf(font: Uint8Array): Part[] {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength)
  return Array.from({ length: view.getUint16(4) }, (_, index) => headerSize + index * recordSize).flatMap(record => {
    const name = String.fromCharCode(...font.subarray(record, record + 4))
    const isPost = name === post.name
    const length = isPost ? post.length : view.getUint32(record + 12)
    return unused.has(name) ? [] : [{ record, offset: view.getUint32(record + 8), length, isPost }]
  })
}

function aligned(length: number): number {
  return Math.ceil(length / 4) * 4
}
