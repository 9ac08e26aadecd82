const warnBefore = 120
const activityKey = 'cs-last-activity'
const heartbeat = 60_000

/**
 * Warns before the server ends a session without activity, in every open tab at once: activity in one tab counts for all.
 * Typing a long text is activity too, so the session is kept from time to time while somebody works without sending. When the
 * time is over the session is ended for good, so that nobody goes on with it from the browser's history.
 */
export function startIdle(): void {
  let kept = Date.now()
  let isOver = false
  active()
  for (const type of ['pointerdown', 'keydown', 'input'])
    document.addEventListener(type, active, { passive: true, capture: true })
  document.addEventListener('click', event => {
    if (event.target instanceof Element && event.target.closest('[data-stay-signed-in]')) {
      active()
      void stay().then(isKept => {
        if (!isKept) goAway(dialogOf())
      })
    }
  })
  setInterval(() => {
    const dialog = dialogOf()
    const seconds = Number(
      document.querySelector<HTMLMetaElement>('meta[name="idle"]')?.content ?? dialog?.dataset['seconds'] ?? 0,
    )
    if (!dialog || !seconds || isOver) return
    const last = Number(localStorage.getItem(activityKey) ?? Date.now())
    const left = Math.ceil(seconds - (Date.now() - last) / 1000)
    isOver = left <= 0
    if (isOver) void end(dialog).then(() => goAway(dialog))
    else if (last > kept && Date.now() - kept > Math.max(heartbeat, seconds * 250)) void stay()
    if (!isOver) warn(dialog, left)
  }, 1000)

  async function stay(): Promise<boolean> {
    const dialog = dialogOf()
    kept = Date.now()
    dialog?.close()
    const address = dialog?.dataset['stay']
    return !address || (await send(address, '{}', 'application/json')) !== 401
  }
}

function active(): void {
  localStorage.setItem(activityKey, String(Date.now()))
}

function dialogOf(): HTMLDialogElement | null {
  return document.querySelector<HTMLDialogElement>('#cs-idle')
}

function warn(dialog: HTMLDialogElement, left: number): void {
  if (left > warnBefore) {
    if (dialog.open) dialog.close()
    return
  }
  const words = dialog.querySelector<HTMLElement>('[data-text]')
  const time = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`
  if (words) words.textContent = (words.dataset['text'] ?? '').replace('{time}', time)
  if (!dialog.open) dialog.showModal()
}

/** Sends the dialog's own form for leaving, without its answer taking over the page. */
async function end(dialog: HTMLDialogElement): Promise<void> {
  const form = dialog.querySelector('form')
  if (!form) return
  const fields = [...new FormData(form)].map(([name, value]) => [name, typeof value === 'string' ? value : ''])
  await send(form.action, new URLSearchParams(fields).toString(), 'application/x-www-form-urlencoded')
}

/** To the page that says that the session has ended, and from there back to this one. */
function goAway(dialog: HTMLDialogElement | null): void {
  const ended = new URL(dialog?.dataset['ended'] ?? '/', location.href)
  ended.searchParams.set('next', location.pathname + location.search)
  location.assign(ended)
}

/** The status of the answer; 0 when there was none, or one that leads elsewhere. */
async function send(address: string, body: string, type: string): Promise<number> {
  const headers = { accept: 'application/json', 'content-type': type }
  const answer = await fetch(address, { method: 'POST', headers, body, redirect: 'manual' }).catch(() => null)
  // An answer that nobody reads keeps its connection.
  await answer?.text().catch(() => '')
  return answer?.status ?? 0
}
