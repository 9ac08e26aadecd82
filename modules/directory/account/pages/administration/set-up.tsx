import { inLang, type ReplyOf } from '@congso/kernel/contract'
import type { PageProps } from '@congso/kernel/server'
import { Banner, Button, Form, LinkButton, PasswordField, Select, Stack, TextField } from '@congso/ui'
import type { showSetUp } from '../../contract/house.ts'
import { en as enMine } from '../texts.en.ts'
import { vi as viMine } from '../texts.vi.ts'
import { Unrepeated } from '../unrepeated.tsx'
import { en } from './texts.en.ts'
import { vi } from './texts.vi.ts'

const kinds = ['province', 'commune', 'department', 'centre', 'other'] as const

/** Before anybody has an account: the first agency and its administrator. */
export function SetUpPage({ view, page }: PageProps<ReplyOf<typeof showSetUp>>) {
  const t = inLang<typeof vi | typeof en>(page.lang, vi, en).setUp
  const mine = inLang<typeof viMine | typeof enMine>(page.lang, viMine, enMine)
  if (!view.open) {
    return (
      <>
        <h1>{t.title}</h1>
        <Stack>
          <Banner kind="note">{t.closed}</Banner>
          <LinkButton href="/sign-in" icon="login" variant="primary">
            {mine.signIn.title}
          </LinkButton>
        </Stack>
      </>
    )
  }
  return (
    <>
      <h1>{t.title}</h1>
      <Stack>
        <p>{t.lead}</p>
        <Form action="/setup" failed={t.failed}>
          <Unrepeated />
          <TextField name="agencyName" label={t.agencyName} maxLength={200} required />
          <TextField
            name="agencyCode"
            label={t.agencyCode}
            help={t.agencyCodeHelp}
            maxLength={60}
            spellcheck={false}
            required
          />
          <Select
            name="agencyKind"
            label={t.agencyKind}
            options={kinds.map(value => ({ value, label: t.kinds[value] }))}
            value="province"
            empty={false}
            required
          />
          <TextField name="name" label={t.name} autocomplete="name" maxLength={120} required />
          <TextField
            name="userName"
            label={mine.signIn.userName}
            autocomplete="username"
            maxLength={32}
            spellcheck={false}
            required
          />
          <PasswordField
            name="password"
            label={mine.signIn.password}
            help={mine.password.rulesKinds('14')}
            autocomplete="new-password"
            maxLength={256}
            required
          />
          <PasswordField
            name="again"
            label={mine.password.again}
            autocomplete="new-password"
            maxLength={256}
            required
          />
          <Button variant="primary">{t.submit}</Button>
        </Form>
      </Stack>
    </>
  )
}
