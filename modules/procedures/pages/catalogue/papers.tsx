import { inLang, type Lang } from '@congso/kernel/contract'
import { CellNote, Content, Disclosure, Num, Panel, Table, usePage, type Column, type RowGroup } from '@congso/ui'
import type { ProcedureView } from '../../contract.ts'
import { en } from './texts.en.ts'
import { vi } from './texts.vi.ts'

type Paper = ProcedureView['record']['papers'][number]
type Row = Paper & { key: string }

/** The required papers by what is done with them: handed in or shown; notes ask for no paper and stay folded. */
export function PaperGroups({ papers }: { papers: readonly Paper[] }) {
  const { lang } = usePage()
  const t = inLang(lang, vi, en).record
  const rows = papers.map((paper, i) => ({ ...paper, key: String(i) }))
  const groups = (['submit', 'show'] as const).flatMap<RowGroup<Row>>(kind => {
    const own = rows.filter(paper => paper.kind === kind)
    return own.length === 0 ? [] : [{ title: t.paperGroups[kind], count: own.length, rows: own }]
  })
  const notes = rows.filter(paper => paper.kind === 'note')
  return (
    <Panel title={t.papers} id="papers" note={<Num>{papers.length}</Num>} flush={papers.length > 0}>
      {papers.length === 0 ? (
        <p class="mut">{t.none}</p>
      ) : (
        <>
          {groups.length > 0 && (
            <Table caption={t.papers} columns={columns(lang)} groups={groups} rowKey={row => row.key} inPanel />
          )}
          {notes.length > 0 && (
            <Content>
              <Disclosure summary={`${t.paperGroups.note} (${notes.length})`} open={groups.length === 0}>
                <ul>
                  {notes.map(note => (
                    <li class="cs-prose" key={note.key}>
                      {note.name}
                    </li>
                  ))}
                </ul>
              </Disclosure>
            </Content>
          )}
        </>
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
