import { inLang, pathTo, type Lang, type ReplyOf } from '@congso/kernel/contract'
import type { PageProps } from '@congso/kernel/server'
import {
  CellLines,
  EmptyState,
  FilterBar,
  formatDate,
  formatNumber,
  LinkButton,
  PageHead,
  SearchBox,
  Table,
  Views,
  withQuery,
  type Column,
} from '@congso/ui'
import { listProcesses, newProcess, showProcess, type ProcessLine } from '../../contract.ts'
import { en } from './texts.en.ts'
import { vi } from './texts.vi.ts'

type View = ReplyOf<typeof listProcesses>
type Props = PageProps<View>

const states = ['published', 'draft', 'retired'] as const

/** Internal processes by state. */
export function ProcessesPage({ view, page }: Props) {
  const t = inLang(page.lang, vi, en).list
  const { filter, counts } = view
  return (
    <>
      <PageHead
        title={t.title}
        actions={
          view.mayDraft && (
            <LinkButton href={newProcess.path} icon="plus" variant="primary">
              {t.draft}
            </LinkButton>
          )
        }
      />
      <Views
        views={states.map(state => ({
          href: withQuery(page.path, { state: state === 'published' ? null : state }),
          label: t.states[state],
          count: counts[state],
          current: state === filter.state,
        }))}
      />
      <FilterBar>
        <SearchBox
          action={listProcesses.path}
          value={filter.q}
          label={t.find}
          keep={{ state: filter.state === 'published' ? undefined : filter.state }}
          live
        />
      </FilterBar>
      {view.rows.length === 0 ? (
        <EmptyState title={t.empty[filter.state]} tone="plain">
          {t.emptyWhy}
        </EmptyState>
      ) : (
        <Table caption={t.title} columns={columns(page.lang)} rows={view.rows} rowKey={row => row.id} opens />
      )}
    </>
  )
}

function columns(lang: Lang): Column<ProcessLine>[] {
  const t = inLang(lang, vi, en).list
  return [
    {
      key: 'name',
      head: t.head.name,
      phone: 'title',
      cell: row => <CellLines href={pathTo(showProcess, { process: row.id })} title={row.name} note={t.no(row.no)} />,
    },
    { key: 'agency', head: t.head.agency, width: 220, cell: row => row.agencyName ?? t.common },
    {
      key: 'hours',
      head: t.head.hours,
      width: 110,
      align: 'right',
      num: true,
      phone: 'side',
      cell: row => (row.totalHours === null ? t.uncounted : formatNumber(row.totalHours)),
    },
    { key: 'steps', head: t.head.steps, width: 90, align: 'right', num: true, phone: 'hide', cell: row => row.steps },
    {
      key: 'offers',
      head: t.head.offers,
      width: 150,
      align: 'right',
      num: true,
      phone: 'hide',
      cell: row => row.offers || '–',
    },
    {
      key: 'from',
      head: t.head.from,
      width: 120,
      num: true,
      cell: row => (row.validFrom === null ? '–' : formatDate(row.validFrom)),
    },
  ]
}
