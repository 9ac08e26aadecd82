/** Fields that somebody has changed since they were last saved. Only these survive a live refresh as typed. */
const dirty = new WeakSet<Element>()

export type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

/** Remembers every change; forgets it when the form is saved or reset. */
export function watchFields(): void {
  for (const type of ['input', 'change']) {
    document.addEventListener(type, event => isField(event.target) && dirty.add(event.target), true)
  }
  document.addEventListener('reset', event => event.target instanceof HTMLFormElement && forgetForm(event.target))
  document.addEventListener('turbo:submit-end', event => {
    const saved = event instanceof CustomEvent && event.detail?.success === true
    if (saved && event.target instanceof HTMLFormElement) forgetForm(event.target)
  })
}

/** Whether a live refresh must leave this field alone. */
export function isDirty(field: Element): boolean {
  return dirty.has(field)
}

/** Marks a field that a program filled in for the reader. */
export function markDirty(field: Element): void {
  dirty.add(field)
}

/** Whether somebody would lose something they typed in this form. */
export function hasDirtyField(form: HTMLFormElement): boolean {
  return [...form.elements].some(element => dirty.has(element))
}

export function isField(target: unknown): target is Field {
  return (
    target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement
  )
}

function forgetForm(form: HTMLFormElement): void {
  for (const element of form.elements) dirty.delete(element)
}
