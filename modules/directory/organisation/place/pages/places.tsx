import { inLang, pathTo } from '@congso/kernel/contract'
import type { PageProps } from '@congso/kernel/server'
import {
  CellLines,
  EmptyState,
  FilterBar,
  formatNumber,
  LinkButton,
  Num,
  PageHead,
  Pick,
  SearchBox,
  Table,
  withQuery,
  type Column,
} from '@congso/ui'
import { en as wordsEn } from '../../pages/words.en.ts'
import { vi as wordsVi } from '../../pages/words.vi.ts'
import { listPlaces, resolveAddress, showPlace, type Place, type PlacesView } from '../contract.ts'
import { en } from './texts.en.ts'
import { vi } from './texts.vi.ts'

type Province = PlacesView['provinces'][number]

/** Provinces, the communes of one, or places found by words. */
export function PlacesPage({ view, page }: PageProps<PlacesView>) {
  const t = inLang(page.lang, vi, en)
  const w = inLang(page.lang, wordsVi, wordsEn)
  const communes = view.provinces.reduce((sum, one) => sum + one.communes, 0)
  const isList = Boolean(view.q || view.province)
  return (
    <>
      <PageHead
        title={w.places}
        context={t.context(formatNumber(view.provinces.length), formatNumber(communes))}
        actions={
          <LinkButton href={resolveAddress.path} icon="map-pin">
            {t.old}
          </LinkButton>
        }
      />
      <FilterBar>
        <SearchBox
          action={listPlaces.path}
          value={view.q}
          label={t.find}
          keep={view.province ? { province: view.province.code } : {}}
          live
        />
        <Pick
          label={t.provinces}
          {...(view.province
            ? { value: view.province.fullName, clearHref: withQuery(page.path, { province: null }) }
            : {})}
          options={view.provinces.map(one => ({
            href: withQuery(page.path, { province: one.code }),
            label: one.fullName,
            count: one.communes,
            current: one.code === view.province?.code,
          }))}
        />
      </FilterBar>
      {isList ? <Found view={view} page={page} /> : <Provinces view={view} page={page} />}
    </>
  )
}

function Provinces({ view, page }: PageProps<PlacesView>) {
  const t = inLang(page.lang, vi, en)
  const columns: Column<Province>[] = [
    {
      key: 'name',
      head: t.provinces,
      phone: 'title',
      cell: one => (
        <CellLines href={withQuery(page.path, { province: one.code })} title={one.fullName} note={one.code} />
      ),
    },
    ...(['communes', 'wards', 'zones'] as const).map((key): Column<Province> => ({
      key,
      head: t[key],
      align: 'right',
      width: 160,
      phone: 'line',
      cell: one => <Num>{formatNumber(one[key])}</Num>,
    })),
  ]
  return (
    <Table
      caption={t.provinces}
      columns={columns}
      rows={view.provinces}
      rowKey={one => one.code}
      empty={
        <EmptyState title={t.none} tone="plain" icon="map">
          {t.noneHelp}
        </EmptyState>
      }
    />
  )
}

function Found({ view, page }: PageProps<PlacesView>) {
  const t = inLang(page.lang, vi, en)
  const columns: Column<Place>[] = [
    {
      key: 'name',
      head: t.communes,
      phone: 'title',
      cell: one => <CellLines href={pathTo(showPlace, { code: one.code })} title={one.fullName} note={one.code} />,
    },
    { key: 'province', head: t.province, phone: 'line', cell: one => one.province?.fullName },
  ]
  return (
    <Table
      caption={t.communes}
      columns={columns}
      rows={view.places}
      rowKey={one => one.code}
      opens
      empty={
        <EmptyState title={t.noneFound} tone="plain">
          {t.noneFoundHelp}
        </EmptyState>
      }
    />
  )
}
