/** Says when the network is gone, since when, and takes the line away when it is back. */
export function startNetwork(): void {
  addEventListener('offline', () => show(new Date()))
  addEventListener('online', () => {
    const line = offlineLine()
    if (line) line.hidden = true
  })
  document.addEventListener('turbo:load', () => !navigator.onLine && show(new Date()))
}

function offlineLine(): HTMLElement | null {
  return document.querySelector<HTMLElement>('[data-offline]')
}

function show(since: Date): void {
  const line = offlineLine()
  if (!line || !line.hidden) return
  const time = `${String(since.getHours()).padStart(2, '0')}:${String(since.getMinutes()).padStart(2, '0')}`
  const words = line.querySelector('.sp')
  if (words) words.textContent = (line.dataset['offline'] ?? '').replace('{time}', time)
  line.hidden = false
}
