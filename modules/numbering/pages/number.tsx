import { inLang, pathTo, type ReplyOf } from '@congso/kernel/contract'
import type { PageProps } from '@congso/kernel/server'
import {
  Breadcrumbs,
  Button,
  Columns,
  Content,
  Facts,
  Form,
  formatDateTime,
  formatNumber,
  Panel,
  TextArea,
  ThingHead,
} from '@congso/ui'
import { listNumbers, listSeries, voidNumber, type openNumber } from '../contract.ts'
import { periodName, seriesName } from './series-name.ts'
import { en } from './texts.en.ts'
import { vi } from './texts.vi.ts'

/** One number of a register, and the way to void it. */
export function NumberPage({ view, page }: PageProps<ReplyOf<typeof openNumber>>) {
  const t = inLang(page.lang, vi, en)
  const { series, number, mayVoid } = view
  const register = { href: pathTo(listNumbers, { series: series.id }), label: seriesName(t, series) }
  const voided = number.voidedAt
    ? [
        { label: t.number.voidedAt, value: formatDateTime(number.voidedAt), num: true },
        { label: t.numbers.reason, value: number.voidReason ?? '' },
      ]
    : []
  const facts = (
    <Panel>
      <Facts
        items={[
          { label: t.numbers.number, value: number.text, num: true, strong: true },
          { label: t.numbers.state, value: number.voidedAt ? t.numbers.voided : t.numbers.valid },
          { label: t.numbers.period, value: periodName(t, number.period), num: true },
          { label: t.number.count, value: formatNumber(number.value), num: true },
          { label: t.numbers.at, value: formatDateTime(number.at), num: true },
          ...voided,
        ]}
      />
    </Panel>
  )
  return (
    <>
      <ThingHead
        crumbs={
          <Breadcrumbs
            items={[{ href: listSeries.path, label: t.title }, register, { label: number.text, num: true }]}
          />
        }
        title={<span class="num">{number.text}</span>}
        meta={series.agency ? series.agencyName : t.list.shared}
      />
      {mayVoid && !number.voidedAt ? (
        <Columns
          main={facts}
          side={
            <Panel title={t.number.void}>
              <Form
                action={pathTo(voidNumber, { series: series.id, period: number.period, value: number.value })}
                failed={t.number.failed}
              >
                <TextArea name="reason" label={t.number.reason} help={t.number.voidHelp} required maxLength={500} />
                <Button variant="danger-quiet">{t.number.act}</Button>
              </Form>
            </Panel>
          }
        />
      ) : (
        <Content>{facts}</Content>
      )}
    </>
  )
}
