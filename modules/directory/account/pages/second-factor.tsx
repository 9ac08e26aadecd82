import { inLang, type ReplyOf } from '@congso/kernel/contract'
import type { PageProps } from '@congso/kernel/server'
import {
  ActionForm,
  Banner,
  Button,
  CodeText,
  Content,
  Form,
  formatNumber,
  PageHead,
  Panel,
  PasswordField,
  Qr,
  Stack,
  TextField,
} from '@congso/ui'
import type { showSecondFactor } from '../contract/second-factor.ts'
import { en } from './texts.en.ts'
import { vi } from './texts.vi.ts'
import { Unrepeated } from './unrepeated.tsx'

type View = ReplyOf<typeof showSecondFactor>
type Texts = typeof vi | typeof en

/** Sets the authenticator app up, renews its recovery codes, or turns it off. */
export function SecondFactorPage({ view, page }: PageProps<View>) {
  const t = inLang<Texts>(page.lang, vi, en)
  return (
    <>
      <PageHead title={t.setSecond.title} />
      <Content width="narrow">
        {view.duty === 'second-factor' && <Banner kind="partly">{t.duties['second-factor']}</Banner>}
        {view.state && <Banner kind="late">{view.state === 'locked' ? t.password.locked : t.password.wrong}</Banner>}
        {view.on ? (
          <On view={view} t={t} />
        ) : view.pending ? (
          <Pending pending={view.pending} t={t} />
        ) : (
          <Off view={view} t={t} />
        )}
      </Content>
    </>
  )
}

function Off({ view, t }: { view: View; t: Texts }) {
  return (
    <Stack>
      <Panel>
        <Stack>
          <p>{t.setSecond.lead}</p>
          <ActionForm action="/account/second-factor/begin">
            <Button variant="primary" icon="qrcode">
              {t.setSecond.begin}
            </Button>
          </ActionForm>
        </Stack>
      </Panel>
      {view.passkeysPossible && view.passkeys === 0 && (
        <Panel title={t.mine.passkeys} id="passkeys">
          <Stack>
            <p>{t.mine.passkeysHelp}</p>
            <ActionForm action="/account/passkeys" id="add-passkey">
              <Button icon="fingerprint">{t.mine.addPasskey}</Button>
            </ActionForm>
          </Stack>
        </Panel>
      )}
    </Stack>
  )
}

function Pending({ pending, t }: { pending: NonNullable<View['pending']>; t: Texts }) {
  return (
    <Stack>
      <Panel title={t.setSecond.step1} id="scan">
        <Qr text={pending.address} label={t.setSecond.qr} size="l" />
        <p class="cap">{t.setSecond.step1Help}</p>
        <p>
          {t.setSecond.key}: <CodeText code={pending.secret.replace(/(.{4})(?=.)/g, '$1 ')} copy />
        </p>
      </Panel>
      <Panel title={t.setSecond.step2} id="confirm">
        <Form action="/account/second-factor" failed={t.setSecond.failed}>
          <Unrepeated />
          <TextField
            name="code"
            label={t.setSecond.code}
            inputMode="numeric"
            autocomplete="one-time-code"
            maxLength={12}
            width="short"
            num
            required
          />
          <Button variant="primary">{t.setSecond.confirm}</Button>
        </Form>
      </Panel>
    </Stack>
  )
}

function On({ view, t }: { view: View; t: Texts }) {
  return (
    <Stack>
      <Banner kind="done">{t.setSecond.on}</Banner>
      <Panel title={t.setSecond.recovery} id="recovery" note={t.mine.recoveryLeft(formatNumber(view.recoveryLeft))}>
        <Form action="/account/second-factor/recovery-codes" id="renew">
          <Unrepeated />
          <p>{t.setSecond.recoveryHelp}</p>
          <PasswordField name="password" label={t.setSecond.password} maxLength={256} required />
          <Button icon="refresh">{t.setSecond.renew}</Button>
        </Form>
      </Panel>
      <Panel title={t.setSecond.remove} id="remove">
        {view.demanded && view.passkeys === 0 ? (
          <p>{t.setSecond.demanded}</p>
        ) : (
          <Form action="/account/second-factor/remove" id="turn-off">
            <Unrepeated />
            <p>{t.setSecond.removeHelp}</p>
            <PasswordField name="password" label={t.setSecond.password} maxLength={256} required />
            <Button variant="danger-quiet">{t.setSecond.remove}</Button>
          </Form>
        )}
      </Panel>
    </Stack>
  )
}
