import type { ComponentChildren } from 'preact'
import { maskEmail, maskId, maskName, maskPhone } from '../mask.ts'
import { CopyButton } from './button.tsx'

/** A key as printed on the keyboard. */
export function Kbd({ children }: { children: ComponentChildren }) {
  return <kbd>{children}</kbd>
}

/** Digits in tabular figures: codes, dates, times, money, counts. */
export function Num({ children, strong }: { children: ComponentChildren; strong?: boolean }) {
  return <span class={strong ? 'num str' : 'num'}>{children}</span>
}

/** A code that never breaks across lines, with a button that copies it. */
export function CodeText({ code, copy, strong }: { code: string; copy?: boolean; strong?: boolean }) {
  return (
    <span class={strong ? 'num nowrap cs-code' : 'num nowrap'}>
      {code}
      {copy && <CopyButton text={code} />}
    </span>
  )
}

/** A personal value that is masked wherever the right to see it has not been used. */
export function Masked({ kind, value }: { kind: 'id' | 'phone' | 'name' | 'email'; value: string }) {
  const text = { id: maskId, phone: maskPhone, name: maskName, email: maskEmail }[kind](value)
  return <span class="num nowrap">{text}</span>
}

/** Initials on a quiet disc. */
export function Avatar({ name, tone }: { name: string; tone?: 'accent' | 'next' }) {
  return (
    <span
      class={{ accent: 'cs-ava is-acc', next: 'cs-ava is-next', plain: 'cs-ava' }[tone ?? 'plain']}
      aria-hidden="true"
    >
      {initials(name)}
    </span>
  )
}

/** Text of secondary weight. */
export function Muted({ children }: { children: ComponentChildren }) {
  return <span class="mut">{children}</span>
}

/** A caption: the smallest and lightest text allowed. */
export function Caption({ children }: { children: ComponentChildren }) {
  return <span class="cap">{children}</span>
}

/** A title that only assistive technology reads. */
export function HiddenText({ children, id }: { children: ComponentChildren; id?: string }) {
  return (
    <span class="cs-sr" id={id}>
      {children}
    </span>
  )
}

/** The first letters of the family name and of the given name, which stands last. */
function initials(name: string): string {
  const letters = name
    .trim()
    .split(/\s+/)
    .map(word => /\p{L}/u.exec(word)?.[0] ?? '')
    .filter(Boolean)
  return (letters.length > 1 ? `${letters[0]}${letters.at(-1)}` : (letters[0] ?? '')).toUpperCase()
}
