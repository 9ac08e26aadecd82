import { startBulk } from './bulk.ts'
import { startIdle } from './idle.ts'
import { startKeyboard } from './keyboard.ts'
import { startLive } from './live.ts'
import { startPalette } from './palette.ts'

/** What only pages of people who are signed in need. */
export function start(): void {
  startBulk()
  startPalette()
  startKeyboard()
  startLive()
  startIdle()
}
