/** Small acts of buttons: copy, print, open, close, hide, fill in. One listener for the whole page. */
export function startClicks(): void {
  document.addEventListener(
    'click',
    event => {
      if (!(event.target instanceof Element)) return
      const target = event.target
      if (target.closest('[aria-disabled="true"]')) {
        event.preventDefault()
        event.stopPropagation()
        return
      }
      for (const [selector, act] of acts) {
        const found = target.closest<HTMLElement>(selector)
        if (found) act(found, event)
      }
      if (target instanceof HTMLDialogElement && outside(target, event)) target.close()
    },
    true,
  )
  document.addEventListener('turbo:load', openAtOnce)
  if (document.readyState !== 'loading') openAtOnce()
}

const acts: [selector: string, act: (element: HTMLElement, event: MouseEvent) => void][] = [
  ['[data-copy]', button => void copy(button)],
  ['[data-print]', () => print()],
  ['[data-opens]', button => openDialog(button.dataset['opens'] ?? '')],
  ['[data-close]', button => button.closest('dialog')?.close()],
  ['[data-dismiss]', button => button.closest('.cs-ban')?.remove()],
  ['[data-fill]', fill],
  ['[data-toggle-nav]', toggleNav],
  ['[data-toggle-bar]', toggleBar],
]

async function copy(button: HTMLElement): Promise<void> {
  await navigator.clipboard.writeText(button.dataset['copy'] ?? '')
  const label = button.getAttribute('aria-label') ?? ''
  button.setAttribute('aria-label', button.dataset['copied'] ?? label)
  button.classList.add('is-ok')
  setTimeout(() => {
    button.setAttribute('aria-label', label)
    button.classList.remove('is-ok')
  }, 1600)
}

function openDialog(id: string): void {
  const dialog = document.getElementById(id)
  if (dialog instanceof HTMLDialogElement && !dialog.open) dialog.showModal()
}

/** A form that was refused inside a dialog comes back with its dialog open. */
function openAtOnce(): void {
  for (const dialog of document.querySelectorAll<HTMLDialogElement>('dialog[data-open]')) openDialog(dialog.id)
}

function fill(button: HTMLElement): void {
  const field = document.getElementById(button.dataset['fill'] ?? '')
  if (!(field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement)) return
  const words = button.dataset['text'] ?? ''
  field.value = field.value.trim() ? `${field.value.trimEnd()} ${words}` : words
  field.dispatchEvent(new Event('input', { bubbles: true }))
  field.focus()
}

function toggleNav(button: HTMLElement, event: MouseEvent): void {
  event.preventDefault()
  const nav = button.closest('.cs-nav')
  const open = nav?.classList.toggle('is-open') ?? false
  nav?.classList.toggle('is-shut', !open)
  button.setAttribute('aria-expanded', String(open))
}

function toggleBar(button: HTMLElement): void {
  const open = button.closest('.cs-bar')?.classList.toggle('is-open') ?? false
  button.setAttribute('aria-expanded', String(open))
}

function outside(dialog: HTMLDialogElement, event: MouseEvent): boolean {
  if (event.detail === 0) return false
  const box = dialog.getBoundingClientRect()
  return event.clientX < box.left || event.clientX > box.right || event.clientY < box.top || event.clientY > box.bottom
}
