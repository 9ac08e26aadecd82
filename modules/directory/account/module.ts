import { inLang } from '@congso/kernel/contract'
import { handle, page } from '@congso/kernel/server'
import { openIdClient } from './adapters/openid-client.ts'
import { changePassword } from './commands/change-password.ts'
import { changePolicy } from './commands/change-policy.ts'
import * as closing from './commands/close-account.ts'
import { createAccount } from './commands/create-account.ts'
import * as ending from './commands/end-sessions.ts'
import { finishSignIn } from './commands/finish-sign-in.ts'
import * as oidcCommands from './commands/oidc.ts'
import * as passkeySignIn from './commands/passkey-sign-in.ts'
import * as passkeys from './commands/passkeys.ts'
import { putSecretsAway } from './commands/put-secrets-away.ts'
import * as reset from './commands/reset.ts'
import * as secondFactor from './commands/second-factor.ts'
import { setUp } from './commands/set-up.ts'
import { signIn } from './commands/sign-in.ts'
import { signOut, stay } from './commands/sign-out.ts'
import { sweepAccounts } from './commands/sweep-accounts.ts'
import { switchPosition } from './commands/switch-position.ts'
import * as admin from './contract/administration.ts'
import * as house from './contract/house.ts'
import * as mine from './contract/mine.ts'
import * as oidc from './contract/oidc.ts'
import * as second from './contract/second-factor.ts'
import * as door from './contract/sign-in.ts'
import { jobs, oidcDoors, type Door } from './jobs.ts'
import { AccountListPage } from './pages/administration/account-list.tsx'
import { AccountPage } from './pages/administration/account.tsx'
import { administrationForms } from './pages/administration/forms.ts'
import { NewAccountPage } from './pages/administration/new-account.tsx'
import { PolicyPage } from './pages/administration/policy.tsx'
import { SetUpPage } from './pages/administration/set-up.tsx'
import { en as enAdmin } from './pages/administration/texts.en.ts'
import { vi as viAdmin } from './pages/administration/texts.vi.ts'
import { ChangePasswordPage } from './pages/change-password.tsx'
import { mineForms } from './pages/mine-forms.ts'
import { MyAccountPage } from './pages/my-account.tsx'
import { NewPasskeyPage, PasskeySignInPage } from './pages/passkey.tsx'
import { texts } from './pages/refusal-texts.ts'
import { SecondFactorPage } from './pages/second-factor.tsx'
import { SecondStepPage } from './pages/second-step.tsx'
import { SecretsPage } from './pages/secrets.tsx'
import { afterOidc, signInForms } from './pages/sign-in-forms.ts'
import { ForgottenPage, SignInPage } from './pages/sign-in.tsx'
import { navEn, en } from './pages/texts.en.ts'
import { navVi, vi } from './pages/texts.vi.ts'
import { listAccounts } from './queries/list-accounts.ts'
import * as accountQueries from './queries/show-account.ts'
import * as mineQueries from './queries/show-mine.ts'
import * as passkeyQueries from './queries/show-passkey.ts'
import { showProvider } from './queries/show-provider.ts'
import { showSecrets } from './queries/show-secrets.ts'
import * as doorQueries from './queries/show-sign-in.ts'

const t = ({ lang }: { lang: 'vi' | 'en' }) => inLang<typeof vi | typeof en>(lang, vi, en)
const tAdmin = ({ lang }: { lang: 'vi' | 'en' }) => inLang<typeof viAdmin | typeof enAdmin>(lang, viAdmin, enAdmin)

/** The way out to the OpenID provider and back; the secret comes from the configuration, never from the database. */
export function signInDoors(oidcClientSecret: string): readonly Door[] {
  return oidcDoors(openIdClient, oidcClientSecret, afterOidc)
}

