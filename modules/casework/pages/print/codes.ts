import { toSVG } from 'bwip-js/node'
import type { PaperNode } from './definition.ts'

/** One narrow bar in points: 0.33 mm, the width that counter scanners read without trouble. */
const barWidth = 0.94

/** A code as Code 128, centred; its bars get narrower only where the paper ends (`room`, points). */
export function barcode(text: string, room: number, height: number): PaperNode {
  const svg = toSVG({ bcid: 'code128', text, height: 9, padding: 0, includetext: false })
  // bwip-js draws in half bars.
  const width = Math.min(room, (drawnWidth(svg) / 2) * barWidth)
  return { columns: [{ text: '', width: '*' }, drawing(svg, width, height), { text: '', width: '*' }] }
}

/** A square QR code of a size in points; level M (the default) stands the stamps and folds of a slip in a pocket. */
export function qr(text: string, size: number): PaperNode {
  return drawing(toSVG({ bcid: 'qrcode', text, padding: 0 }), size, size)
}

function drawing(svg: string, width: number, height: number): PaperNode {
  return { svg: svg.replace('<svg ', '<svg preserveAspectRatio="none" '), width, height }
}

/** The size of the drawing is in its view box only. */
function drawnWidth(svg: string): number {
  const width = Number(/viewBox="0 0 (\d+) /.exec(svg)?.[1])
  if (!(width > 0)) throw new Error('a barcode without width')
  return width
}
