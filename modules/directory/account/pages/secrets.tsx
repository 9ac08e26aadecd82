import { inLang, type ReplyOf } from '@congso/kernel/contract'
import type { PageProps } from '@congso/kernel/server'
import { Actions, Button, Content, Facts, Form, PageHead, Panel, PrintButton, Stack } from '@congso/ui'
import type { showSecrets } from '../contract/second-factor.ts'
import { en } from './texts.en.ts'
import { vi } from './texts.vi.ts'

/** Recovery codes, or the slip with a one-time password: to print, then to close for ever. */
export function SecretsPage({ view, page }: PageProps<ReplyOf<typeof showSecrets>>) {
  const t = inLang<typeof vi | typeof en>(page.lang, vi, en).secrets
  const isCodes = view.kind === 'recovery-codes'
  const who = [
    { label: t.name, value: view.name },
    { label: t.userName, value: view.userName, num: true },
  ]
  return (
    <>
      <PageHead title={isCodes ? t.recoveryTitle : t.passwordTitle} />
      <Content width="narrow">
        <p>{isCodes ? t.recoveryLead : t.passwordLead}</p>
        <Panel>
          <Stack>
            <Facts
              items={
                isCodes ? who : [...who, { label: t.password, value: <code>{view.secrets[0]}</code>, strong: true }]
              }
            />
            {isCodes && (
              <ol>
                {view.secrets.map(code => (
                  <li key={code}>
                    <code>{code}</code>
                  </li>
                ))}
              </ol>
            )}
          </Stack>
        </Panel>
        <Form action={`/account/shown/${view.shown}`}>
          <Actions>
            <PrintButton />
            <Button variant="primary" icon="check">
              {isCodes ? t.kept : t.handed}
            </Button>
          </Actions>
        </Form>
      </Content>
    </>
  )
}
