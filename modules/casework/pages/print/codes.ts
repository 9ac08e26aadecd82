import { code128, drawingSVG, qrcode } from 'bwip-js/node'
import type { PaperNode } from './definition.ts'

/** One narrow bar in points: 0.33 mm, the width that counter scanners read without trouble. */
const barWidth = 0.94

/** The dossier code as Code 128, centred; narrower bars only where the paper ends. */
export function barcode(text: string, room: number, height: number): PaperNode {
  const svg = code128({ text, height: 9, padding: 0, includetext: false }, drawingSVG())
  const bars = drawnWidth(svg) / 2
  return { columns: [blank, drawing(svg, Math.min(room, bars * barWidth), height), blank] }
}

/** A square QR code; level M stands the stamps and folds of a slip in a pocket. */
export function qr(text: string, size: number): PaperNode {
  return drawing(qrcode({ text, eclevel: 'M', padding: 0 }, drawingSVG()), size, size)
}

const blank: PaperNode = { text: '', width: '*' }

function drawing(svg: string, width: number, height: number): PaperNode {
  return { svg: svg.replace('<svg ', '<svg preserveAspectRatio="none" '), width, height }
}

/** bwip-js draws in half bars and gives the size as the view box only. */
function drawnWidth(svg: string): number {
  const width = Number(/viewBox="0 0 (\d+) /.exec(svg)?.[1])
  if (!(width > 0)) throw new Error('a barcode without width')
  return width
}
