import { inLang, type ReplyOf } from '@congso/kernel/contract'
import type { PageProps } from '@congso/kernel/server'
import {
  Banner,
  Breadcrumbs,
  Columns,
  Content,
  Facts,
  formatDate,
  formatDateTime,
  formatNumber,
  LinkButton,
  Panel,
  Stack,
  Table,
  ThingHead,
  withQuery,
  type Column,
} from '@congso/ui'
import { listImports, listProcedures, type showImport } from '../../contract.ts'
import { words } from '../words/words.ts'
import { en } from './texts.en.ts'
import { vi } from './texts.vi.ts'

type View = ReplyOf<typeof showImport>

/** What came of one file of records: what was taken, what was not and why. */
export function ImportPage({ view, page }: PageProps<View>) {
  const t = inLang(page.lang, vi, en)
  const isAllTaken = view.refusals.length === 0
  const crumbs = [
    { href: listProcedures.path, label: t.list.title },
    { href: listImports.path, label: t.import.title },
    { label: view.fileName },
  ]
  return (
    <>
      <ThingHead
        crumbs={<Breadcrumbs items={crumbs} />}
        title={view.fileName}
        meta={t.import.takenAt(formatDateTime(view.at), view.byName || t.import.system)}
        actions={
          <LinkButton href={listImports.path} icon="upload">
            {t.import.another}
          </LinkButton>
        }
      />
      <Content>
        <Columns
          main={
            <Stack>
              {isAllTaken ? (
                <Banner kind="done">{t.import.allTaken}</Banner>
              ) : (
                <Banner kind="late">
                  {view.imported + view.changed + view.unchanged > 0
                    ? t.import.someRefused(formatNumber(view.refusals.length))
                    : t.import.allRefused}
                </Banner>
              )}
              {!isAllTaken && <Refused view={view} page={page} />}
              {view.unparsed.length > 0 && <Unread view={view} page={page} />}
            </Stack>
          }
          side={
            <Panel title={t.import.result}>
              <Facts
                items={[
                  { label: t.import.imported, value: formatNumber(view.imported), num: true, strong: true },
                  { label: t.import.changed, value: formatNumber(view.changed), num: true },
                  { label: t.import.unchanged, value: formatNumber(view.unchanged), num: true },
                  { label: t.import.refused, value: formatNumber(view.refused), num: true },
                  { label: t.import.source, value: view.source },
                  { label: t.import.validFrom, value: formatDate(view.validFrom), num: true },
                ]}
              />
            </Panel>
          }
        />
      </Content>
    </>
  )
}

function Refused({ view, page }: PageProps<View>) {
  const t = inLang(page.lang, vi, en).import
  const reasons: Readonly<Record<string, string>> = t.reasons
  const columns: Column<View['refusals'][number]>[] = [
    { key: 'file', head: t.record, phone: 'title', cell: one => one.file },
    { key: 'why', head: t.why, phone: 'line', cell: one => reasons[one.reason] ?? one.reason },
    { key: 'detail', head: t.detail, phone: 'line', cell: one => one.detail },
  ]
  return (
    <Panel title={t.refused} note={formatNumber(view.refusals.length)} flush>
      <Table
        caption={t.refused}
        columns={columns}
        rows={view.refusals}
        rowKey={one => `${one.file} ${one.reason} ${one.detail}`}
        inPanel
      />
    </Panel>
  )
}

function Unread({ view, page }: PageProps<View>) {
  const t = inLang(page.lang, vi, en)
  const why: Readonly<Record<string, string>> = words(page.lang).why
  return (
    <Panel title={t.record.unparsed} foot={t.record.unparsedFoot}>
      <Stack>
        <Facts items={view.unparsed.map(one => ({ label: why[one.why] ?? one.why, value: formatNumber(one.count) }))} />
        <p>
          <a href={withQuery(listProcedures.path, { view: 'unread' })}>{t.import.toUnread}</a>
        </p>
      </Stack>
    </Panel>
  )
}
