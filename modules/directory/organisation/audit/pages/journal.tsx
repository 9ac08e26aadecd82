import { inLang, type Lang } from '@congso/kernel/contract'
import type { PageProps } from '@congso/kernel/server'
import {
  Button,
  CellLines,
  DateField,
  Disclosure,
  EmptyState,
  FilterBar,
  Form,
  formatDate,
  formatTimeSeconds,
  Hidden,
  LinkButton,
  PageHead,
  Pager,
  Pick,
  Table,
  withQuery,
  type Column,
} from '@congso/ui'
import { en as wordsEn } from '../../pages/words.en.ts'
import { vi as wordsVi } from '../../pages/words.vi.ts'
import { exportJournal, readJournal, type JournalView } from '../contract.ts'
import { en } from './texts.en.ts'
import { vi } from './texts.vi.ts'

type Row = JournalView['rows'][number]

/** What was done, newest first; filters live in the address. */
export function JournalPage({ view, page }: PageProps<JournalView>) {
  const t = inLang(page.lang, vi, en)
  const w = inLang(page.lang, wordsVi, wordsEn)
  return (
    <>
      <PageHead title={w.journal} context={t.context} actions={<Exports path={page.path} lang={page.lang} />} />
      <Filters view={view} page={page} />
      <Table
        caption={w.journal}
        columns={columnsOf(page.lang, page.path, view.kinds)}
        rows={view.rows}
        rowKey={row => String(row.id)}
        empty={
          <EmptyState title={t.none} tone="plain">
            {t.noneHelp}
          </EmptyState>
        }
      />
      {(view.next !== null || page.path.includes('before=')) && (
        <Pager
          from={1}
          to={view.rows.length}
          noun={t.noun}
          {...(page.path.includes('before=') ? { firstHref: withQuery(page.path, {}) } : {})}
          {...(view.next === null ? {} : { nextHref: withQuery(page.path, { before: view.next }) })}
        />
      )}
    </>
  )
}

/** The same filter as a file. */
function Exports({ path, lang }: { path: string; lang: Lang }) {
  const t = inLang(lang, vi, en)
  const to = (as: string) => withQuery(`${exportJournal.path}?${path.split('?')[1] ?? ''}`, { as, lang, before: null })
  return (
    <>
      <LinkButton href={to('xlsx')} icon="file-spreadsheet" download>
        {t.exportXlsx}
      </LinkButton>
      <LinkButton href={to('csv')} icon="download" download>
        {t.exportCsv}
      </LinkButton>
    </>
  )
}

/** What a kind of fact is called; its own name when the module that knew it is gone. */
function nameOf(kinds: JournalView['kinds'], event: string, lang: Lang): string {
  return kinds.find(one => one.event === event)?.[lang] ?? event
}

function Filters({ view, page }: PageProps<JournalView>) {
  const t = inLang(page.lang, vi, en)
  const set = [view.person, view.event, view.subject, view.from ?? view.last].filter(Boolean).length
  const days =
    view.from || view.last ? [view.from, view.last].map(date => (date ? formatDate(date) : '…')).join(' – ') : undefined
  const keep = { person: view.person?.id, event: view.event, subject: view.subject }
  return (
    <FilterBar {...(set > 1 ? { clearHref: readJournal.path } : {})}>
      {view.person && (
        <Pick label={t.ofPerson} value={view.person.name} clearHref={withQuery(page.path, { person: null })} />
      )}
      {view.subject && (
        <Pick label={t.ofThing} value={view.subject.slice(-8)} clearHref={withQuery(page.path, { subject: null })} />
      )}
      <Pick
        label={t.ofEvent}
        {...(view.event
          ? { value: nameOf(view.kinds, view.event, page.lang), clearHref: withQuery(page.path, { event: null }) }
          : {})}
        options={view.kinds.map(kind => ({
          href: withQuery(page.path, { event: kind.event, before: null }),
          label: kind[page.lang],
          current: kind.event === view.event,
        }))}
      />
      <Pick
        label={t.ofDays}
        {...(days ? { value: days, clearHref: withQuery(page.path, { from: null, last: null }) } : {})}
      >
        <Form action={readJournal.path} method="get">
          {Object.entries(keep).map(([name, value]) => value && <Hidden name={name} value={value} key={name} />)}
          <DateField name="from" label={t.from} value={view.from} />
          <DateField name="last" label={t.last} value={view.last} />
          <Button size="sm">{t.apply}</Button>
        </Form>
      </Pick>
    </FilterBar>
  )
}

function columnsOf(lang: Lang, path: string, kinds: JournalView['kinds']): Column<Row>[] {
  const t = inLang(lang, vi, en)
  return [
    {
      key: 'at',
      head: t.when,
      width: 130,
      num: true,
      phone: 'side',
      cell: row => <CellLines title={formatTimeSeconds(row.at)} note={formatDate(row.at)} />,
    },
    {
      key: 'event',
      head: t.what,
      phone: 'title',
      cell: row => <CellLines title={nameOf(kinds, row.event, lang)} note={row.event} />,
    },
    { key: 'who', head: t.who, phone: 'line', cell: row => <CellLines title={whoOf(row, lang)} note={placeOf(row)} /> },
    { key: 'detail', head: t.detail, phone: 'line', cell: row => <Detail row={row} lang={lang} path={path} /> },
  ]
}

function whoOf(row: Row, lang: Lang): string {
  const t = inLang(lang, vi, en)
  if (row.name) return row.name
  return row.actorKind === 'anonymous' ? t.anonymous : t.system
}

function placeOf(row: Row): string | undefined {
  return [row.title, row.agency].filter(Boolean).join(', ') || undefined
}

function Detail({ row, lang, path }: { row: Row; lang: Lang; path: string }) {
  const t = inLang(lang, vi, en)
  return (
    <Disclosure summary={t.showDetail}>
      <pre>{JSON.stringify(row.data, null, 1)}</pre>
      {row.hasPersonal && <p class="cap">{t.personal}</p>}
      <p class="cap num">
        {t.subject}: {row.subject}
      </p>
      <p class="cap num">
        {t.request}: {row.request}
      </p>
      <p>
        <a href={withQuery(path, { subject: row.subject })}>{t.sameThing}</a>
      </p>
    </Disclosure>
  )
}
