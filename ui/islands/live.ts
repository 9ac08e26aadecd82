import { session } from '@hotwired/turbo'

const settle = 400
const hiddenFor = 20_000

/**
 * Refreshes the page when something on it has changed. Tabs that show the same topics share one event stream: whoever
 * holds the lock listens and tells the others. A hidden tab lets go after a while, so that many open tabs do not use up
 * the browser's connections; when it is seen again it catches up.
 */
export function startLive(): void {
  let stop: (() => void) | undefined
  let following = ''
  let missed = false
  let timer = 0
  const refreshSoon = () => {
    clearTimeout(timer)
    timer = window.setTimeout(() => session.refresh(document.baseURI), settle)
  }
  const follow = () => {
    const topics = document.querySelector<HTMLMetaElement>('meta[name="live-topics"]')?.content ?? ''
    if (topics === following) return
    stop?.()
    following = topics
    stop = topics ? listen(topics, refreshSoon) : undefined
  }
  const letGo = () => {
    stop?.()
    stop = undefined
    following = ''
    missed = true
  }
  let leaving = 0
  document.addEventListener('visibilitychange', () => {
    clearTimeout(leaving)
    if (document.hidden) {
      leaving = window.setTimeout(letGo, hiddenFor)
      return
    }
    follow()
    if (missed) refreshSoon()
    missed = false
  })
  document.addEventListener('turbo:load', follow)
  document.addEventListener('turbo:render', follow)
  follow()
}

/** Follows some topics, alone or through the tab that already does. Returns how to stop. */
function listen(topics: string, changed: () => void): () => void {
  const stopped = new AbortController()
  const channel = new BroadcastChannel(`cs-live:${topics}`)
  channel.addEventListener('message', changed)
  const lead = () =>
    new Promise<void>(resolve => {
      const source = new EventSource(`/live?topics=${encodeURIComponent(topics)}`)
      source.addEventListener('message', () => {
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a broadcast channel has no target origin
        channel.postMessage('')
        changed()
      })
      stopped.signal.addEventListener('abort', () => {
        source.close()
        resolve()
      })
    })
  // Web Locks need a secure page; without them each tab listens for itself.
  if ('locks' in navigator) {
    navigator.locks.request(`cs-live:${topics}`, { signal: stopped.signal }, lead).catch(() => {})
  } else {
    void lead()
  }
  return () => {
    stopped.abort()
    channel.close()
  }
}
