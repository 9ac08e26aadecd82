import { inLang, pathTo, type ReplyOf } from '@congso/kernel/contract'
import type { PageProps } from '@congso/kernel/server'
import {
  Breadcrumbs,
  Button,
  Checkbox,
  Columns,
  DateField,
  Facts,
  FieldGrid,
  Form,
  formatMoney,
  formatNumber,
  NumberField,
  Panel,
  Select,
  Stack,
  Table,
  ThingHead,
} from '@congso/ui'
import { channels, endTariff, listTariffs, openTariff } from '../contract.ts'
import { priceWords, timeWords } from './price-words.ts'
import { en } from './texts.en.ts'
import { vi } from './texts.vi.ts'

type View = ReplyOf<typeof openTariff>
type Props = { view: View; t: typeof vi }

/** One tariff: what it costs and why, a case tried out, and its end. */
export function TariffPage({ view, page }: PageProps<View>) {
  const t = inLang(page.lang, vi, en)
  const { tariff } = view
  return (
    <>
      <ThingHead
        crumbs={<Breadcrumbs items={[{ href: listTariffs.path, label: t.title }, { label: tariff.procedure }]} />}
        title={tariff.name}
      />
      <Columns
        main={
          <Stack>
            <Panel title={t.tariff.facts}>
              <Facts
                items={[
                  { label: t.list.kind, value: t.kinds[tariff.kind] },
                  { label: t.tariff.procedure, value: tariff.procedure },
                  { label: t.tariff.agency, value: tariff.agency ? tariff.agencyName : t.list.shared },
                  { label: t.list.price, value: priceWords(t, tariff).map(line => <div key={line}>{line}</div>) },
                  { label: t.form.exemption, value: tariff.exemption || t.tariff.noExemption },
                  { label: t.form.citation, value: tariff.citation },
                  { label: t.list.time, value: timeWords(t, tariff) },
                ]}
              />
            </Panel>
            {view.mayEnd && <EndForm view={view} t={t} />}
          </Stack>
        }
        side={<TryOut view={view} t={t} />}
      />
    </>
  )
}

function TryOut({ view, t }: Props) {
  const { tariff, given, reckoning } = view
  return (
    <Panel title={t.reckon.title}>
      <Form method="get" action={pathTo(openTariff, { tariff: tariff.id })} id="reckon">
        <NumberField name="quantity" label={t.reckon.quantity(tariff.unit)} value={given.quantity} />
        <NumberField name="copies" label={t.reckon.copies} value={given.copies} />
        <Select
          name="channel"
          label={t.reckon.channel}
          value={given.channel}
          empty={false}
          options={channels.map(channel => ({ value: channel, label: t.channels[channel] }))}
        />
        {tariff.exemption && <Checkbox name="exempt" label={t.reckon.exempt} checked={given.exempt} />}
        <Button>{t.reckon.act}</Button>
      </Form>
      <div aria-live="polite">
        {reckoning.fault ? (
          <p>{t.faults[reckoning.fault]}</p>
        ) : (
          <Table
            caption={t.reckon.caption}
            columns={[
              { key: 'what', head: t.reckon.item, phone: 'title', cell: line => lineWords(t, line) },
              {
                key: 'sum',
                head: t.reckon.sum,
                num: true,
                align: 'right',
                phone: 'side',
                cell: line => formatMoney(line.count * line.price),
              },
            ]}
            rows={reckoning.lines}
            rowKey={line => line.what}
          />
        )}
        {reckoning.amount !== null && (
          <p>
            {t.reckon.total}: <b class="num">{formatMoney(reckoning.amount)}</b>
          </p>
        )}
      </div>
    </Panel>
  )
}

function EndForm({ view, t }: Props) {
  return (
    <Panel title={t.tariff.end}>
      <Form action={pathTo(endTariff, { tariff: view.tariff.id })} id="end" failed={t.tariff.endFailed}>
        <FieldGrid>
          <DateField name="from" label={t.tariff.endFrom} help={t.tariff.endHelp} required span={12} />
        </FieldGrid>
        <Button>{t.tariff.end}</Button>
      </Form>
    </Panel>
  )
}

function lineWords(t: typeof vi, { what, count, price }: View['reckoning']['lines'][number]): string {
  if (what === 'most') return t.reckon.most
  if (what === 'exempt') return t.reckon.exemptLine
  const words = { units: t.reckon.units, 'later-units': t.reckon.later, copies: t.reckon.copiesLine }[what]
  return words(formatNumber(count), formatMoney(price))
}
