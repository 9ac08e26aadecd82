import { inLang, pathTo, type Lang, type RefusalParams } from '@congso/kernel/contract'
import type { PageProps } from '@congso/kernel/server'
import {
  ActionForm,
  Banner,
  Breadcrumbs,
  Button,
  CellLines,
  Content,
  EmptyState,
  formatDate,
  formatNumber,
  LinkButton,
  Panel,
  Stack,
  Table,
  Tag,
  ThingHead,
  type Column,
} from '@congso/ui'
import { showAgency } from '../../agency/contract.ts'
import { wordFor } from '../../pages/dated.tsx'
import { importStaff, prepareStaff, type StaffSheetView } from '../contract.ts'
import { en } from './texts.en.ts'
import { vi } from './texts.vi.ts'

type Finding = StaffSheetView['findings'][number]
type Step = StaffSheetView['steps'][number]

/** A sheet before it is imported: what each row would do, or everything that is wrong with it. */
export function StaffSheetPage({ view, page }: PageProps<StaffSheetView>) {
  const t = inLang(page.lang, vi, en)
  const agency = view.agency.id
  const toDo = view.steps.filter(step => step.state !== 'unchanged' || step.account !== null).length
  const crumbs = [
    { href: pathTo(showAgency, { agency }), label: view.agency.name },
    { href: pathTo(prepareStaff, { agency }), label: t.title },
    { label: t.preview },
  ]
  return (
    <>
      <ThingHead
        crumbs={<Breadcrumbs items={crumbs} />}
        title={t.preview}
        meta={t.previewOf(view.agency.name, formatNumber(view.rows))}
        actions={
          toDo > 0 && (
            <ActionForm action={pathTo(importStaff, { sheet: view.id })}>
              <Button variant="primary">{t.importAll(formatNumber(toDo))}</Button>
            </ActionForm>
          )
        }
      />
      <Content>
        <Stack>{view.importedAt ? <Done view={view} page={page} /> : <Preview view={view} page={page} />}</Stack>
      </Content>
    </>
  )
}

function Done({ view, page }: PageProps<StaffSheetView>) {
  const t = inLang(page.lang, vi, en)
  const links = [
    { href: pathTo(showAgency, { agency: view.agency.id }), icon: 'building-bank' as const, label: t.toAgency },
  ]
  return (
    <EmptyState title={t.done} links={links}>
      {t.doneHelp}
    </EmptyState>
  )
}

function Preview({ view, page }: PageProps<StaffSheetView>) {
  const t = inLang(page.lang, vi, en)
  const again = (
    <LinkButton href={pathTo(prepareStaff, { agency: view.agency.id })} size="sm">
      {t.again}
    </LinkButton>
  )
  const isDone = view.steps.length > 0 && view.steps.every(step => step.state === 'unchanged' && step.account === null)
  return (
    <>
      {view.findings.length > 0 && (
        <>
          <Banner kind="late" action={again}>
            {t.faults(formatNumber(view.findings.length))} {t.faultsHelp}
          </Banner>
          <Findings title={t.wrong} rows={view.findings} lang={page.lang} />
        </>
      )}
      {isDone && <Banner kind="note">{t.nothing}</Banner>}
      {view.warnings.length > 0 && <Findings title={t.warnings} rows={view.warnings} lang={page.lang} />}
      {view.steps.length > 0 && <Steps view={view} page={page} />}
    </>
  )
}

function Findings({ title, rows, lang }: { title: string; rows: readonly Finding[]; lang: Lang }) {
  const t = inLang(lang, vi, en)
  const words: Readonly<Record<string, (params: RefusalParams) => string>> = t.findings
  const columns: Column<Finding>[] = [
    { key: 'row', head: t.row, width: 80, num: true, phone: 'side', cell: one => one.row },
    { key: 'column', head: t.column, width: 180, phone: 'title', cell: one => wordFor(t.columns, one.column) },
    { key: 'wrong', head: t.wrong, phone: 'line', cell: one => words[one.code]?.(one.params) ?? one.code },
  ]
  return (
    <Panel title={title} note={formatNumber(rows.length)} flush>
      <Table
        caption={title}
        columns={columns}
        rows={rows}
        rowKey={one => `${one.row} ${one.column} ${one.code}`}
        inPanel
      />
    </Panel>
  )
}

function Steps({ view, page }: PageProps<StaffSheetView>) {
  const t = inLang(page.lang, vi, en)
  const columns: Column<Step>[] = [
    { key: 'row', head: t.row, width: 80, num: true, phone: 'side', cell: one => one.row },
    {
      key: 'name',
      head: t.name,
      phone: 'title',
      cell: one => <CellLines title={one.name} note={one.roles.join(', ')} />,
    },
    { key: 'place', head: t.place, phone: 'line', cell: one => <CellLines title={one.title} note={one.unit} /> },
    { key: 'from', head: t.from, width: 120, num: true, phone: 'line', cell: one => formatDate(one.from) },
    { key: 'does', head: t.does, phone: 'line', cell: one => <Does step={one} lang={page.lang} /> },
  ]
  return (
    <Panel title={t.preview} flush>
      <Table caption={t.preview} columns={columns} rows={view.steps} rowKey={one => String(one.row)} inPanel />
    </Panel>
  )
}

function Does({ step, lang }: { step: Step; lang: Lang }) {
  const t = inLang(lang, vi, en)
  const account = step.account === null ? [] : [t.openAccount(step.account)]
  if (step.state === 'unchanged' && step.account === null) return <Tag state="idle">{t.unchanged}</Tag>
  const who = step.isNewPerson ? t.newPerson : t.known
  // On a phone the first line is all there is room for: the account stands in it.
  const title = [who, ...account].join('; ')
  if (step.state === 'unchanged') return title
  return <CellLines title={title} note={step.isNewPosition ? t.newPosition : t.vacant} />
}
