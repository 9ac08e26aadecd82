import { inLang, pathTo } from '@congso/kernel/contract'
import type { PageProps } from '@congso/kernel/server'
import {
  Breadcrumbs,
  CellLines,
  CodeText,
  Content,
  formatNumber,
  MetaItem,
  Muted,
  Panel,
  Stack,
  Table,
  ThingHead,
  type Column,
} from '@congso/ui'
import { daysText } from '../../pages/dated.tsx'
import { en as wordsEn } from '../../pages/words.en.ts'
import { vi as wordsVi } from '../../pages/words.vi.ts'
import { listPlaces, type PlaceView } from '../contract.ts'
import { en } from './texts.en.ts'
import { vi } from './texts.vi.ts'

/** One province or commune: its names over time and what it was made from. */
export function PlacePage({ view, page }: PageProps<PlaceView>) {
  const t = inLang(page.lang, vi, en)
  const w = inLang(page.lang, wordsVi, wordsEn)
  const { province } = view
  const crumbs = [
    { href: listPlaces.path, label: w.places },
    ...(province ? [{ href: pathTo(listPlaces, { province: province.code }), label: province.fullName }] : []),
    { label: view.fullName },
  ]
  const versions: Column<PlaceView['versions'][number]>[] = [
    { key: 'name', head: w.name, phone: 'title', cell: one => one.fullName },
    { key: 'days', head: '', num: true, phone: 'side', cell: one => daysText(page.lang, one) },
    { key: 'decree', head: t.decree, phone: 'line', cell: one => one.decree },
  ]
  const former: Column<PlaceView['former'][number]>[] = [
    {
      key: 'name',
      head: t.commune,
      phone: 'title',
      cell: one => <CellLines title={one.name} note={one.parts > 1 ? t.parts(formatNumber(one.parts)) : t.whole} />,
    },
    { key: 'district', head: t.district, phone: 'line', cell: one => one.district },
    { key: 'province', head: t.oldProvince, phone: 'line', cell: one => one.province },
    { key: 'code', head: w.code, num: true, phone: 'hide', cell: one => one.code || w.none },
  ]
  return (
    <>
      <ThingHead
        crumbs={<Breadcrumbs items={crumbs} />}
        title={view.fullName}
        meta={
          <MetaItem icon="hash">
            <CodeText code={view.code} copy />
          </MetaItem>
        }
      />
      <Content>
        <Stack>
          <Panel title={t.versions} flush>
            <Table caption={t.versions} columns={versions} rows={view.versions} rowKey={one => one.validFrom} inPanel />
          </Panel>
          {province && (
            <Panel title={t.former} note={t.formerNote(formatNumber(view.former.length))} flush>
              <Table
                caption={t.former}
                columns={former}
                rows={view.former}
                rowKey={one => `${one.name} ${one.district} ${one.province}`}
                inPanel
                empty={<Muted>{t.noFormer}</Muted>}
              />
            </Panel>
          )}
        </Stack>
      </Content>
    </>
  )
}
