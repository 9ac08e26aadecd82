import { inLang, type ReplyOf } from '@congso/kernel/contract'
import type { PageProps } from '@congso/kernel/server'
import { Banner, Button, Form, Hidden, LinkButton, Or, Stack, TextField } from '@congso/ui'
import type { showSecondStep } from '../contract/sign-in.ts'
import { en } from './texts.en.ts'
import { vi } from './texts.vi.ts'
import { Unrepeated } from './unrepeated.tsx'

/** After the password: a one-time code, a recovery code, or a passkey. */
export function SecondStepPage({ view, page }: PageProps<ReplyOf<typeof showSecondStep>>) {
  const t = inLang(page.lang, vi, en).second
  if (!view.waits) return <Gone title={t.title} text={t.gone} label={t.again} />
  return (
    <>
      <h1>{t.title}</h1>
      <Stack>
        <p>{view.totp ? t.lead(view.userName) : t.leadPasskey(view.userName)}</p>
        {view.wrong && <Banner kind="late">{t.wrong}</Banner>}
        <div>
          {view.passkey && (
            <Form action="/sign-in/passkey">
              <Hidden name="second" value={view.challenge} />
              <Button icon="fingerprint" variant={view.totp ? 'quiet' : 'primary'}>
                {t.passkey}
              </Button>
            </Form>
          )}
          {view.passkey && <Or>{t.or}</Or>}
          <Form action={`/sign-in/second/${view.challenge}`}>
            <Unrepeated />
            <TextField
              name="code"
              label={t.code}
              help={t.codeHelp}
              autocomplete="one-time-code"
              maxLength={32}
              spellcheck={false}
              autoFocus={view.totp}
              num
              required
            />
            <Button variant={view.totp ? 'primary' : 'quiet'}>{t.submit}</Button>
          </Form>
        </div>
      </Stack>
    </>
  )
}

/** The question no longer waits: the way back to the start. */
export function Gone({ title, text, label }: { title: string; text: string; label: string }) {
  return (
    <>
      <h1>{title}</h1>
      <Stack>
        <Banner kind="note">{text}</Banner>
        <LinkButton href="/sign-in" icon="login" variant="primary">
          {label}
        </LinkButton>
      </Stack>
    </>
  )
}
