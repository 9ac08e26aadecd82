import { inLang, type Lang } from '@congso/kernel/contract'
import { CellNote, formatMoney, ItemList, Num, Panel, Table, usePage, type Column } from '@congso/ui'
import type { TermsView } from '../../contract.ts'
import { words } from '../words/words.ts'
import { en } from './texts.en.ts'
import { vi } from './texts.vi.ts'

type Paper = TermsView['papers'][number]

/** The papers the counter checks, by their numbers. */
export function PaperList({ papers }: { papers: readonly Paper[] }) {
  const { lang } = usePage()
  const t = inLang(lang, vi, en).offer
  return (
    <Panel title={t.papers} id="papers" note={<Num>{papers.length}</Num>} flush={papers.length > 0}>
      {papers.length === 0 ? (
        <p class="mut">{t.noPapers}</p>
      ) : (
        <Table caption={t.papers} columns={columns(lang)} rows={papers} rowKey={row => String(row.no)} inPanel />
      )}
    </Panel>
  )
}

/** The fees; one without an amount says its words instead. */
export function FeeList({ fees }: { fees: TermsView['fees'] }) {
  const { lang } = usePage()
  const t = inLang(lang, vi, en).offer
  return (
    <Panel title={t.fees} id="fees">
      {fees.length === 0 ? (
        <p class="mut">{t.noFees}</p>
      ) : (
        <ItemList
          numbered={false}
          items={fees.map(({ name, amount, text }) => ({
            title: name,
            ...(text ? { note: <div class="cs-prose">{text}</div> } : {}),
            end: amount === null ? t.byText : amount === 0 ? t.free : <Num strong>{formatMoney(amount)}</Num>,
          }))}
        />
      )}
    </Panel>
  )
}

function columns(lang: Lang): Column<Paper>[] {
  const t = inLang(lang, vi, en).offer.paperHead
  const w = words(lang)
  return [
    { key: 'no', head: '', width: 44, num: true, phone: 'hide', cell: row => row.no },
    {
      key: 'name',
      head: t.name,
      phone: 'title',
      cell: row => (
        <>
          <div class="cs-prose">{row.name}</div>
          {(row.form ?? row.group) && <CellNote>{[row.form, row.group].filter(Boolean).join(' · ')}</CellNote>}
        </>
      ),
    },
    { key: 'kind', head: t.kind, width: 120, cell: row => w.paperKinds[row.kind] },
    { key: 'originals', head: t.originals, width: 96, align: 'center', num: true, cell: row => row.originals || '–' },
    { key: 'copies', head: t.copies, width: 86, align: 'center', num: true, cell: row => row.copies || '–' },
  ]
}
