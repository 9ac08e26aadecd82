import { inLang, type ReplyOf } from '@congso/kernel/contract'
import type { PageProps } from '@congso/kernel/server'
import { Actions, Banner, Button, Content, Form, formatNumber, LinkButton, PageHead, PasswordField } from '@congso/ui'
import type { showChangePassword } from '../contract/mine.ts'
import { en } from './texts.en.ts'
import { vi } from './texts.vi.ts'
import { Unrepeated } from './unrepeated.tsx'

/** One's own new password; also the first one after a password that was handed over. */
export function ChangePasswordPage({ view, page }: PageProps<ReplyOf<typeof showChangePassword>>) {
  const all = inLang<typeof vi | typeof en>(page.lang, vi, en)
  const t = all.password
  const least = formatNumber(view.least)
  return (
    <>
      <PageHead title={t.title} context={view.userName} />
      <Content width="narrow">
        {view.duty === 'change-password' && <Banner kind="partly">{all.duties['change-password']}</Banner>}
        {view.state && <Banner kind="late">{view.state === 'locked' ? t.locked : t.wrong}</Banner>}
        <Form action="/account/password" back="/account/password" failed={t.failed}>
          <Unrepeated />
          <PasswordField name="current" label={t.current} maxLength={256} required />
          <PasswordField
            name="password"
            label={t.next}
            autocomplete="new-password"
            help={view.kinds ? t.rulesKinds(least) : t.rules(least)}
            maxLength={256}
            required
          />
          <PasswordField name="again" label={t.again} autocomplete="new-password" maxLength={256} required />
          <Actions>
            <Button variant="primary">{t.submit}</Button>
            {!view.duty && <LinkButton href="/account">{all.mine.title}</LinkButton>}
          </Actions>
        </Form>
      </Content>
    </>
  )
}
