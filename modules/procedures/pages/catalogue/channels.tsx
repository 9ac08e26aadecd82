import { inLang, type Lang } from '@congso/kernel/contract'
import { CellNote, formatMoney, formatNumber, Num, Panel, Table, Tag, usePage, type Column } from '@congso/ui'
import type { ProcedureView } from '../../contract.ts'
import { timeWords } from '../../domain/time-limit.ts'
import { limitWords, words } from '../words/words.ts'
import { en } from './texts.en.ts'
import { vi } from './texts.vi.ts'

type Channel = ProcedureView['record']['channels'][number]
type Time = Channel['times'][number]
type Fee = Channel['fees'][number]
type Row = { key: string; channel: Channel['channel'] | null; time: Time; fees: Fee[] }

/** Every published row: way of filing, time limit, fee. Each value says how it was read; what was not read stands in its words. */
export function ChannelTable({ channels }: { channels: readonly Channel[] }) {
  const { lang } = usePage()
  const t = inLang(lang, vi, en).record
  return (
    <Panel title={t.channels} id="channels" flush={channels.length > 0}>
      {channels.length === 0 ? (
        <p class="mut">{t.none}</p>
      ) : (
        <Table caption={t.channels} columns={columns(lang)} rows={rowsOf(channels)} rowKey={row => row.key} inPanel />
      )}
    </Panel>
  )
}

function rowsOf(channels: readonly Channel[]): Row[] {
  return channels.flatMap(({ channel, times, fees }) =>
    times.map((time, i) => ({
      key: `${channel}-${i}`,
      channel: i === 0 ? channel : null,
      time,
      fees: fees.filter(fee => fee.rows.includes(i)),
    })),
  )
}

function columns(lang: Lang): Column<Row>[] {
  const t = inLang(lang, vi, en).record
  const w = words(lang)
  return [
    {
      key: 'channel',
      head: t.channels,
      width: 130,
      phone: 'title',
      cell: row => row.channel && <b class="str">{w.channels[row.channel]}</b>,
    },
    { key: 'time', head: t.time, width: 260, cell: row => <TimeCell time={row.time} /> },
    {
      key: 'fee',
      head: t.fee,
      cell: row =>
        row.fees.length === 0 ? (
          <span class="mut">{t.noFee}</span>
        ) : (
          row.fees.map((fee, i) => <FeeCell fee={fee} key={i} />)
        ),
    },
  ]
}

function TimeCell({ time }: { time: Time }) {
  const { lang } = usePage()
  const t = inLang(lang, vi, en).record
  const { amount, unit, reading, note } = time
  const read = amount !== undefined && unit !== undefined
  return (
    <>
      {read ? (
        <Num strong>{limitWords(lang, { amount, unit })}</Num>
      ) : (
        <div class="cs-prose">{timeWords(time) || time.published || '–'}</div>
      )}{' '}
      {reading !== 'published' && (
        <Tag state={reading === 'unreadable' ? 'soon' : 'idle'} icon={reading === 'unreadable' ? 'eye-off' : 'eye'}>
          {t.reading[reading]}
        </Tag>
      )}
      {time.sameDay && <CellNote>{t.sameDay}</CellNote>}
      {time.sameDayUntilHour !== undefined && <CellNote>{t.sameDayUntil(time.sameDayUntilHour)}</CellNote>}
      {time.contradiction && <Tag state="soon">{t.contradiction(limitWords(lang, time.contradiction))}</Tag>}
      {read && note && <div class="cs-prose cap">{note}</div>}
    </>
  )
}

function FeeCell({ fee }: { fee: Fee }) {
  const { lang } = usePage()
  const t = inLang(lang, vi, en).record
  const unread = fee.reading === 'in-text' || fee.reading === 'doubtful'
  const amount = fee.amount === 0 ? t.free : fee.amount !== undefined && formatMoney(fee.amount)
  return (
    <div>
      {amount && <Num strong>{amount}</Num>}
      {fee.reading === 'doubtful' && fee.published !== undefined && (
        <Num>{t.asPublished(formatNumber(fee.published))}</Num>
      )}{' '}
      {unread && (
        <Tag state="soon" icon="eye-off">
          {t.feeReading[fee.reading]}
        </Tag>
      )}
      {fee.varies && !unread && <CellNote>{t.varies}</CellNote>}
      {fee.text && <div class="cs-prose cap">{fee.text}</div>}
    </div>
  )
}
