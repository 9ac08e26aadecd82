import { inLang, type Lang } from '@congso/kernel/contract'
import { CellNote, Num, Panel, Table, usePage, type Column, type RowGroup } from '@congso/ui'
import { paperKinds, type ProcedureView } from '../../contract.ts'
import { en } from './texts.en.ts'
import { vi } from './texts.vi.ts'

type Paper = ProcedureView['record']['papers'][number]
type Row = Paper & { key: string }

/** The required papers by what is done with them: handed in, shown, or only a note. */
export function PaperGroups({ papers }: { papers: readonly Paper[] }) {
  const { lang } = usePage()
  const t = inLang(lang, vi, en).record
  const rows = papers.map((paper, i) => ({ ...paper, key: String(i) }))
  const groups = paperKinds.flatMap<RowGroup<Row>>(kind => {
    const own = rows.filter(paper => paper.kind === kind)
    return own.length === 0 ? [] : [{ title: t.paperGroups[kind], count: own.length, rows: own }]
  })
  return (
    <Panel title={t.papers} id="papers" note={<Num>{papers.length}</Num>} flush={papers.length > 0}>
      {papers.length === 0 ? (
        <p class="mut">{t.none}</p>
      ) : (
        <Table caption={t.papers} columns={columns(lang)} groups={groups} rowKey={row => row.key} inPanel />
      )}
    </Panel>
  )
}

function columns(lang: Lang): Column<Row>[] {
  const t = inLang(lang, vi, en).record
  return [
    {
      key: 'name',
      head: t.papers,
      phone: 'title',
      cell: row => (
        <>
          <div class="cs-prose">{row.name}</div>
          {row.group && (
            <CellNote>
              {row.group}
              {row.groupUncertain && ` (${t.groupUncertain})`}
            </CellNote>
          )}
        </>
      ),
    },
    { key: 'originals', head: t.originals, width: 96, align: 'center', num: true, cell: row => row.originals || '–' },
    { key: 'copies', head: t.copies, width: 86, align: 'center', num: true, cell: row => row.copies || '–' },
  ]
}
