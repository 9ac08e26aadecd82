import { inLang, localDate, pathTo, type Lang } from '@congso/kernel/contract'
import type { PageProps } from '@congso/kernel/server'
import {
  Breadcrumbs,
  CellLines,
  CodeText,
  Button,
  Columns,
  Content,
  DateField,
  EmptyState,
  FileList,
  FilterBar,
  Form,
  formatDate,
  Hidden,
  LinkButton,
  MetaItem,
  Muted,
  Panel,
  Pick,
  PickLink,
  Table,
  ThingHead,
  withQuery,
  type Column,
} from '@congso/ui'
import { ClosedTag, daysText, wordFor } from '../../pages/dated.tsx'
import { en as wordsEn } from '../../pages/words.en.ts'
import { vi as wordsVi } from '../../pages/words.vi.ts'
import { showPosition } from '../../position/contract.ts'
import { showPerson } from '../../person/contract.ts'
import { prepareStaff } from '../../staff/contract.ts'
import { showUnit } from '../../unit/contract.ts'
import { listAgencies, showAgency, type AgencyView } from '../contract.ts'
import { AgencySide } from './agency-side.tsx'
import { en } from './texts.en.ts'
import { vi } from './texts.vi.ts'

type Unit = AgencyView['units'][number]
type Held = Unit['positions'][number]

/** One agency: its units with their positions and holders, and what can be done with it. */
export function AgencyPage({ view, page }: PageProps<AgencyView>) {
  const t = inLang(page.lang, vi, en)
  const w = inLang(page.lang, wordsVi, wordsEn)
  const crumbs = [
    { href: listAgencies.path, label: w.agencies },
    ...view.above.map(one => ({ href: pathTo(showAgency, { agency: one.id }), label: one.name })),
    { label: view.shortName },
  ]
  return (
    <>
      <ThingHead
        crumbs={<Breadcrumbs items={crumbs} />}
        title={view.name}
        meta={
          <>
            <MetaItem icon="id">
              <CodeText code={view.code} copy />
            </MetaItem>
            <MetaItem icon="building-bank">{wordFor(w.agencyKinds, view.kind)}</MetaItem>
            <MetaItem icon="calendar">{daysText(page.lang, view)}</MetaItem>
            <ClosedTag lang={page.lang} validTo={view.validTo} now={page.now} />
          </>
        }
        actions={
          view.mayEdit && (
            <LinkButton href={pathTo(prepareStaff, { agency: view.id })} icon="table-import">
              {t.importStaff}
            </LinkButton>
          )
        }
      />
      <Bar view={view} page={page} />
      <Content>
        <Columns
          main={
            <>
              {view.units.length === 0 && (
                <EmptyState title={t.noUnits} tone="plain" icon="sitemap">
                  {t.noUnitsHelp}
                </EmptyState>
              )}
              {view.units.map(unit => (
                <UnitPanel unit={unit} lang={page.lang} now={page.now} key={unit.id} />
              ))}
              {view.below.length > 0 && <Below view={view} title={t.below} />}
            </>
          }
          side={<AgencySide view={view} page={page} />}
        />
      </Content>
    </>
  )
}

/** Another day, and what is closed: both live in the address. */
function Bar({ view, page }: PageProps<AgencyView>) {
  const t = inLang(page.lang, vi, en)
  const w = inLang(page.lang, wordsVi, wordsEn)
  const isToday = view.on === localDate(page.now)
  const set = isToday ? {} : { value: formatDate(view.on), clearHref: withQuery(page.path, { on: null }) }
  return (
    <FilterBar>
      <Pick label={t.seeOn} icon="calendar" {...set}>
        <Form action={pathTo(showAgency, { agency: view.id })} method="get">
          {view.closed && <Hidden name="closed" value="true" />}
          <DateField name="on" label={t.seeOn} value={view.on} />
          <Button size="sm">{t.see}</Button>
        </Form>
      </Pick>
      <PickLink
        href={withQuery(page.path, { closed: view.closed ? null : true })}
        icon={view.closed ? 'eye-off' : 'eye'}
      >
        {view.closed ? w.hideClosed : w.showClosed}
      </PickLink>
    </FilterBar>
  )
}

function UnitPanel({ unit, lang, now }: { unit: Unit; lang: Lang; now: number }) {
  const t = inLang(lang, vi, en)
  const w = inLang(lang, wordsVi, wordsEn)
  const columns: Column<Held>[] = [
    {
      key: 'title',
      head: w.position,
      phone: 'title',
      cell: held => (
        <CellLines
          href={pathTo(showPosition, { position: held.position })}
          title={held.title}
          note={wordFor(w.ranks, held.rank)}
        />
      ),
    },
    { key: 'holder', head: t.holder, phone: 'line', cell: held => <Holder held={held} lang={lang} /> },
    {
      key: 'state',
      head: '',
      width: 170,
      phone: 'side',
      cell: held => <ClosedTag lang={lang} validTo={held.validTo} now={now} />,
    },
  ]
  return (
    <Panel
      flush
      title={<a href={pathTo(showUnit, { unit: unit.id })}>{unit.name}</a>}
      note={
        <>
          {wordFor(w.unitKinds, unit.kind)} <ClosedTag lang={lang} validTo={unit.validTo} now={now} />
        </>
      }
    >
      <Table
        caption={unit.name}
        columns={columns}
        rows={unit.positions}
        rowKey={held => held.position}
        inPanel
        empty={<Muted>{t.nobody}</Muted>}
      />
    </Panel>
  )
}

/** Who holds a position, or that nobody does. */
export function Holder({ held, lang }: { held: Pick<Held, 'person' | 'name' | 'since'>; lang: Lang }) {
  const w = inLang(lang, wordsVi, wordsEn)
  if (!held.person) return <Muted>{w.vacant}</Muted>
  const since = held.since ? w.since(formatDate(held.since)) : undefined
  return <CellLines href={pathTo(showPerson, { person: held.person })} title={held.name} note={since} />
}

function Below({ view, title }: { view: AgencyView; title: string }) {
  const files = view.below.map(one => ({
    name: one.name,
    href: pathTo(showAgency, { agency: one.id }),
    icon: 'building-bank' as const,
    note: one.code,
  }))
  return (
    <Panel title={title} note={String(view.below.length)}>
      <FileList files={files} />
    </Panel>
  )
}
