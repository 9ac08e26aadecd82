import { inLang, type ReplyOf } from '@congso/kernel/contract'
import type { PageProps } from '@congso/kernel/server'
import { Actions, Button, ComboField, Content, Form, LinkButton, PageHead, TextField } from '@congso/ui'
import type { showNewAccount } from '../../contract/administration.ts'
import { Unrepeated } from '../unrepeated.tsx'
import { en } from './texts.en.ts'
import { vi } from './texts.vi.ts'

/** A person, and the name they will sign in with. */
export function NewAccountPage({ view, page }: PageProps<ReplyOf<typeof showNewAccount>>) {
  const t = inLang<typeof vi | typeof en>(page.lang, vi, en)
  return (
    <>
      <PageHead title={t.create.title} />
      <Content width="narrow">
        <Form action="/directory/accounts" failed={t.create.failed}>
          <Unrepeated />
          <ComboField
            name="person"
            label={t.create.person}
            help={t.create.personHelp}
            src="/api/directory/accounts/people?q="
            chosen={view.person}
            icon="user-search"
            required
          />
          <TextField
            name="userName"
            label={t.create.userName}
            help={t.create.userNameHelp}
            value={view.suggestion}
            autocomplete="off"
            maxLength={32}
            spellcheck={false}
            width="medium"
            optional
          />
          <Actions>
            <Button variant="primary">{t.create.submit}</Button>
            <LinkButton href="/directory/accounts">{t.account.cancel}</LinkButton>
          </Actions>
        </Form>
      </Content>
    </>
  )
}
