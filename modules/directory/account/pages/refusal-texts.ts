import type { ModuleTexts } from '@congso/kernel/server'
import type { AccountRefusal } from '../contract/refusals.ts'
import { en } from './texts.en.ts'
import { vi } from './texts.vi.ts'

/** The texts of every refusal and permission of accounts; a missing one does not compile. */
export const texts = { vi: textsIn(vi), en: textsIn(en) }

function textsIn(
  t: Pick<typeof vi | typeof en, 'refusals' | 'passwordTooShort' | 'passwordTooLong' | 'weakerThanLaw' | 'permissions'>,
): ModuleTexts {
  const refusals: Record<AccountRefusal, ModuleTexts['refusals'][string]> = {
    ...t.refusals,
    'directory.password-too-short': params => t.passwordTooShort(String(params['least']), String(params['length'])),
    'directory.password-too-long': params => t.passwordTooLong(String(params['most'])),
    'directory.policy-weaker-than-law': t.weakerThanLaw,
  }
  return { refusals, permissions: t.permissions }
}
