import type { Lang } from '@congso/kernel/contract'
import { pathTo } from '@congso/kernel/contract'
import {
  Button,
  FileField,
  Form,
  FoldedForm,
  formatBytes,
  formatNumber,
  formatTimeDayMonth,
  Hidden,
  type IconName,
  Panel,
  Radios,
  Tag,
  type TagState,
  TextArea,
  usePage,
} from '@congso/ui'
import { largestFile } from '@congso/files/contract'
import { attachScan, checkPaper, verdicts } from '../contract.ts'
import { cameBack, type DossierData, dossierTexts, type Paper } from './dossier-view.ts'

/** Every paper with its verdict and files; who has the turn checks it in place. */
export function DossierPapers({ view }: { view: DossierData }) {
  const { lang } = usePage()
  const t = dossierTexts(lang)
  const toLookAt = view.mayCheck
    ? view.papers.find(paper => isPaper(paper) && (paper.verdict === 'unseen' || paper.verdict === 'to-fix'))
    : undefined
  return (
    <Panel title={t.papers} note={countWords(view.papers, lang)} id="papers">
      {view.papers.length === 0 && <p class="mut">{t.noPapers}</p>}
      {view.papers.length > 0 && (
        <ol class="cs-list">
          {view.papers.map(paper => (
            <PaperLine view={view} paper={paper} next={paper === toLookAt} key={paper.no} />
          ))}
        </ol>
      )}
    </Panel>
  )
}

/** A verdict as icon, word and colour. */
export function VerdictTag({ verdict }: { verdict: Paper['verdict'] }) {
  const { state, icon } = verdictLook[verdict]
  return (
    <Tag state={state} icon={icon}>
      {dossierTexts(usePage().lang).verdicts[verdict]}
    </Tag>
  )
}

function PaperLine({ view, paper, next }: { view: DossierData; paper: Paper; next: boolean }) {
  const { lang } = usePage()
  const t = dossierTexts(lang)
  const files = view.files.filter(file => file.paper === paper.no)
  const told = handedIn(paper, lang)
  return (
    <li id={`paper-${paper.no}`}>
      <span class="n num">{paper.no}</span>
      <div>
        <b class="str">{paper.name}</b>
        <div class="cap">
          {told}
          {files.map((file, index) => (
            <span key={file.id}>
              {(index > 0 || told !== '') && ' · '}
              <a href={`/files/${file.id}/view`}>{file.name}</a> <span class="num">{formatBytes(file.size)}</span>
            </span>
          ))}
        </div>
        {paper.note !== '' && (
          <div class="cs-note">
            {paper.note}{' '}
            {paper.checkedAt !== null && (
              <span class="cap num">{t.checkedBy(paper.checkedBy, formatTimeDayMonth(paper.checkedAt))}</span>
            )}
          </div>
        )}
        {view.mayCheck && isPaper(paper) && <CheckForm view={view} paper={paper} next={next} />}
      </div>
      {isPaper(paper) && (
        <div class="e">
          <VerdictTag verdict={paper.verdict} />
        </div>
      )}
    </li>
  )
}

/** The verdict on one paper, and its scans: two forms, so that a note survives an upload. */
function CheckForm({ view, paper, next }: { view: DossierData; paper: Paper; next: boolean }) {
  const page = usePage()
  const t = dossierTexts(page.lang)
  const check = pathTo(checkPaper, { id: view.id, no: paper.no })
  const scope = `paper-${paper.no}`
  const refused =
    page.form !== undefined &&
    (cameBack(page.form, check) ||
      (cameBack(page.form, pathTo(attachScan, { id: view.id })) && String(page.form.values.paper) === String(paper.no)))
  return (
    <FoldedForm
      label={paper.verdict === 'unseen' ? t.check : t.checkAgain}
      kbd={next ? 'D' : undefined}
      open={refused}
      bare
    >
      <Form action={check} id={`${scope}-check`} failed={t.verdictNotSaved}>
        <Radios
          name="verdict"
          label={t.verdict}
          value={paper.verdict === 'unseen' ? '' : paper.verdict}
          options={verdicts
            .filter(verdict => verdict !== 'unseen')
            .map(verdict => ({ value: verdict, label: t.verdicts[verdict] }))}
        />
        <TextArea name="note" label={t.paperNote} hint={t.paperNoteHint} value={paper.note} rows={2} maxLength={500} />
        <div class="cs-row">
          <Button>{t.saveVerdict}</Button>
        </div>
      </Form>
      <AttachForm view={view} paper={paper.no} label={t.filesOf(String(paper.no))} id={`${scope}-files`} />
    </FoldedForm>
  )
}

/** Files for one paper, or for the dossier as a whole: they travel as soon as they are chosen. */
export function AttachForm({
  view,
  paper,
  label,
  id,
}: {
  view: DossierData
  paper?: number
  label: string
  id: string
}) {
  const t = dossierTexts(usePage().lang)
  return (
    <Form action={pathTo(attachScan, { id: view.id })} id={id} multipart failed={t.notUploaded}>
      {paper !== undefined && <Hidden name="paper" value={paper} />}
      <FileField name="files" label={label} multiple instant maxBytes={largestFile} />
      <noscript>
        <Button size="sm">{t.upload}</Button>
      </noscript>
    </Form>
  )
}

/** Remarks of the published list stand among the papers, but nobody hands them in. */
function isPaper(paper: Paper): boolean {
  return paper.kind !== 'note'
}

function handedIn(paper: Paper, lang: Lang): string {
  const t = dossierTexts(lang)
  if (paper.kind === 'note') return t.remark
  const parts = [
    paper.originals > 0 ? t.originals(formatNumber(paper.originals)) : '',
    paper.copies > 0 ? t.copies(formatNumber(paper.copies)) : '',
    paper.kind === 'show' ? t.shown : '',
  ].filter(Boolean)
  if (parts.length === 0 && paper.verdict === 'from-database') return t.fromDatabase
  return parts.join(', ')
}

function countWords(papers: readonly Paper[], lang: Lang): string {
  const t = dossierTexts(lang)
  const real = papers.filter(isPaper)
  return verdicts
    .map(verdict => [verdict, real.filter(paper => paper.verdict === verdict).length] as const)
    .filter(([, count]) => count > 0)
    .map(([verdict, count]) => `${formatNumber(count)} ${t.verdictCounts[verdict]}`)
    .join(' · ')
}

const verdictLook: Record<Paper['verdict'], { state: TagState; icon: IconName }> = {
  unseen: { state: 'idle', icon: 'circle-dashed' },
  valid: { state: 'ok', icon: 'circle-check' },
  'from-database': { state: 'ok', icon: 'database' },
  'to-fix': { state: 'soon', icon: 'pencil-exclamation' },
  'not-applicable': { state: 'idle', icon: 'minus' },
}
