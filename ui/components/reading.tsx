import type { ComponentChildren } from 'preact'
import { Icon } from './icon.tsx'

/** Larger text on every page of this device; hidden without script, where the browser's own zoom does the same. */
export function TextSizeButton({ children }: { children: ComponentChildren }) {
  return (
    <button class="btn btn-quiet cs-js" type="button" data-text-size aria-pressed="false">
      <Icon name="text-increase" />
      {children}
    </button>
  )
}

/** Reads the page aloud with the device's own voice. */
export function ReadAloudButton({ children }: { children: ComponentChildren }) {
  return (
    <button class="btn btn-quiet cs-js" type="button" data-read-aloud aria-pressed="false">
      <Icon name="volume" />
      {children}
    </button>
  )
}
