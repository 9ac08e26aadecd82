import { inLang } from '@congso/kernel/contract'
import { form } from '@congso/kernel/server'
import * as contract from '../../contract/administration.ts'
import * as house from '../../contract/house.ts'
import { sessionCookies } from '../sign-in-forms.ts'
import { en } from './texts.en.ts'
import { vi } from './texts.vi.ts'

type Page = { lang: 'vi' | 'en' }
const t = (page: Page) => inLang<typeof vi | typeof en>(page.lang, vi, en)
const toAccount = (reply: { account: string }) => `/directory/accounts/${reply.account}`

/** Where a browser goes after each act of account administration, and the word shown there. */
export const administrationForms = [
  form(contract.createAccount, {
    to: reply => `/account/shown/${reply.shown}`,
    done: (reply, page) => t(page).create.done(reply.userName),
  }),
  form(contract.resetPassword, { to: reply => `/account/shown/${reply.shown}` }),
  form(contract.closeAccount, { to: toAccount, done: (_, page) => t(page).account.done.close }),
  form(contract.reopenAccount, { to: toAccount, done: (_, page) => t(page).account.done.reopen }),
  form(contract.unlockAccount, { to: toAccount, done: (_, page) => t(page).account.done.unlock }),
  form(contract.resetSecondFactor, { to: toAccount, done: (_, page) => t(page).account.done.resetSecond }),
  form(contract.endAccountSessions, { to: toAccount, done: (_, page) => t(page).account.done.endSessions }),
  form(contract.demandSecondFactor, { to: toAccount, done: (_, page) => t(page).account.done.demand }),
  form(contract.linkOidc, { to: toAccount, done: (_, page) => t(page).account.oidcSaved }),
  form(house.changePolicy, { to: () => '/directory/sign-in-policy', done: (_, page) => t(page).policy.done }),
  form(house.setUp, { to: () => '/account/second-factor', cookies: sessionCookies }),
]
