import { inLang, pathTo, type ReplyOf } from '@congso/kernel/contract'
import type { PageProps } from '@congso/kernel/server'
import {
  CellLines,
  EmptyState,
  FilterBar,
  formatNumber,
  LinkButton,
  PageHead,
  Pager,
  Pick,
  SearchBox,
  Table,
  withQuery,
  type Column,
} from '@congso/ui'
import { feeKinds, listTariffs, newTariff, openTariff, type TariffView } from '../contract.ts'
import { priceWords, timeWords } from './price-words.ts'
import { en } from './texts.en.ts'
import { vi } from './texts.vi.ts'

/** What procedures cost, by procedure. */
export function TariffsPage({ view, page }: PageProps<ReplyOf<typeof listTariffs>>) {
  const t = inLang(page.lang, vi, en)
  const filter = new URLSearchParams(page.path.split('?')[1])
  const [q, kind, past] = [filter.get('q') ?? '', filter.get('kind'), filter.get('past') === 'true']
  const current = feeKinds.find(one => one === kind)
  const filtered = q !== '' || current !== undefined
  return (
    <>
      <PageHead
        title={t.title}
        context={t.list.count(formatNumber(view.total))}
        actions={
          view.maySet && (
            <LinkButton href={newTariff.path} variant="primary" icon="plus">
              {t.list.add}
            </LinkButton>
          )
        }
      />
      <FilterBar clearHref={filtered ? listTariffs.path : undefined}>
        <SearchBox
          action={listTariffs.path}
          value={q}
          label={t.list.search}
          keep={{ kind: current, past: past ? 'true' : undefined }}
        />
        <Pick
          label={t.list.kind}
          {...(current
            ? { value: t.kinds[current], clearHref: withQuery(page.path, { kind: null, after: null }) }
            : {})}
          options={feeKinds.map(one => ({
            href: withQuery(page.path, { kind: one, after: null }),
            label: t.kinds[one],
            current: one === current,
          }))}
        />
        <Pick
          label={t.list.time}
          value={past ? t.list.past : t.list.current}
          options={[false, true].map(all => ({
            href: withQuery(page.path, { past: all ? 'true' : null, after: null }),
            label: all ? t.list.past : t.list.current,
            current: all === past,
          }))}
        />
      </FilterBar>
      {view.tariffs.length === 0 ? (
        <EmptyState title={filtered ? t.list.emptyFound : t.list.empty} tone="plain">
          {filtered ? undefined : t.list.emptyWhy}
        </EmptyState>
      ) : (
        <Table
          caption={t.list.caption}
          columns={columnsFor(t)}
          rows={view.tariffs}
          rowKey={tariff => tariff.id}
          opens
        />
      )}
      {(view.after || filter.has('after')) && (
        <Pager
          from={1}
          to={view.tariffs.length}
          noun={t.list.noun}
          {...(filter.has('after') ? { firstHref: withQuery(page.path, { after: null }) } : {})}
          {...(view.after ? { nextHref: withQuery(page.path, { after: view.after }) } : {})}
        />
      )}
    </>
  )
}

function columnsFor(t: typeof vi): Column<TariffView>[] {
  return [
    {
      key: 'name',
      head: t.list.name,
      phone: 'title',
      cell: tariff => (
        <CellLines
          href={pathTo(openTariff, { tariff: tariff.id })}
          title={tariff.name}
          note={`${tariff.procedure} · ${tariff.agency ? tariff.agencyName : t.list.shared}`}
        />
      ),
    },
    { key: 'kind', head: t.list.kind, phone: 'hide', width: 90, cell: tariff => t.kinds[tariff.kind] },
    {
      key: 'price',
      head: t.list.price,
      num: true,
      phone: 'line',
      width: 330,
      cell: tariff => priceWords(t, tariff).map(line => <div key={line}>{line}</div>),
    },
    { key: 'time', head: t.list.time, phone: 'line', width: 220, cell: tariff => timeWords(t, tariff) },
  ]
}
