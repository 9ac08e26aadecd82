import { FileField, formatNumber, FormSection, Hidden, NumberField, Radios, TextField, usePage } from '@congso/ui'
import { askedPapers, type Chosen, type IntakeData, intakeTexts, type OfferPaper, useTyped } from './intake-view.ts'

type Typed = ReturnType<typeof useTyped>

/** The third section: each paper counted, looked at, scanned. Remarks of the published list are shown and ask for nothing. */
export function PapersSection({ view, chosen }: { view: IntakeData; chosen: Chosen }) {
  const t = intakeTexts(usePage().lang)
  const typed = useTyped(view)
  const papers = askedPapers(chosen)
  const needs = papers.flatMap((_, index) => [`papers.${index}.verdict!unseen`, `papers.${index}.verdict!to-fix`])
  const done = papers.every((_, index) => !['', 'unseen', 'to-fix'].includes(typed(`papers.${index}.verdict`)))
  return (
    <FormSection
      number={3}
      title={t.papers}
      done={done}
      needs={needs.join(' ')}
      note={papers.length === 0 ? undefined : t.papersCount(formatNumber(papers.length))}
      id="papers"
    >
      {chosen.papers.length === 0 && <p class="mut">{t.noPapers}</p>}
      {chosen.papers.length > 0 && (
        <table class="cs-mini is-papers">
          <thead>
            <tr>
              <th scope="col">{t.paperName}</th>
              <th class="c n" scope="col">
                {t.originals}
              </th>
              <th class="c n" scope="col">
                {t.copies}
              </th>
              <th class="f" scope="col">
                {t.files}
              </th>
            </tr>
          </thead>
          <tbody>{linesOf(chosen, typed)}</tbody>
        </table>
      )}
    </FormSection>
  )
}

function linesOf(chosen: Chosen, typed: Typed) {
  const asked = askedPapers(chosen)
  return chosen.papers.flatMap((paper, at) => {
    const group =
      paper.group !== '' && paper.group !== chosen.papers[at - 1]?.group
        ? [<GroupLine group={paper.group} key={`group-${paper.no}`} />]
        : []
    if (paper.kind === 'note') return [...group, <RemarkLine paper={paper} key={paper.no} />]
    return [...group, <PaperLine paper={paper} index={asked.indexOf(paper)} typed={typed} key={paper.no} />]
  })
}

function GroupLine({ group }: { group: string }) {
  return (
    <tr class="grp">
      <th colSpan={4} scope="rowgroup">
        {group}
      </th>
    </tr>
  )
}

function RemarkLine({ paper }: { paper: OfferPaper }) {
  const t = intakeTexts(usePage().lang)
  return (
    <tr>
      <td colSpan={4} class="cap">
        {t.remark}: {paper.name}
      </td>
    </tr>
  )
}

function PaperLine({ paper, index, typed }: { paper: OfferPaper; index: number; typed: Typed }) {
  const page = usePage()
  const t = intakeTexts(page.lang)
  const name = (part: string) => `papers.${index}.${part}`
  const no = String(paper.no)
  const about = [paper.form === '' ? '' : t.form(paper.form), paper.kind === 'show' ? t.show : '']
    .filter(Boolean)
    .join(' · ')
  return (
    <tr id={`paper-${paper.no}`}>
      <td class="t">
        <span class="num mut">{no}.</span> {paper.name} {about !== '' && <small class="cap">· {about}</small>}
        <Hidden name={name('no')} value={paper.no} />
        <Hidden name={name('verdict')} value="unseen" />
        <Radios
          name={name('verdict')}
          label={t.verdictOf(no)}
          hideLabel
          value={typed(name('verdict'))}
          options={(['valid', 'from-database', 'to-fix', 'not-applicable'] as const).map(value => ({
            value,
            label: t.verdicts[value],
          }))}
        />
        <div data-echo-form="intake" data-echo-any={name('note')} data-echo-if={`${name('verdict')}=to-fix`}>
          <TextField
            name={name('note')}
            label={t.noteOf(no)}
            hideLabel
            placeholder={t.note}
            value={typed(name('note'))}
            maxLength={500}
            autocomplete="off"
          />
        </div>
      </td>
      <td class="c n">
        {paper.kind === 'show' ? (
          <NoCount name={name('originals')} />
        ) : (
          <NumberField
            name={name('originals')}
            label={`${t.originals} ${no}`}
            hideLabel
            value={typed(name('originals'), String(paper.originals))}
          />
        )}
      </td>
      <td class="c n">
        {paper.kind === 'show' ? (
          <NoCount name={name('copies')} />
        ) : (
          <NumberField
            name={name('copies')}
            label={`${t.copies} ${no}`}
            hideLabel
            value={typed(name('copies'), String(paper.copies))}
          />
        )}
      </td>
      <td class="f">
        {paper.kind !== 'show' && (
          <FileField
            name={name('files')}
            label={t.filesOf(no)}
            hideLabel
            multiple
            help={page.form ? t.filesAgain : undefined}
          />
        )}
      </td>
    </tr>
  )
}

/** A paper that is only shown is neither kept nor copied. */
function NoCount({ name }: { name: string }) {
  return (
    <>
      <span class="mut">–</span>
      <Hidden name={name} value={0} />
    </>
  )
}
