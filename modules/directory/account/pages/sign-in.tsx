import { epoch, inLang, type ReplyOf } from '@congso/kernel/contract'
import type { PageProps } from '@congso/kernel/server'
import {
  Banner,
  Button,
  Form,
  formatPromise,
  Hidden,
  LinkButton,
  Or,
  PasswordField,
  Stack,
  TextField,
} from '@congso/ui'
import type { showForgotten, showSignIn } from '../contract/sign-in.ts'
import { en } from './texts.en.ts'
import { vi } from './texts.vi.ts'
import { Unrepeated } from './unrepeated.tsx'

type View = ReplyOf<typeof showSignIn>

/** The door: one form, and the other ways in where they exist. */
export function SignInPage({ view, page }: PageProps<View>) {
  const t = inLang(page.lang, vi, en).signIn
  return (
    <>
      <h1>{t.title}</h1>
      <Stack>
        <LastTry view={view} lang={page.lang} />
        {view.empty ? (
          <>
            <Banner kind="note">{t.setUp}</Banner>
            <LinkButton href="/setup" icon="key" variant="primary">
              {t.setUpGo}
            </LinkButton>
          </>
        ) : (
          <WaysIn view={view} lang={page.lang} />
        )}
      </Stack>
    </>
  )
}

function WaysIn({ view, lang }: { view: View; lang: 'vi' | 'en' }) {
  const t = inLang(lang, vi, en).signIn
  return (
    <div>
      {view.oidc && (
        <>
          <LinkButton variant="primary" icon="id-badge-2" href={view.oidc.href}>
            {t.with(view.oidc.label)}
          </LinkButton>
          <Or>{t.or}</Or>
        </>
      )}
      <Form action="/sign-in" failed={t.failed}>
        <Unrepeated />
        <Hidden name="next" value={view.next} />
        <TextField
          name="userName"
          label={t.userName}
          value={view.name}
          autocomplete="username"
          maxLength={64}
          spellcheck={false}
          autoFocus={view.name === ''}
          required
        />
        <PasswordField
          name="password"
          label={t.password}
          labelEnd={<a href="/sign-in/forgotten">{t.forgot}</a>}
          maxLength={256}
          autoFocus={view.name !== ''}
          required
        />
        <Button variant={view.oidc ? 'quiet' : 'primary'} busyText={t.busy}>
          {t.submit}
        </Button>
      </Form>
      {view.passkeys && (
        <>
          <Or>{t.orOther}</Or>
          <Form action="/sign-in/passkey">
            <Hidden name="next" value={view.next} />
            <Button icon="fingerprint">{t.passkey}</Button>
          </Form>
        </>
      )}
    </div>
  )
}

function LastTry({ view, lang }: { view: View; lang: 'vi' | 'en' }) {
  const t = inLang(lang, vi, en).signIn
  if (view.state === 'wrong') return <Banner kind="late">{t.wrong}</Banner>
  if (view.state === 'locked') {
    return <Banner kind="late">{view.until ? t.locked(formatPromise(epoch(view.until), lang)) : t.lockedNoTime}</Banner>
  }
  if (view.state === 'out') return <Banner kind="done">{t.out}</Banner>
  if (view.state === 'expired') return <Banner kind="note">{t.expired}</Banner>
  if (view.state === 'passkey') return <Banner kind="late">{t.passkeyFailed}</Banner>
  if (view.state === 'no-account') return <Banner kind="late">{t.noAccount}</Banner>
  return view.state === 'provider' ? <Banner kind="late">{t.provider}</Banner> : null
}

/** Nobody can look a password up: whom to ask for a new one. */
export function ForgottenPage({ page }: PageProps<ReplyOf<typeof showForgotten>>) {
  const t = inLang(page.lang, vi, en).forgotten
  return (
    <>
      <h1>{t.title}</h1>
      <Stack>
        <p>{t.lead}</p>
        <p>{t.bring}</p>
        <p>{t.lost}</p>
        <LinkButton href="/sign-in" icon="arrow-left">
          {t.back}
        </LinkButton>
      </Stack>
    </>
  )
}
