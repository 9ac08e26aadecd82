import { handle, page } from '@congso/kernel/server'
import { inLang } from '@congso/kernel/contract'
import { finishSignIn as finishSignInCommand } from './commands/finish-sign-in.ts'
import { signIn as signInCommand } from './commands/sign-in.ts'
import { signOut as signOutCommand, stay as stayCommand } from './commands/sign-out.ts'
import * as door from './contract/sign-in.ts'
import { texts } from './pages/refusal-texts.ts'
import { SecondStepPage } from './pages/second-step.tsx'
import { signInForms } from './pages/sign-in-forms.ts'
import { ForgottenPage, SignInPage } from './pages/sign-in.tsx'
import { en } from './pages/texts.en.ts'
import { vi } from './pages/texts.vi.ts'
import * as doorQueries from './queries/show-sign-in.ts'

const t = (lang: 'vi' | 'en') => inLang(lang, vi, en)

/** Accounts, sessions and signing in, as their part of the directory. */
export const part = {
  permissions: ['directory.account.edit'],
  handlers: [
    handle(door.showSignIn, doorQueries.showSignIn),
    handle(door.showSecondStep, doorQueries.showSecondStep),
    handle(door.showForgotten, doorQueries.showForgotten),
    handle(door.signIn, signInCommand),
    handle(door.finishSignIn, finishSignInCommand),
    handle(door.signOut, signOutCommand),
    handle(door.stay, stayCommand),
  ],
  pages: [
    page(door.showSignIn, SignInPage, { title: (_, p) => t(p.lang).signIn.title, shell: 'sign-in' }),
    page(door.showSecondStep, SecondStepPage, { title: (_, p) => t(p.lang).second.title, shell: 'sign-in' }),
    page(door.showForgotten, ForgottenPage, { title: (_, p) => t(p.lang).forgotten.title, shell: 'sign-in' }),
  ],
  forms: [...signInForms],
  nav: [],
  reactions: [],
  jobs: [],
  texts,
}