/** Accounts, sessions and signing in, as their part of the directory. */
export const part = {
  permissions: ['directory.account.edit'],
  handlers: [
    handle(door.showSignIn, doorQueries.showSignIn),
    handle(door.showSecondStep, doorQueries.showSecondStep),
    handle(door.showForgotten, doorQueries.showForgotten),
    handle(door.showPasskeySignIn, passkeyQueries.showPasskeySignIn),
    handle(door.signIn, signIn),
    handle(door.finishSignIn, finishSignIn),
    handle(door.beginPasskeySignIn, passkeySignIn.beginPasskeySignIn),
    handle(door.finishPasskeySignIn, passkeySignIn.finishPasskeySignIn),
    handle(door.signOut, signOut),
    handle(door.stay, stay),
    handle(oidc.showProvider, showProvider),
    handle(oidc.keepOidcQuestion, oidcCommands.keepOidcQuestion),
    handle(oidc.takeOidcQuestion, oidcCommands.takeOidcQuestion),
    handle(oidc.finishOidc, oidcCommands.finishOidc),
    handle(mine.showMyAccount, mineQueries.showMyAccount),
    handle(mine.showChangePassword, mineQueries.showChangePassword),
    handle(mine.changePassword, changePassword),
    handle(second.showSecondFactor, mineQueries.showSecondFactor),
    handle(second.beginSecondFactor, secondFactor.beginSecondFactor),
    handle(second.confirmSecondFactor, secondFactor.confirmSecondFactor),
    handle(second.removeSecondFactor, secondFactor.removeSecondFactor),
    handle(second.renewRecoveryCodes, secondFactor.renewRecoveryCodes),
    handle(second.showSecrets, showSecrets),
    handle(second.putSecretsAway, putSecretsAway),
    handle(second.beginPasskey, passkeys.beginPasskey),
    handle(second.showNewPasskey, passkeyQueries.showNewPasskey),
    handle(second.addPasskey, passkeys.addPasskey),
    handle(second.removePasskey, passkeys.removePasskey),
    handle(mine.switchPosition, switchPosition),
    handle(mine.endMySession, ending.endMySession),
    handle(mine.endMyOtherSessions, ending.endMyOtherSessions),
    handle(admin.listAccounts, listAccounts),
    handle(admin.showNewAccount, accountQueries.showNewAccount),
    handle(admin.findPeople, accountQueries.findPeople),
    handle(admin.createAccount, createAccount),
    handle(admin.showAccount, accountQueries.showAccount),
    handle(admin.closeAccount, closing.closeAccount),
    handle(admin.reopenAccount, closing.reopenAccount),
    handle(admin.unlockAccount, closing.unlockAccount),
    handle(admin.endAccountSessions, closing.endAccountSessions),
    handle(admin.resetPassword, reset.resetPassword),
    handle(admin.resetSecondFactor, reset.resetSecondFactor),
    handle(admin.demandSecondFactor, reset.demandSecondFactor),
    handle(admin.linkOidc, oidcCommands.linkOidc),
    handle(house.showPolicy, accountQueries.showPolicy),
    handle(house.changePolicy, changePolicy),
    handle(house.sweepAccounts, sweepAccounts),
    handle(house.showSetUp, accountQueries.showSetUp),
    handle(house.setUp, setUp),
  ],
  pages: [
    page(door.showSignIn, SignInPage, {
      title: (_, p) => t(p).signIn.title,
      shell: 'sign-in',
      frame: (view, p) => (view.help ? { footNote: t(p).signIn.help(view.help) } : {}),
    }),
    page(door.showSecondStep, SecondStepPage, { title: (_, p) => t(p).second.title, shell: 'sign-in' }),
    page(door.showForgotten, ForgottenPage, {
      title: (_, p) => t(p).forgotten.title,
      shell: 'sign-in',
      frame: (view, p) => (view.help ? { footNote: t(p).signIn.help(view.help) } : {}),
    }),
    page(door.showPasskeySignIn, PasskeySignInPage, { title: (_, p) => t(p).passkey.title, shell: 'sign-in' }),
    page(house.showSetUp, SetUpPage, {
      title: (_, p) => tAdmin(p).setUp.title,
      shell: 'sign-in',
      // Before the first administrator there is nobody to ask.
      frame: view => (view.open ? { footNote: '' } : {}),
    }),
    page(mine.showMyAccount, MyAccountPage, { title: (_, p) => t(p).mine.title }),
    page(mine.showChangePassword, ChangePasswordPage, { title: (_, p) => t(p).password.title }),
    page(second.showSecondFactor, SecondFactorPage, { title: (_, p) => t(p).setSecond.title }),
    page(second.showSecrets, SecretsPage, {
      title: (view, p) => (view.kind === 'recovery-codes' ? t(p).secrets.recoveryTitle : t(p).secrets.passwordTitle),
    }),
    page(second.showNewPasskey, NewPasskeyPage, { title: (_, p) => t(p).mine.addPasskey }),
    page(admin.listAccounts, AccountListPage, { title: (_, p) => tAdmin(p).accounts.title }),
    page(admin.showNewAccount, NewAccountPage, { title: (_, p) => tAdmin(p).create.title }),
    page(admin.showAccount, AccountPage, { title: view => view.name, topics: view => [view.account] }),
    page(house.showPolicy, PolicyPage, { title: (_, p) => tAdmin(p).policy.title }),
  ],
  forms: [...signInForms, ...mineForms, ...administrationForms],
  nav: [
    {
      key: 'accounts',
      group: 'admin' as const,
      icon: 'key',
      path: '/directory/accounts',
      permission: 'directory.account.edit',
      label: { vi: navVi, en: navEn },
    },
  ],
  reactions: [],
  jobs,
  texts,
}
