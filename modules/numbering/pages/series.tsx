import { inLang, pathTo, type ReplyOf } from '@congso/kernel/contract'
import type { PageProps } from '@congso/kernel/server'
import {
  Breadcrumbs,
  Button,
  Columns,
  DateField,
  Facts,
  FieldGrid,
  Form,
  formatDate,
  Hidden,
  LinkButton,
  MetaItem,
  Panel,
  Table,
  Tag,
  ThingHead,
  toIsoDate,
  type Column,
} from '@congso/ui'
import { changeSeries, endSeries, listNumbers, listSeries, type openSeries, type SchemeView } from '../contract.ts'
import { PatternTrial } from './pattern-trial.tsx'
import { SeriesFields } from './series-fields.tsx'
import { seriesName } from './series-name.ts'
import { en } from './texts.en.ts'
import { vi } from './texts.vi.ts'

type View = ReplyOf<typeof openSeries>

/** One series: what holds now, what held and will hold, and how to change or end it. */
export function SeriesPage({ view, page }: PageProps<View>) {
  const t = inLang(page.lang, vi, en)
  const { series } = view
  return (
    <>
      <ThingHead
        crumbs={<Breadcrumbs items={[{ href: listSeries.path, label: t.title }, { label: seriesName(t, series) }]} />}
        title={seriesName(t, series)}
        meta={
          <>
            <MetaItem icon="building">{series.agency ? series.agencyName : t.list.shared}</MetaItem>
            <MetaItem icon="hash">{series.kind}</MetaItem>
          </>
        }
        actions={
          <LinkButton href={pathTo(listNumbers, { series: series.id })} icon="list-numbers">
            {t.series.register}
          </LinkButton>
        }
      />
      <Columns
        main={
          <>
            <InForce t={t} view={view} />
            <History t={t} view={view} today={toIsoDate(page.now)} />
          </>
        }
        side={
          view.mayEdit ? (
            <>
              <PatternTrial trial={view.trial} pattern={series.scheme?.pattern ?? '{n}'} />
              <Change t={t} view={view} />
              {series.validTo === null && <End t={t} view={view} />}
            </>
          ) : (
            <Panel>
              <p class="mut">{t.series.readOnly}</p>
            </Panel>
          )
        }
      />
    </>
  )
}

type PartProps = { t: typeof vi; view: View }

function InForce({ t, view }: PartProps) {
  const { series, lastIssuedOn } = view
  const ended = series.validTo ? [{ label: t.series.endFrom, value: formatDate(series.validTo), num: true }] : []
  return (
    <Panel title={t.series.facts}>
      <Facts
        items={[
          { label: t.list.next, value: series.next ?? t.list.noNext, num: true, strong: true },
          { label: t.list.pattern, value: series.scheme ? <code>{series.scheme.pattern}</code> : t.list.noNext },
          { label: t.list.reset, value: series.scheme ? t.resets[series.scheme.reset] : t.list.noNext },
          { label: t.series.code, value: series.agency ? series.agencyCode : t.list.shared, num: true },
          { label: t.series.lastIssued, value: lastIssuedOn ? formatDate(lastIssuedOn) : t.series.never, num: true },
          ...ended,
        ]}
      />
    </Panel>
  )
}

function History({ t, view, today }: PartProps & { today: string }) {
  const current = view.series.scheme?.validFrom
  const columns: Column<SchemeView>[] = [
    {
      key: 'from',
      head: t.series.from,
      num: true,
      phone: 'side',
      width: 120,
      cell: scheme => formatDate(scheme.validFrom),
    },
    { key: 'pattern', head: t.list.pattern, phone: 'title', cell: scheme => <code>{scheme.pattern}</code> },
    { key: 'reset', head: t.list.reset, phone: 'line', cell: scheme => t.resets[scheme.reset] },
    {
      key: 'state',
      head: t.numbers.state,
      phone: 'line',
      width: 130,
      cell: scheme => {
        if (scheme.validFrom > today) return <Tag state="acc">{t.series.coming}</Tag>
        return scheme.validFrom === current ? (
          <Tag state="ok">{t.series.now}</Tag>
        ) : (
          <Tag state="idle">{t.series.past}</Tag>
        )
      },
    },
  ]
  return (
    <Panel title={t.series.history} flush>
      <Table
        caption={t.series.historyCaption}
        columns={columns}
        rows={view.schemes}
        rowKey={scheme => scheme.validFrom}
        inPanel
      />
    </Panel>
  )
}

function Change({ t, view }: PartProps) {
  const { series, schemes, changeFrom, trial } = view
  const latest = schemes[0] ?? { pattern: '{n}', reset: 'yearly' as const }
  return (
    <Panel title={t.series.change}>
      <Form action={pathTo(changeSeries, { series: series.id })} id="change" failed={t.series.failed}>
        <Hidden name="version" value={series.version} />
        <FieldGrid>
          <SeriesFields
            t={t}
            given={{ name: series.name, pattern: trial?.pattern ?? latest.pattern, reset: latest.reset, first: 1 }}
          />
          <DateField
            name="from"
            label={t.series.changeFrom}
            value={changeFrom}
            help={t.series.changeHelp(formatDate(changeFrom))}
            required
            span={12}
          />
        </FieldGrid>
        <Button variant="primary">{t.series.save}</Button>
      </Form>
    </Panel>
  )
}

function End({ t, view }: PartProps) {
  return (
    <Panel title={t.series.end}>
      <Form action={pathTo(endSeries, { series: view.series.id })} id="end" failed={t.series.endFailed}>
        <Hidden name="version" value={view.series.version} />
        <DateField name="from" label={t.series.endFrom} value="" help={t.series.endHelp} required />
        <Button variant="danger-quiet">{t.series.endAct}</Button>
      </Form>
    </Panel>
  )
}
