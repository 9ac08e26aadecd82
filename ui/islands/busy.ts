/** Submit buttons that say what they are doing, keep their width, and cannot be pressed twice. */
export function startBusy(): void {
  const sending = new WeakMap<HTMLFormElement, () => void>()
  const hold = (form: HTMLFormElement, submitter: unknown) => {
    sending.set(form, submitter instanceof HTMLButtonElement ? showBusy(submitter) : () => {})
  }
  const release = (form: EventTarget | null) => {
    if (!(form instanceof HTMLFormElement)) return
    sending.get(form)?.()
    sending.delete(form)
  }
  document.addEventListener(
    'submit',
    event => {
      const form = event.target
      if (!(form instanceof HTMLFormElement)) return
      if (sending.has(form)) {
        event.preventDefault()
        event.stopImmediatePropagation()
      } else if (form.dataset['turbo'] === 'false' && form.method === 'post') {
        // After this turn, when nothing has stopped it.
        setTimeout(() => !event.defaultPrevented && hold(form, event.submitter))
      }
    },
    true,
  )
  document.addEventListener('turbo:submit-start', event => {
    if (!(event instanceof CustomEvent) || !(event.target instanceof HTMLFormElement)) return
    if (event.target.method === 'post') hold(event.target, event.detail?.formSubmission?.submitter)
  })
  document.addEventListener('turbo:submit-end', event => release(event.target))
  addEventListener('pageshow', () => document.querySelectorAll('form').forEach(release))
}

function showBusy(button: HTMLButtonElement): () => void {
  const words = button.dataset['busy']
  if (!words) return () => {}
  const width = button.offsetWidth
  const face = [...button.childNodes]
  const spinner = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  spinner.setAttribute('class', 'i cs-spin')
  spinner.setAttribute('viewBox', '0 0 24 24')
  const arc = document.createElementNS(spinner.namespaceURI, 'path')
  arc.setAttribute('d', 'M12 3a9 9 0 1 0 9 9')
  spinner.append(arc)
  button.style.minWidth = `${width}px`
  button.replaceChildren(spinner, words)
  button.setAttribute('aria-busy', 'true')
  return () => {
    button.replaceChildren(...face)
    button.style.minWidth = ''
    button.removeAttribute('aria-busy')
  }
}
