import { inLang, pathTo } from '@congso/kernel/contract'
import type { PageProps } from '@congso/kernel/server'
import { Actions, Button, Content, Form, formatNumber, PageHead, PrintButton, Table, type Column } from '@congso/ui'
import { putSecretsAway } from '../../../account/contract/second-factor.ts'
import type { StaffSlipsView } from '../contract.ts'
import { en } from './texts.en.ts'
import { vi } from './texts.vi.ts'

type Slip = StaffSlipsView['slips'][number]

/** The passwords of accounts just opened: to print, cut apart and hand over, then to close for ever. */
export function StaffSlipsPage({ view, page }: PageProps<StaffSlipsView>) {
  const t = inLang(page.lang, vi, en)
  const columns: Column<Slip>[] = [
    { key: 'name', head: t.name, phone: 'title', cell: one => one.name },
    { key: 'userName', head: t.columns.userName, phone: 'line', cell: one => <code>{one.userName}</code> },
    { key: 'password', head: t.password, phone: 'line', cell: one => <code>{one.password}</code> },
  ]
  return (
    <>
      <PageHead title={t.slips} context={t.slipsOf(formatNumber(view.slips.length))} />
      <Content>
        <p>{t.slipsLead}</p>
        <Table caption={t.slips} columns={columns} rows={view.slips} rowKey={one => one.userName} inPanel />
        <Form action={pathTo(putSecretsAway, { shown: view.shown })}>
          <Actions>
            <PrintButton />
            <Button variant="primary" icon="check">
              {t.handed}
            </Button>
          </Actions>
        </Form>
      </Content>
    </>
  )
}
