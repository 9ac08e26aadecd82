const sizeKey = 'cs-text-size'

/** Larger text and reading aloud, for pages that offer them. */
export function start(): void {
  applySize()
  document.addEventListener('turbo:load', applySize)
  document.addEventListener('click', event => {
    if (!(event.target instanceof Element)) return
    if (event.target.closest('[data-text-size]')) toggleSize()
    const reader = event.target.closest<HTMLElement>('[data-read-aloud]')
    if (reader) readAloud(reader)
  })
  document.addEventListener('turbo:before-visit', () => speechSynthesis.cancel())
}

function toggleSize(): void {
  localStorage.setItem(sizeKey, localStorage.getItem(sizeKey) === 'large' ? '' : 'large')
  applySize()
}

function applySize(): void {
  const large = localStorage.getItem(sizeKey) === 'large'
  document.documentElement.classList.toggle('is-large', large)
  for (const button of document.querySelectorAll('[data-text-size]')) button.setAttribute('aria-pressed', String(large))
}

function readAloud(button: HTMLElement): void {
  const speaking = speechSynthesis.speaking
  speechSynthesis.cancel()
  button.setAttribute('aria-pressed', String(!speaking))
  if (speaking) return
  const words = new SpeechSynthesisUtterance(document.querySelector<HTMLElement>('main')?.innerText ?? '')
  words.lang = document.documentElement.lang === 'en' ? 'en-US' : 'vi-VN'
  words.addEventListener('end', () => button.setAttribute('aria-pressed', 'false'))
  speechSynthesis.speak(words)
}
