import type { Frame, PageContextValue } from '@congso/kernel/html'
import type { PageProps } from '@congso/kernel/server'
import {
  Banner,
  Button,
  Content,
  CounterPage,
  Form,
  formatPromise,
  formatTime,
  formatTimeDayMonth,
  Hidden,
  PageHead,
  StickyFoot,
  usePage,
} from '@congso/ui'
import { receiveDossier, saveDraft } from '../contract.ts'
import { promiseLine } from './dossier-promise.tsx'
import { queryValue } from './dossier-view.ts'
import { FeesSection } from './intake-fees.tsx'
import { PapersSection } from './intake-papers.tsx'
import { PersonSection } from './intake-person.tsx'
import { DraftList, OfferList, ProcedureSection } from './intake-procedure.tsx'
import { SlipPreview } from './intake-slip.tsx'
import { askedPapers, type Chosen, intakeForm, type IntakeData, intakeTexts, useTyped } from './intake-view.ts'

/** The counter page: everything that is asked on one page, the slip growing beside it, the promise and the final act below. */
export function IntakePage({ view, page }: PageProps<IntakeData>) {
  const t = intakeTexts(page.lang)
  const { chosen } = view
  return (
    <>
      <PageHead
        line
        title={t.title}
        context={<span class="num">{formatTime(page.now)}</span>}
        actions={
          chosen && (
            <Button form={intakeForm} formAction={saveDraft.path} kbd="Esc">
              {t.leave}
            </Button>
          )
        }
      />
      {page.form?.action.split('?')[0] === saveDraft.path && page.form.refusal && (
        <Banner kind="late">
          {t.notKept}. {page.form.refusal.message}
        </Banner>
      )}
      <CounterPage side={chosen && <SlipPreview view={view} chosen={chosen} />}>
        <ProcedureSection view={view} />
        {chosen && <ReceiveForm view={view} chosen={chosen} />}
      </CounterPage>
      {!chosen && (
        <Content>
          <DraftList view={view} />
          <OfferList view={view} asked={queryValue(page.path, 'q') ?? ''} />
        </Content>
      )}
      {chosen && (
        <Content>
          <DraftList view={view} />
        </Content>
      )}
      {chosen && <Foot view={view} chosen={chosen} />}
    </>
  )
}

/** Which keys work on the counter page, and that it stands on paper. */
export function intakeFrame(view: IntakeData, page: PageContextValue): Frame {
  const t = intakeTexts(page.lang).keys
  const finish = view.chosen
    ? [
        { keys: ['Ctrl ↵'], label: t.finish },
        { keys: ['Esc'], label: t.next },
      ]
    : []
  return { paper: true, keys: [{ keys: ['Alt 1'], label: t.find }, ...finish, { keys: ['?'], label: t.all }] }
}

/** One form for all sections; what it does not show it carries: the offer as it was seen, and the draft it continues. */
function ReceiveForm({ view, chosen }: { view: IntakeData; chosen: Chosen }) {
  const page = usePage()
  const t = intakeTexts(page.lang)
  const draft = view.drafts.find(one => one.id === view.draft?.id)
  return (
    <Form
      action={receiveDossier.path}
      id={intakeForm}
      look="plain"
      multipart
      draft={`intake:${chosen.offer}:${chosen.version}:${chosen.caseKey ?? ''}`}
      failed={t.notReceived}
    >
      <Hidden name="offer" value={chosen.offer} />
      <Hidden name="offerVersion" value={chosen.version} />
      {chosen.caseKey !== null && <Hidden name="caseKey" value={chosen.caseKey} />}
      {view.draft && <Hidden name="draft" value={view.draft.id} />}
      {draft && !page.form && <Banner kind="note">{t.draftOpen(formatTimeDayMonth(draft.updatedAt))}</Banner>}
      <PersonSection view={view} chosen={chosen} />
      <PapersSection view={view} chosen={chosen} />
      <FeesSection view={view} chosen={chosen} />
    </Form>
  )
}

/** The promise as it stands now, what still has to be looked at, and the final act. */
function Foot({ view, chosen }: { view: IntakeData; chosen: Chosen }) {
  const { lang } = usePage()
  const t = intakeTexts(lang)
  const typed = useTyped(view)
  const unseen = (index: number) => ['', 'unseen'].includes(typed(`papers.${index}.verdict`))
  const papers = askedPapers(chosen)
  return (
    <StickyFoot
      when={
        chosen.promise ? (
          <>
            <span class="mut">{t.promised}</span> <b class="num">{formatPromise(chosen.promise.dueAt, lang)}</b>
          </>
        ) : (
          t.noPromise
        )
      }
      note={chosen.promise && <span class="num">{promiseLine(chosen.promise, lang)}</span>}
    >
      <span
        class="cs-due is-soon"
        data-echo-form={intakeForm}
        data-echo-group
        hidden={!papers.some((_, index) => unseen(index))}
      >
        {t.unseen}
        {papers.map((paper, index) => (
          <span class="num" data-echo-if={`papers.${index}.verdict=unseen`} hidden={!unseen(index)} key={paper.no}>
            {paper.no}
          </span>
        ))}
      </span>
      <Button variant="primary" icon="printer" kbd="Ctrl ↵" form={intakeForm} busyText={t.finishing}>
        {t.finish}
      </Button>
    </StickyFoot>
  )
}
