import { h, type ComponentChildren } from 'preact'
import { inLang, type ReplyOf } from '@congso/kernel/contract'
import type { PageProps } from '@congso/kernel/server'
import { Actions, Button, Content, Form, LinkButton, PageHead, Reason, Stack, TextField } from '@congso/ui'
import type { showNewPasskey } from '../contract/second-factor.ts'
import type { showPasskeySignIn } from '../contract/sign-in.ts'
import { Gone } from './second-step.tsx'
import { en } from './texts.en.ts'
import { vi } from './texts.vi.ts'
import { Unrepeated } from './unrepeated.tsx'

type Texts = typeof vi | typeof en

/** At the door: one press, and the browser asks for finger, face or key. */
export function PasskeySignInPage({ view, page }: PageProps<ReplyOf<typeof showPasskeySignIn>>) {
  const t = inLang<Texts>(page.lang, vi, en)
  if (view.options === null) return <Gone title={t.passkey.title} text={t.passkey.gone} label={t.second.again} />
  return (
    <>
      <h1>{t.passkey.title}</h1>
      <Stack>
        <p>{t.passkey.lead}</p>
        <Form action={`/sign-in/passkey/${view.challenge}`}>
          <Unrepeated />
          <PasskeyButton kind="get" options={view.options} t={t}>
            {t.passkey.use}
          </PasskeyButton>
        </Form>
        <LinkButton href="/sign-in" icon="arrow-left">
          {t.forgotten.back}
        </LinkButton>
      </Stack>
    </>
  )
}

/** From one's own account: a name for the device, and the browser makes the passkey. */
export function NewPasskeyPage({ view, page }: PageProps<ReplyOf<typeof showNewPasskey>>) {
  const t = inLang<Texts>(page.lang, vi, en)
  return (
    <>
      <PageHead title={t.mine.addPasskey} />
      <Content width="narrow">
        <Stack>
          {view.options === null ? (
            <p>{t.passkey.gone}</p>
          ) : (
            <Form action={`/account/passkeys/${view.challenge}`}>
              <p>{t.passkey.lead}</p>
              <TextField name="name" label={t.mine.device} value={t.passkey.title} maxLength={60} required />
              <PasskeyButton kind="create" options={view.options} t={t}>
                {t.passkey.add}
              </PasskeyButton>
            </Form>
          )}
          <Actions>
            <LinkButton href="/account" icon="arrow-left">
              {t.mine.title}
            </LinkButton>
          </Actions>
        </Stack>
      </Content>
    </>
  )
}

type PasskeyButtonProps = { kind: 'create' | 'get'; options: string; t: Texts; children: ComponentChildren }

/** The element that the island gives life; without script it says that it needs it. */
function PasskeyButton({ kind, options, t, children }: PasskeyButtonProps) {
  return h(
    'cs-passkey',
    { 'data-kind': kind, 'data-options': options },
    <input type="hidden" name="response" value="" />,
    <Button variant="primary" icon="fingerprint" type="button">
      {children}
    </Button>,
    <noscript>
      <Reason icon="info-circle">{t.passkey.needsScript}</Reason>
    </noscript>,
    <div data-unsupported hidden>
      <Reason icon="alert-circle">{t.passkey.unsupported}</Reason>
    </div>,
    <div data-cancelled hidden>
      <Reason icon="alert-circle">{t.passkey.cancelled}</Reason>
    </div>,
  )
}
