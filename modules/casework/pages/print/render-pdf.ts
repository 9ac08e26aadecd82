import type { default as PdfMake } from 'pdfmake'
import type { PaperDefinition } from './definition.ts'
import { type Face, officialFont, readOfficialFont } from './fonts.ts'

/**
 * Lays a definition out as a PDF file. The layout writes into the definition: build a new one for another print.
 * The same data give the same bytes, so that a stored print can be compared with a later one.
 */
export async function renderPdf(definition: PaperDefinition): Promise<Uint8Array> {
  const pdfmake = await (ready ??= prepare())
  return pdfmake.createPdf(definition).getBuffer()
}

type Printer = typeof PdfMake

/** The printer and its fonts, two megabytes in all, are read once in a process, at the first print. */
let ready: Promise<Printer> | undefined

async function prepare(): Promise<Printer> {
  try {
    const [{ default: pdfmake }, font] = await Promise.all([import('pdfmake'), readOfficialFont()])
    const keep = (face: Face) => {
      const name = `${officialFont}-${face}.ttf`
      pdfmake.virtualfs.writeFileSync(name, font[face])
      return name
    }
    pdfmake.addFonts({
      [officialFont]: {
        normal: keep('normal'),
        bold: keep('bold'),
        italics: keep('italics'),
        bolditalics: keep('bolditalics'),
      },
    })
    // A print holds text, lines and drawings of our own; nothing in it may fetch an address or open a file.
    pdfmake.setUrlAccessPolicy(() => false)
    pdfmake.setLocalAccessPolicy(() => false)
    return pdfmake
  } catch (error) {
    ready = undefined
    throw error
  }
}
