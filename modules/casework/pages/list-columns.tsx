import { inLang } from '@congso/kernel/contract'
import { CellLines, CellNote, CodeText, type Column, formatTimeDayMonth, Num, usePage } from '@congso/ui'
import type { DossierRow } from '../contract.ts'
import { channelWords, dayWord, RemainingCell, StateTag } from './due-words.tsx'
import { en } from './list-texts.en.ts'
import { vi } from './list-texts.vi.ts'

/** The columns of a list of dossiers, in reading order; a phone shows name and time left, then code, applicant and step. */
export type ListColumns = 'desk' | 'return' | 'register'

/** What a list of dossiers shows. `from` tells the opened dossier which list it came from. */
export function listColumns(kind: ListColumns, from: string, lang: 'vi' | 'en'): Column<DossierRow>[] {
  const t = inLang(lang, vi, en).columns
  const heads = {
    step: kind === 'return' ? t.result : t.step,
    due: kind === 'return' ? t.finished : t.due,
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
      head: heads.step,
      width: 164,
      cell: row => (kind === 'return' ? <ResultCell row={row} /> : <StepCell row={row} />),
    },
    ...(kind === 'register'
      ? [
          {
            key: 'state',
            head: t.state,
            width: 148,
            cell: (row: DossierRow) => <StateTag state={row.state} />,
            phone: 'hide',
          } as const,
        ]
      : []),
    {
      key: 'remaining',
      head: t.remaining,
      width: kind === 'register' ? 200 : 264,
      cell: row => <RemainingCell remaining={row.remaining} pause={{ state: row.state }} />,
      phone: 'side',
    },
    ...(kind === 'register'
      ? [
          {
            key: 'received',
            head: t.received,
            width: 104,
            align: 'right',
            num: true,
            cell: (row: DossierRow) => <MomentCell at={row.receivedAt} />,
            phone: 'hide',
            sort: 'received',
          } as const,
        ]
      : []),
    {
      key: 'due',
      head: heads.due,
      width: kind === 'register' ? 104 : 132,
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
          {row.channel !== 'direct' && ` · ${channelWords(row.channel, lang)}`}
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

function StepCell({ row }: { row: DossierRow }) {
  const { lang } = usePage()
  const t = inLang(lang, vi, en)
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
