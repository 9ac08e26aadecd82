import { toSVG } from 'bwip-js/node'
import { useTexts } from '../page-context.ts'

/** A QR code as SVG; `size` is its class of width. */
export function Qr({ text, label, size = 'm' }: { text: string; label?: string; size?: 's' | 'm' | 'l' }) {
  const t = useTexts()
  return (
    <span
      class={{ s: 'cs-qr is-s', m: 'cs-qr', l: 'cs-qr is-l' }[size]}
      role="img"
      aria-label={label ?? t.qrOf(text)}
      dangerouslySetInnerHTML={{ __html: plain(toSVG({ bcid: 'qrcode', text, padding: 0 })) }}
    />
  )
}

/** A Code 128 barcode as SVG. */
export function Barcode({ text, label }: { text: string; label?: string }) {
  const t = useTexts()
  return (
    <span
      class="cs-barcode"
      role="img"
      aria-label={label ?? t.barcodeOf(text)}
      dangerouslySetInnerHTML={{
        __html: plain(toSVG({ bcid: 'code128', text, height: 9, padding: 0, includetext: false })),
      }}
    />
  )
}

/** The drawing stretches with its box; nothing in it may be an inline style. */
function plain(svg: string): string {
  return svg
    .replace(/ style="[^"]*"/g, '')
    .replace('<svg ', '<svg preserveAspectRatio="none" aria-hidden="true" shape-rendering="crispEdges" ')
}
