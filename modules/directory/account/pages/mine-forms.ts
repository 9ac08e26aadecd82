import { inLang } from '@congso/kernel/contract'
import { form } from '@congso/kernel/server'
import { formatNumber } from '@congso/ui'
import * as contract from '../contract/mine.ts'
import * as factor from '../contract/second-factor.ts'
import { en } from './texts.en.ts'
import { vi } from './texts.vi.ts'

type Page = { lang: 'vi' | 'en' }
type Proof = { state: 'done' | 'wrong' | 'locked' }
const t = (page: Page) => inLang<typeof vi | typeof en>(page.lang, vi, en)
const again = (path: string, reply: Proof) => `${path}?state=${reply.state}`
const second = '/account/second-factor'

/** Where a browser goes after each act on one's own account, and the word shown there. */
export const mineForms = [
  form(contract.changePassword, {
    to: reply => (reply.state === 'done' ? '/account' : again('/account/password', reply)),
    done: (reply, page) => (reply.state === 'done' ? t(page).password.done : ''),
  }),
  form(factor.beginSecondFactor, { to: () => second }),
  form(factor.confirmSecondFactor, { to: reply => `/account/shown/${reply.shown}` }),
  form(factor.removeSecondFactor, {
    to: reply => (reply.state === 'done' ? second : again(second, reply)),
    done: (reply, page) => (reply.state === 'done' ? t(page).setSecond.removed : ''),
  }),
  form(factor.renewRecoveryCodes, {
    to: reply => (reply.state === 'done' ? `/account/shown/${reply.shown}` : again(second, reply)),
  }),
  form(factor.putSecretsAway, { to: reply => reply.next, done: (_, page) => t(page).secrets.put }),
  form(factor.beginPasskey, { to: reply => `/account/passkeys/${reply.challenge}` }),
  form(factor.addPasskey, { to: () => '/account', done: (_, page) => t(page).mine.passkeyAdded }),
  form(factor.removePasskey, { to: () => '/account', done: (_, page) => t(page).mine.passkeyRemoved }),
  form(contract.switchPosition, { to: () => '/account', done: (reply, page) => t(page).mine.switched(reply.title) }),
  form(contract.endMySession, { to: () => '/account', done: (_, page) => t(page).mine.sessionEnded }),
  form(contract.endMyOtherSessions, {
    to: () => '/account',
    done: (reply, page) => t(page).mine.othersEnded(formatNumber(reply.ended)),
  }),
]
