import { inLang, type ReplyOf } from '@congso/kernel/contract'
import type { PageProps } from '@congso/kernel/server'
import {
  Actions,
  Button,
  Checkbox,
  Content,
  FieldGrid,
  Form,
  LinkButton,
  NumberField,
  PageHead,
  Panel,
  Stack,
  TextField,
} from '@congso/ui'
import type { showPolicy } from '../../contract/house.ts'
import { en } from './texts.en.ts'
import { vi } from './texts.vi.ts'

type View = ReplyOf<typeof showPolicy>
type Texts = (typeof vi | typeof en)['policy']

/** What this installation asks of signing in. */
export function PolicyPage({ view, page }: PageProps<View>) {
  const all = inLang<typeof vi | typeof en>(page.lang, vi, en)
  const t = all.policy
  return (
    <>
      <PageHead title={t.title} />
      <Content width="narrow">
        <Form action="/directory/sign-in-policy" failed={t.failed}>
          <Stack>
            <Panel foot={t.lead}>
              <Limits view={view} t={t} />
            </Panel>
            <Panel>
              <TextField
                name="origin"
                label={t.origin}
                help={t.originHelp}
                value={view.origin}
                maxLength={200}
                optional
              />
              <TextField name="help" label={t.help} value={view.help} maxLength={200} optional />
            </Panel>
            <Panel title={t.oidc} id="oidc">
              <TextField name="oidcIssuer" label={t.oidcIssuer} value={view.oidcIssuer} maxLength={300} optional />
              <TextField
                name="oidcClientId"
                label={t.oidcClientId}
                value={view.oidcClientId}
                maxLength={200}
                optional
              />
              <TextField
                name="oidcClaim"
                label={t.oidcClaim}
                help={t.oidcClaimHelp}
                value={view.oidcClaim}
                maxLength={100}
                optional
              />
              <TextField name="oidcLabel" label={t.oidcLabel} value={view.oidcLabel} maxLength={60} optional />
            </Panel>
            <Actions>
              <Button variant="primary">{t.submit}</Button>
              <LinkButton href="/directory/accounts">{all.account.cancel}</LinkButton>
            </Actions>
          </Stack>
        </Form>
      </Content>
    </>
  )
}

const numbers = [
  'idleMinutes',
  'idleMinutesOfAdministrators',
  'longestHours',
  'longestHoursOfAdministrators',
  'maxFailures',
  'firstLockMinutes',
  'closeAfterIdleDays',
] as const

function Limits({ view, t }: { view: View; t: Texts }) {
  return (
    <Stack>
      <Checkbox
        name="secondFactorForAdministrators"
        label={t.secondFactorForAdministrators}
        checked={view.secondFactorForAdministrators}
      />
      <FieldGrid>
        {numbers.map(name => (
          <NumberField key={name} name={name} label={t[name]} value={view[name]} span={6} required />
        ))}
      </FieldGrid>
    </Stack>
  )
}
