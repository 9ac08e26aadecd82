import type { HTMLAttributes } from 'preact'

type ElementProps = HTMLAttributes<HTMLElement> & { [data: `data-${string}`]: unknown }

/** The custom elements of `ui/islands`; without script each one is its plain content. */
declare module 'preact' {
  // oxlint-disable-next-line typescript/no-namespace -- the only way to name a custom element to the JSX checker
  namespace JSX {
    interface IntrinsicElements {
      'cs-bulk': ElementProps
      'cs-palette': ElementProps
      'cs-upload': ElementProps
      'cs-combo': ElementProps
      'cs-date': ElementProps
      'cs-password': ElementProps
    }
  }
}
