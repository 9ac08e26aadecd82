const warnBefore = 120
const activityKey = 'cs-last-activity'
const heartbeat = 60_000

/**
 * Warns before the server ends a session without activity, in every open tab at once: activity in one tab counts for all.
 * Typing a long text is activity too, so the session is kept from time to time while somebody works without sending.
 */
export function startIdle(): void {
  let kept = Date.now()
  active()
  for (const type of ['pointerdown', 'keydown', 'input'])
    document.addEventListener(type, active, { passive: true, capture: true })
  document.addEventListener('click', event => {
    if (event.target instanceof Element && event.target.closest('[data-stay-signed-in]')) {
      active()
      void stay()
    }
  })
  setInterval(() => {
    const dialog = document.querySelector<HTMLDialogElement>('#cs-idle')
    const seconds = Number(
      document.querySelector<HTMLMetaElement>('meta[name="idle"]')?.content ?? dialog?.dataset['seconds'] ?? 0,
    )
    if (!dialog || !seconds) return
    const last = Number(localStorage.getItem(activityKey) ?? Date.now())
    if (last > kept && Date.now() - kept > Math.max(heartbeat, seconds * 250)) void stay()
    tick(dialog, Math.ceil(seconds - (Date.now() - last) / 1000))
  }, 1000)

  async function stay(): Promise<void> {
    const dialog = document.querySelector<HTMLDialogElement>('#cs-idle')
    kept = Date.now()
    dialog?.close()
    await fetch(dialog?.dataset['stay'] ?? location.href, { headers: { accept: 'application/json' } }).catch(() => {})
  }
}

function active(): void {
  localStorage.setItem(activityKey, String(Date.now()))
}

function tick(dialog: HTMLDialogElement, left: number): void {
  if (left > warnBefore) {
    if (dialog.open) dialog.close()
    return
  }
  if (left <= 0) {
    location.assign(dialog.dataset['leave'] ?? '/')
    return
  }
  const words = dialog.querySelector<HTMLElement>('[data-text]')
  const time = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`
  if (words) words.textContent = (words.dataset['text'] ?? '').replace('{time}', time)
  if (!dialog.open) dialog.showModal()
}
