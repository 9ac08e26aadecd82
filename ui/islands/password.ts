import { defineElement, type Island } from './element.ts'

/** An eye to see the password, and warnings when the keyboard would change it. */
export function startPassword(): void {
  defineElement('cs-password', enter)
}

function enter(element: HTMLElement): Island {
  const input = () => element.querySelector('input')
  const hint = (selector: string, show: boolean) => {
    const line = element.querySelector<HTMLElement>(selector)
    if (line) line.hidden = !show
  }
  element.addEventListener('click', event => {
    const button = event.target instanceof Element ? event.target.closest('button') : null
    const field = input()
    if (button && field) toggle(element, button, field)
  })
  element.addEventListener('keyup', event => hint('[data-caps]', event.getModifierState('CapsLock')))
  element.addEventListener('compositionstart', () => hint('[data-telex]', true))
  // Unikey rewrites letters by sending backspaces: a marked letter in the value is the proof.
  element.addEventListener('input', () => hint('[data-telex]', /[^\u0020-\u007e]/.test(input()?.value ?? '')))
  return {}
}

function toggle(element: HTMLElement, button: HTMLElement, field: HTMLInputElement): void {
  const show = field.type === 'password'
  field.type = show ? 'text' : 'password'
  button.setAttribute('aria-pressed', String(show))
  button.setAttribute('aria-label', (show ? element.dataset['hide'] : element.dataset['show']) ?? '')
  field.focus()
}
