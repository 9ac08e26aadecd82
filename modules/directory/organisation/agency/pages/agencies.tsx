import { inLang, localDate, pathTo, type ReplyOf } from '@congso/kernel/contract'
import type { PageProps } from '@congso/kernel/server'
import {
  CellLines,
  Content,
  DateField,
  EmptyState,
  FilterBar,
  formatNumber,
  Num,
  PageHead,
  PickLink,
  SearchBox,
  Table,
  withQuery,
  type Column,
} from '@congso/ui'
import { ClosedTag, wordFor } from '../../pages/dated.tsx'
import { EditForm } from '../../pages/edit-form.tsx'
import { en as wordsEn } from '../../pages/words.en.ts'
import { vi as wordsVi } from '../../pages/words.vi.ts'
import { listAgencies, openAgency, showAgency } from '../contract.ts'
import { AgencyFields } from './agency-fields.tsx'
import { en } from './texts.en.ts'
import { vi } from './texts.vi.ts'

type View = ReplyOf<typeof listAgencies>
type Line = View['agencies'][number]

/** The tree of agencies with search; each leads to its units and people. */
export function AgenciesPage({ view, page }: PageProps<View>) {
  const t = inLang(page.lang, vi, en)
  const w = inLang(page.lang, wordsVi, wordsEn)
  const found = view.agencies.filter(one => one.found).length
  return (
    <>
      <PageHead title={w.agencies} context={t.count(formatNumber(found))} />
      <FilterBar>
        <SearchBox
          action={listAgencies.path}
          value={view.q}
          label={t.find}
          keep={view.closed ? { closed: 'true' } : {}}
          live
        />
        <PickLink
          href={withQuery(page.path, { closed: view.closed ? null : true })}
          icon={view.closed ? 'eye-off' : 'eye'}
        >
          {view.closed ? w.hideClosed : w.showClosed}
        </PickLink>
      </FilterBar>
      <Table
        caption={w.agencies}
        columns={columnsOf(view, page.lang, page.now)}
        rows={view.agencies}
        rowKey={line => line.id}
        opens
        empty={
          <EmptyState title={view.q ? t.noneFound : t.none} tone="plain" icon={view.q ? 'search-off' : 'building-bank'}>
            {view.q ? t.noneFoundHelp : t.noneHelp}
          </EmptyState>
        }
      />
      {view.mayOpen && (
        <Content width="narrow">
          <EditForm page={page} action={openAgency.path} summary={t.open} submit={t.openSubmit} failed={t.notOpened}>
            <AgencyFields lang={page.lang} />
            <DateField name="from" label={w.from} value={localDate(page.now)} required />
          </EditForm>
        </Content>
      )}
    </>
  )
}

function columnsOf(view: View, lang: 'vi' | 'en', now: number): Column<Line>[] {
  const t = inLang(lang, vi, en)
  const w = inLang(lang, wordsVi, wordsEn)
  // An em space a level: the order already says what is below what, the indent only shows it.
  const indent = (line: Line) => '\u2003'.repeat(line.depth)
  return [
    {
      key: 'name',
      head: w.name,
      phone: 'title',
      cell: line => (
        <CellLines
          href={pathTo(showAgency, { agency: line.id })}
          title={`${indent(line)}${line.name}`}
          note={`${indent(line)}${line.code}`}
        />
      ),
    },
    { key: 'kind', head: w.kind, width: 220, phone: 'line', cell: line => wordFor(w.agencyKinds, line.kind) },
    {
      key: 'state',
      head: '',
      width: 170,
      phone: 'side',
      cell: line => <ClosedTag lang={lang} validTo={line.validTo} now={now} />,
    },
    {
      key: 'units',
      head: t.units,
      width: 90,
      align: 'right',
      phone: 'hide',
      cell: line => <Num>{formatNumber(line.units)}</Num>,
    },
    {
      key: 'people',
      head: t.people,
      width: 90,
      align: 'right',
      phone: 'hide',
      cell: line => <Num>{formatNumber(line.people)}</Num>,
    },
  ]
}
