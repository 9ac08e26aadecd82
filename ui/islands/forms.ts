/** The error summary takes focus, its links reach their fields, texts grow, searches send themselves when typing stops; a question that was answered closes. */
export function startForms(): void {
  document.addEventListener('turbo:render', focusSummary)
  // The page that comes back may be the same one, refreshed around the open dialog.
  document.addEventListener('turbo:submit-end', event => {
    const done = event instanceof CustomEvent && event.detail?.success === true
    if (done && event.target instanceof HTMLFormElement) event.target.closest('dialog')?.close()
  })
  // A form that opens under its button is there to be typed into at once.
  document.addEventListener('toggle', event => enterFold(event.target), true)
  document.addEventListener('turbo:load', () => {
    focusSummary()
    document.querySelectorAll<HTMLTextAreaElement>('textarea[data-grow]').forEach(grow)
  })
  document.addEventListener('click', event => {
    const link =
      event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('.cs-errsum a[href^="#"]') : null
    const field = link && document.getElementById(link.hash.slice(1))
    if (!field) return
    event.preventDefault()
    const control = field instanceof HTMLFieldSetElement ? (field.querySelector('input') ?? field) : field
    control.scrollIntoView({ block: 'center' })
    control.focus({ preventScroll: true })
  })
  // `input` and not keyup: Telex and VNI rewrite letters after the key has gone.
  document.addEventListener('input', event => {
    if (event.target instanceof HTMLTextAreaElement && event.target.matches('[data-grow]')) grow(event.target)
    const form =
      event.target instanceof HTMLInputElement ? event.target.closest<HTMLFormElement>('form[data-live-form]') : null
    if (form && event instanceof InputEvent && !event.isComposing) sendSoon(form)
  })
}

/** Puts the cursor into a form that its own button has just opened. */
export function enterFold(details: EventTarget | null): void {
  if (!(details instanceof HTMLDetailsElement) || !details.open || !details.matches('.cs-fold')) return
  if (document.activeElement?.parentElement !== details) return
  details.querySelector<HTMLElement>('input:not([type="hidden"]), textarea, select')?.focus()
}

const timers = new WeakMap<HTMLFormElement, number>()

function sendSoon(form: HTMLFormElement): void {
  clearTimeout(timers.get(form))
  timers.set(
    form,
    window.setTimeout(() => form.isConnected && form.requestSubmit(), 350),
  )
}

function grow(area: HTMLTextAreaElement): void {
  area.style.height = 'auto'
  area.style.height = `${Math.min(area.scrollHeight + 2, innerHeight * 0.6)}px`
}

function focusSummary(): void {
  const summary = document.querySelector<HTMLElement>('[data-focus]')
  if (!summary || summary.dataset['focus'] === 'done') return
  summary.dataset['focus'] = 'done'
  summary.focus()
}
