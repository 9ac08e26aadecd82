import { inLang, type Lang } from '@congso/kernel/contract'
import { CellLines, CellNote, CodeText, type Column, formatTimeDayMonth, Num, usePage } from '@congso/ui'
import type { DossierRow } from '../contract.ts'
import { channelWords, dayWord, RemainingCell, stateWords } from './due-words.tsx'
import { en } from './list-texts.en.ts'
import { vi } from './list-texts.vi.ts'

/** Which list it is: work by urgency, results to hand over, or everything. */
export type ListKind = 'desk' | 'return' | 'register'

/** The columns of a list of dossiers. `from` tells an opened dossier which list it came from. */
export function listColumns(kind: ListKind, from: string, lang: Lang): Column<DossierRow>[] {
  const t = inLang(lang, vi, en).columns
  const wide = kind !== 'register'
  const received: Column<DossierRow> = {
    key: 'received',
    head: t.received,
    width: 112,
    align: 'right',
    num: true,
    cell: row => <MomentCell at={row.receivedAt} />,
    phone: 'hide',
    sort: 'received',
  }
  return [
    {
      key: 'procedure',
      head: t.procedure,
      cell: row => <ProcedureCell row={row} from={from} />,
      phone: 'title',
      sort: 'code',
    },
    { key: 'applicant', head: t.applicant, width: 168, cell: row => <ApplicantCell row={row} /> },
    {
      key: 'step',
      head: kind === 'return' ? t.result : t.step,
      width: wide ? 164 : 176,
      cell: row => (kind === 'return' ? <ResultCell row={row} /> : <StepCell row={row} />),
    },
    {
      key: 'remaining',
      head: t.remaining,
      width: wide ? 264 : 236,
      cell: row => <RemainingCell remaining={row.remaining} pause={{ state: row.state }} />,
      phone: 'side',
    },
    ...(wide ? [] : [received]),
    {
      key: 'due',
      head: kind === 'return' ? t.finished : t.due,
      width: wide ? 132 : 112,
      align: 'right',
      num: true,
      cell: row => <MomentCell at={kind === 'return' ? (row.finishedAt ?? row.dueAt) : row.dueAt} />,
      phone: 'hide',
      sort: 'due',
    },
  ]
}

function ProcedureCell({ row, from }: { row: DossierRow; from: string }) {
  const { lang } = usePage()
  return (
    <CellLines
      href={`/dossiers/${row.id}?from=${from}`}
      title={row.procedureName}
      note={
        <>
          <CodeText code={row.code} />
          {row.channel !== 'direct' && (
            <>
              {' '}
              · <span class="nowrap">{channelWords(row.channel, lang)}</span>
            </>
          )}
        </>
      }
    />
  )
}

function ApplicantCell({ row }: { row: DossierRow }) {
  return (
    <>
      {row.applicantName}
      {row.applicantId && (
        <CellNote>
          <Num>{hidden + row.applicantId}</Num>
        </CellNote>
      )}
    </>
  )
}

/** As many dots as a citizen's number has digits before the last three. */
const hidden = '•'.repeat(9)

/** Who has it at which step; when processing is over, how it ended and under which number. */
function StepCell({ row }: { row: DossierRow }) {
  const { lang } = usePage()
  const t = inLang(lang, vi, en)
  if (row.finishedAt) {
    return (
      <>
        {stateWords(row.state, lang)}
        {row.resultNo && (
          <CellNote>
            <Num>{row.resultNo}</Num>
          </CellNote>
        )}
      </>
    )
  }
  return (
    <>
      {row.stepName}
      <CellNote>{row.assigneeName || row.unitName || t.unassigned}</CellNote>
    </>
  )
}

function ResultCell({ row }: { row: DossierRow }) {
  const { lang } = usePage()
  const t = inLang(lang, vi, en)
  return (
    <>
      {row.resultNo ? <Num>{row.resultNo}</Num> : t.noNumber}
      <CellNote>{row.unitName || row.agencyName}</CellNote>
    </>
  )
}

/** Time and day; the weekday below, because a promise names it. */
function MomentCell({ at }: { at: string }) {
  const { lang, now } = usePage()
  return (
    <>
      {formatTimeDayMonth(at)}
      <CellNote>{dayWord(at, now, lang)}</CellNote>
    </>
  )
}
