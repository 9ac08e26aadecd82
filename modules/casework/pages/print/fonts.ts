import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'

/** The name under which official paper asks for its type. Tinos has the widths of Times New Roman, which Decree 30/2020/NĐ-CP demands. */
export const officialFont = 'Tinos'

const faces = {
  normal: '400Regular/Tinos_400Regular.ttf',
  bold: '700Bold/Tinos_700Bold.ttf',
  italics: '400Regular_Italic/Tinos_400Regular_Italic.ttf',
  bolditalics: '700Bold_Italic/Tinos_700Bold_Italic.ttf',
} as const
export type Face = keyof typeof faces

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

function readFace(face: Face): Promise<Uint8Array> {
  return readFile(createRequire(import.meta.url).resolve(`@expo-google-fonts/tinos/${faces[face]}`))
}
