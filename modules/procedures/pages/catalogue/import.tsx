import { inLang, pathTo, type ReplyOf } from '@congso/kernel/contract'
import type { PageProps } from '@congso/kernel/server'
import {
  Actions,
  Breadcrumbs,
  Button,
  CellLines,
  Columns,
  Content,
  DateField,
  EmptyState,
  FileField,
  Form,
  formatDate,
  formatDateTime,
  formatNumber,
  Panel,
  Table,
  TextField,
  ThingHead,
  type Column,
} from '@congso/ui'
import {
  importFile,
  largestRecordFile,
  listImports,
  listProcedures,
  showImport,
  type ImportRow,
} from '../../contract.ts'
import { en } from './texts.en.ts'
import { vi } from './texts.vi.ts'

/** Where a file of records is handed in, and what came of those before it. */
export function ImportsPage({ view, page }: PageProps<ReplyOf<typeof listImports>>) {
  const t = inLang(page.lang, vi, en)
  const columns: Column<ImportRow>[] = [
    { key: 'at', head: t.import.at, width: 130, num: true, phone: 'side', cell: row => formatDateTime(row.at) },
    {
      key: 'file',
      head: t.import.file,
      phone: 'title',
      cell: row => (
        <CellLines
          title={<a href={pathTo(showImport, { import: row.id })}>{row.fileName}</a>}
          note={[row.byName, formatDate(row.validFrom)].filter(Boolean).join(', ')}
        />
      ),
    },
    { key: 'counts', head: t.import.result, phone: 'line', cell: row => t.import.counts(...countWords(row)) },
  ]
  return (
    <>
      <ThingHead
        crumbs={<Breadcrumbs items={[{ href: listProcedures.path, label: t.list.title }, { label: t.import.title }]} />}
        title={t.import.title}
      />
      <Content>
        <Columns
          main={
            <Panel title={t.import.last} flush>
              <Table
                caption={t.import.last}
                columns={columns}
                rows={view.rows}
                rowKey={row => row.id}
                empty={<EmptyState title={t.import.none} tone="plain" />}
                inPanel
              />
            </Panel>
          }
          side={
            <Panel title={t.import.send} foot={t.import.slow}>
              <Form action={importFile.path} failed={t.import.failed} multipart>
                <FileField
                  name="file"
                  label={t.import.file}
                  help={t.import.fileHelp}
                  accept=".txt,.tar,.tgz,.gz"
                  maxBytes={largestRecordFile}
                  required
                />
                <TextField name="source" label={t.import.source} help={t.import.sourceHelp} maxLength={200} optional />
                <DateField name="validFrom" label={t.import.validFrom} value={view.today} required />
                <Actions>
                  <Button variant="primary">{t.import.take}</Button>
                </Actions>
              </Form>
            </Panel>
          }
        />
      </Content>
    </>
  )
}

/** The counts of an import as the texts say them. */
export function countWords(row: {
  imported: number
  changed: number
  unchanged: number
  refused: number
}): [string, string, string, string] {
  const { imported, changed, unchanged, refused } = row
  return [formatNumber(imported), formatNumber(changed), formatNumber(unchanged), formatNumber(refused)]
}
