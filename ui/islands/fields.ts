import { startCombo } from './combo.ts'
import { startDate } from './date.ts'
import { startDrafts } from './draft.ts'
import { startPassword } from './password.ts'
import { startUpload } from './upload.ts'

/** Fields that are more than the browser's own. */
export function start(): void {
  startCombo()
  startDate()
  startPassword()
  startUpload()
  startDrafts()
}
