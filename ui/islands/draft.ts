import { isField, markDirty } from './dirty.ts'

type Draft = { at: number; values: Record<string, string[]> }

const pause = 800
const maxAge = 7 * 86_400_000

/**
 * Keeps what is typed into a form with `data-draft` on this device until it is sent, and offers it again.
 * Passwords, files and hidden values are never kept.
 */
export function startDrafts(): void {
  document.addEventListener('turbo:load', offerAll)
  offerAll()
  const timers = new WeakMap<HTMLFormElement, number>()
  document.addEventListener('input', event => {
    const form = isField(event.target) ? event.target.form : null
    if (!form?.dataset['draft']) return
    clearTimeout(timers.get(form))
    timers.set(
      form,
      window.setTimeout(() => keep(form), pause),
    )
  })
  document.addEventListener('turbo:submit-end', event => {
    if (!(event instanceof CustomEvent) || !(event.target instanceof HTMLFormElement) || event.detail?.success !== true)
      return
    clearTimeout(timers.get(event.target))
    localStorage.removeItem(keyOf(event.target))
  })
  document.addEventListener('click', event => {
    const button =
      event.target instanceof Element
        ? event.target.closest<HTMLButtonElement>('[data-draft-restore], [data-draft-discard]')
        : null
    if (!button?.form) return
    if (button.dataset['draftRestore'] === undefined) localStorage.removeItem(keyOf(button.form))
    else restore(button.form)
    showLine(button.form, false)
  })
}

function keyOf(form: HTMLFormElement): string {
  return `cs-draft:${form.dataset['draft'] ?? ''}`
}

function offerAll(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-draft]')) {
    const draft = read(form)
    // A form that came back refused already holds what was typed.
    if (!draft || form.querySelector('.cs-errsum') || Date.now() - draft.at > maxAge) continue
    say(form, 'found', draft.at)
    showLine(form, true)
  }
}

function keep(form: HTMLFormElement): void {
  const values: Draft['values'] = {}
  for (const field of fieldsOf(form)) {
    if (isTick(field) ? field.checked : field.value !== '') (values[field.name] ??= []).push(field.value)
  }
  const at = Date.now()
  localStorage.setItem(keyOf(form), JSON.stringify({ at, values }))
  say(form, 'saved', at)
  showLine(form, true)
  form.querySelectorAll<HTMLElement>('[data-draft-line] button').forEach(button => (button.hidden = true))
}

function restore(form: HTMLFormElement): void {
  const draft = read(form)
  if (!draft) return
  const left = structuredClone(draft.values)
  for (const field of fieldsOf(form)) {
    const kept = left[field.name]
    if (isTick(field)) field.checked = draft.values[field.name]?.includes(field.value) ?? false
    else if (kept && kept.length > 0) field.value = kept.shift() ?? ''
    else continue
    markDirty(field)
    field.dispatchEvent(new Event('change', { bubbles: true }))
  }
}

function read(form: HTMLFormElement): Draft | undefined {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(form)) ?? 'null')
    return isDraft(kept) ? kept : undefined
  } catch {
    return undefined
  }
}

function isDraft(kept: unknown): kept is Draft {
  return (
    typeof kept === 'object' &&
    kept !== null &&
    'at' in kept &&
    typeof kept.at === 'number' &&
    'values' in kept &&
    typeof kept.values === 'object'
  )
}

function fieldsOf(form: HTMLFormElement) {
  return [...form.elements]
    .filter(isField)
    .filter(field => field.name !== '' && !['hidden', 'password', 'file'].includes(field.type))
}

function isTick(field: Element): field is HTMLInputElement {
  return field instanceof HTMLInputElement && (field.type === 'checkbox' || field.type === 'radio')
}

function say(form: HTMLFormElement, what: 'saved' | 'found', at: number): void {
  const words = form.querySelector<HTMLElement>('[data-draft-line] p')
  const moment = new Date(at)
  const time = `${String(moment.getHours()).padStart(2, '0')}:${String(moment.getMinutes()).padStart(2, '0')}`
  if (words) words.textContent = (words.dataset[what] ?? '').replace('{time}', time)
}

function showLine(form: HTMLFormElement, show: boolean): void {
  const line = form.querySelector<HTMLElement>('[data-draft-line]')
  if (line) line.hidden = !show
}
