import { inLang, pathTo, type ReplyOf } from '@congso/kernel/contract'
import type { PageProps } from '@congso/kernel/server'
import {
  CellLines,
  Checkbox,
  Content,
  EmptyState,
  FilterBar,
  Muted,
  PageHead,
  Pager,
  SearchBox,
  Table,
  Views,
  withQuery,
  type Column,
} from '@congso/ui'
import { EditForm } from '../../pages/edit-form.tsx'
import { en as wordsEn } from '../../pages/words.en.ts'
import { vi as wordsVi } from '../../pages/words.vi.ts'
import { addPerson, listPeople, showPerson } from '../contract.ts'
import { PersonFields } from './person-fields.tsx'
import { en } from './texts.en.ts'
import { vi } from './texts.vi.ts'

type View = ReplyOf<typeof listPeople>

/** People with the positions they hold; whoever holds none can be seen apart. */
export function PeoplePage({ view, page }: PageProps<View>) {
  const t = inLang(page.lang, vi, en)
  const w = inLang(page.lang, wordsVi, wordsEn)
  const columns: Column<View['people'][number]>[] = [
    {
      key: 'name',
      head: w.name,
      phone: 'title',
      cell: one => <CellLines href={pathTo(showPerson, { person: one.id })} title={one.name} note={one.email} />,
    },
    {
      key: 'places',
      head: t.places,
      phone: 'line',
      cell: one =>
        one.places.length === 0 ? (
          <Muted>{t.without}</Muted>
        ) : (
          one.places.map(place => (
            <CellLines title={place.title} note={`${place.unit}, ${place.agency}`} key={place.position} />
          ))
        ),
    },
  ]
  return (
    <>
      <PageHead title={w.people} />
      <Views
        views={[
          { href: withQuery(page.path, { without: null }), label: t.everybody, current: !view.without },
          { href: withQuery(page.path, { without: true }), label: t.without, current: view.without },
        ]}
      />
      <FilterBar>
        <SearchBox
          action={listPeople.path}
          value={view.q}
          label={t.find}
          keep={view.without ? { without: 'true' } : {}}
          live
        />
      </FilterBar>
      <Table
        caption={w.people}
        columns={columns}
        rows={view.people}
        rowKey={one => one.id}
        opens
        empty={
          <EmptyState title={t.noneFound} tone="plain">
            {t.noneFoundHelp}
          </EmptyState>
        }
      />
      {view.next && (
        <Pager from={1} to={view.people.length} noun={t.noun} nextHref={withQuery(page.path, { after: view.next })} />
      )}
      {view.mayEdit && (
        <Content width="narrow">
          <EditForm page={page} action={addPerson.path} summary={t.add} submit={t.addSubmit} failed={t.notAdded}>
            <PersonFields lang={page.lang} />
            <Checkbox name="anyway" label={t.anyway} />
          </EditForm>
        </Content>
      )}
    </>
  )
}
