import { isDirty, isField, watchFields } from './dirty.ts'

/**
 * A live refresh morphs the page into what the server says now. It never touches a field in use, a changed field,
 * an open dialog or the open state of details; a plain morph would erase what somebody is typing.
 */
export function startMorphGuard(): void {
  watchFields()
  document.addEventListener('turbo:before-morph-element', event => {
    if (event.target instanceof Element && mustKeep(event.target)) event.preventDefault()
  })
  document.addEventListener('turbo:before-morph-attribute', event => {
    if (!(event instanceof CustomEvent) || !(event.target instanceof Element)) return
    if (keepsAttribute(event.target, String(event.detail?.attributeName))) event.preventDefault()
  })
  // An island draws itself again when the refresh has put its plain version back.
  document.addEventListener('turbo:morph-element', event => {
    const target = event.target
    if (target instanceof HTMLElement && 'redraw' in target && typeof target.redraw === 'function') target.redraw()
  })
}

/** Whether the refresh must leave this element and all in it as they are. */
export function mustKeep(element: Element): boolean {
  if (element instanceof HTMLDialogElement) return element.open
  if (isField(element)) return element === document.activeElement || isDirty(element)
  if (!element.tagName.startsWith('CS-')) return false
  return (
    element.contains(document.activeElement) || [...element.querySelectorAll('input, select, textarea')].some(isDirty)
  )
}

/** Whether this attribute belongs to the reader and not to the server. */
export function keepsAttribute(element: Element, name: string): boolean {
  if (name === 'open') return element instanceof HTMLDetailsElement || element instanceof HTMLDialogElement
  if (name === 'class') return element.matches('.cs-nav, .cs-bar, .cs-bulk, tr[data-row]')
  return name === 'style' && element instanceof HTMLTextAreaElement
}
