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
  return withoutTables(await readFile(path), shaping)
}

/**
 * Ligatures, kerning pairs and mark placement for scripts that official paper does not use. Composed Vietnamese needs none of
 * them, office programs set Times without them, and reading them anew for each print takes three quarters of its time.
 */
const shaping = new Set(['GSUB', 'GPOS', 'GDEF'])

const headerSize = 12
const recordSize = 16

/** The same TrueType file with some of its tables left out. */
function withoutTables(font: Uint8Array, names: ReadonlySet<string>): Uint8Array {
  const old = new DataView(font.buffer, font.byteOffset, font.byteLength)
  const records = Array.from({ length: old.getUint16(4) }, (_, index) => headerSize + index * recordSize)
  const kept = records.filter(at => !names.has(String.fromCharCode(...font.subarray(at, at + 4))))
  let end = headerSize + kept.length * recordSize
  const file = new Uint8Array(end + kept.reduce((sum, at) => sum + aligned(old.getUint32(at + 12)), 0))
  const view = new DataView(file.buffer)
  file.set(font.subarray(0, headerSize))
  view.setUint16(4, kept.length)
  kept.forEach((at, index) => {
    const [offset, length] = [old.getUint32(at + 8), old.getUint32(at + 12)]
    const record = headerSize + index * recordSize
    file.set(font.subarray(at, at + recordSize), record)
    view.setUint32(record + 8, end)
    file.set(font.subarray(offset, offset + length), end)
    end += aligned(length)
  })
  return file
}

function aligned(length: number): number {
  return Math.ceil(length / 4) * 4
}
