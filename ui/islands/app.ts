import '@hotwired/turbo'
import { startBusy } from './busy.ts'
import { startClicks } from './clicks.ts'
import { startForms } from './forms.ts'
import { startMenus } from './menus.ts'
import { startMorphGuard } from './morph-guard.ts'
import { startNetwork } from './network.ts'

document.documentElement.classList.add('has-js')
startMorphGuard()
startBusy()
startForms()
startMenus()
startClicks()
startNetwork()

const parts: [selector: string, load: () => Promise<{ start: () => void }>][] = [
  ['.cs-shell', () => import('./staff.ts')],
  ['cs-combo, cs-upload, cs-date, cs-password, [data-draft]', () => import('./fields.ts')],
  ['[data-echo-form], [data-needs]', () => import('./echo.ts')],
  ['[data-text-size], [data-read-aloud]', () => import('./reading.ts')],
  ['cs-passkey', () => import('./passkey.ts')],
]

document.addEventListener('turbo:load', () => void loadParts())
if (document.readyState !== 'loading') void loadParts()

/** Programs that only some pages need come when such a page comes. */
async function loadParts(): Promise<void> {
  const wanted = parts.filter(([selector]) => document.querySelector(selector))
  for (const part of wanted) parts.splice(parts.indexOf(part), 1)
  for (const [, load] of wanted) (await load()).start()
}
