import { enterFold } from './forms.ts'

const offKey = 'cs-single-keys'

/**
 * Shortcuts. Single letters never act inside fields or while an input method composes (Telex!), and can be switched off
 * for good in the list of shortcuts (WCAG 2.1.4).
 */
export function startKeyboard(): void {
  document.addEventListener('keydown', event => {
    if (event.isComposing || event.defaultPrevented) return
    if (act(event)) event.preventDefault()
  })
  document.addEventListener('change', event => {
    if (event.target instanceof HTMLInputElement && event.target.matches('[data-single-keys]')) {
      localStorage.setItem(offKey, event.target.checked ? '' : 'off')
    }
  })
  document.addEventListener('click', event => {
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('tr[data-row]') : null
    if (row) mark(row)
  })
  document.addEventListener('turbo:render', () => {
    const kept = rows().find(row => row.dataset['row'] === currentRow)
    if (kept) mark(kept)
  })
}

let currentRow: string | undefined

function act(event: KeyboardEvent): boolean {
  if ((event.ctrlKey || event.metaKey) && event.key === 'Enter') return finish(event)
  if (document.querySelector('dialog[open]')) return false
  // In a field Escape only leaves the field: a second one leaves the work.
  if (event.key === 'Escape') return leaveField(event) || press('escape')
  const chord = event.altKey
    ? `alt ${event.key.toLowerCase()}`
    : /^F\d+$/.test(event.key)
      ? event.key.toLowerCase()
      : undefined
  if (chord) return press(chord)
  if (event.ctrlKey || event.metaKey || isTyping(event.target)) return false
  if (event.key === 'Enter') return isFree(event.target) && openRow()
  if (localStorage.getItem(offKey) === 'off') return false
  return letter(event.key.toLowerCase())
}

function letter(key: string): boolean {
  if (key === '/') return focusSearch()
  if (key === '?') return showList()
  if (press(key)) return true
  if (key === 'j') return step(1)
  if (key === 'k') return step(-1)
  return key === 'x' && selectRow()
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement)
    return true
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'submit'].includes(target.type)
}

/** Enter belongs to the thing in focus; it opens a row only when nothing else would take it. */
function isFree(target: EventTarget | null): boolean {
  return !(target instanceof Element && target.closest('a, button, summary, input, [tabindex]:not(main)'))
}

/** Presses the visible thing that shows this key. */
function press(key: string): boolean {
  const found = [...document.querySelectorAll<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)].find(isShown)
  if (!found) return false
  found.focus()
  found.click()
  // At once: what is typed next belongs into the field.
  enterFold(found.parentElement)
  return true
}

/** The form that holds the cursor comes before the page's own: what was typed into it must not send another one. */
function finish(event: KeyboardEvent): boolean {
  const form = event.target instanceof Element ? event.target.closest<HTMLFormElement>('form[method="post"]') : null
  if (!form || !isTyping(event.target)) return press('finish')
  const buttons = [...form.elements].filter(
    element => element instanceof HTMLButtonElement && element.type === 'submit' && isShown(element),
  )
  const main = buttons.find(button => button.matches('[data-key="finish"], .btn-primary'))
  const button = main ?? (buttons.length === 1 ? buttons[0] : undefined)
  if (button instanceof HTMLButtonElement) form.requestSubmit(button)
  return button !== undefined
}

function leaveField(event: KeyboardEvent): boolean {
  if (!isTyping(event.target) || !(event.target instanceof HTMLElement) || event.target.closest('dialog, cs-combo'))
    return false
  event.target.blur()
  return true
}

function focusSearch(): boolean {
  const boxes = ['main [data-find]', '.cs-find input'].flatMap(place => [
    ...document.querySelectorAll<HTMLInputElement>(place),
  ])
  const box = boxes.find(isShown)
  box?.focus()
  box?.select()
  return box !== undefined
}

function rows(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('table[data-rows] tr[data-row]')]
}

function step(by: number): boolean {
  const all = rows()
  const at = all.findIndex(row => row.classList.contains('is-cur'))
  const next = all[at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.max(0, Math.min(all.length - 1, at + by))]
  if (!next) return false
  mark(next)
  next.scrollIntoView({ block: 'nearest' })
  next.querySelector<HTMLElement>('a.t1, a[href]')?.focus({ preventScroll: true })
  return true
}

function mark(row: HTMLElement): void {
  currentRow = row.dataset['row']
  for (const other of rows()) other.classList.toggle('is-cur', other === row)
}

function selectRow(): boolean {
  const box = document.querySelector<HTMLInputElement>('tr.is-cur .p-check input')
  box?.click()
  return box !== null
}

function openRow(): boolean {
  const row = document.querySelector<HTMLElement>('tr.is-cur')
  const link = row?.querySelector<HTMLAnchorElement>('a.t1, a[href]')
  link?.click()
  return Boolean(link)
}

function showList(): boolean {
  const dialog = document.querySelector<HTMLDialogElement>('#cs-keys')
  const list = dialog?.querySelector('[data-page-keys]')
  if (!dialog || !list) return false
  list.replaceChildren(...[...document.querySelectorAll<HTMLElement>('[data-key]')].filter(isShown).map(keyLine))
  const box = dialog.querySelector<HTMLInputElement>('[data-single-keys]')
  if (box) box.checked = localStorage.getItem(offKey) !== 'off'
  dialog.showModal()
  return true
}

function keyLine(source: HTMLElement): HTMLElement {
  const line = document.createElement('div')
  const keys = document.createElement('dt')
  const words = document.createElement('dd')
  keys.append(...[...source.querySelectorAll('kbd')].map(key => key.cloneNode(true)))
  words.textContent =
    source.querySelector('.cs-btn-t')?.textContent ?? source.getAttribute('aria-label') ?? source.textContent
  line.append(keys, words)
  return line
}

function isShown(element: HTMLElement): boolean {
  return element.getClientRects().length > 0 && !element.closest('[inert]')
}
