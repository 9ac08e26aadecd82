import pdfmake from 'pdfmake'
import type { PaperDefinition } from './definition.ts'
import { type Face, officialFont, readOfficialFont } from './fonts.ts'

/**
 * Lays a definition out as a PDF file. The layout writes into the definition: build a new one for another print.
 * The same data give the same bytes, so that a stored print can be compared with a later one.
 */
export async function renderPdf(definition: PaperDefinition): Promise<Uint8Array> {
  await (ready ??= prepare())
  return pdfmake.createPdf(definition).getBuffer()
}

/** Fonts are read once in a process, two megabytes in all. */
let ready: Promise<void> | undefined

async function prepare(): Promise<void> {
  try {
    const font = await readOfficialFont()
    pdfmake.addFonts({
      [officialFont]: {
        normal: keep('normal', font),
        bold: keep('bold', font),
        italics: keep('italics', font),
        bolditalics: keep('bolditalics', font),
      },
    })
    // A print holds text, lines and drawings of our own; nothing in it may fetch an address or open a file.
    pdfmake.setUrlAccessPolicy(() => false)
    pdfmake.setLocalAccessPolicy(() => false)
  } catch (error) {
    ready = undefined
    throw error
  }
}

function keep(face: Face, font: Record<Face, Uint8Array>): string {
  const name = `${officialFont}-${face}.ttf`
  pdfmake.virtualfs.writeFileSync(name, font[face])
  return name
}
