import { DeadlinePanel, formatDayMonth, usePage } from '@congso/ui'
import { CountedDays, promiseMoment, seenOn, stripLabel, stripOf, whyWords } from './dossier-promise.tsx'
import { type DossierData, dossierTexts } from './dossier-view.ts'
import { remainingWords, stateWords } from './due-words.tsx'

/** What is left, when it is promised, every day of it, and why it is this day. */
export function DossierDeadline({ view }: { view: DossierData }) {
  const { lang, now } = usePage()
  const t = dossierTexts(lang)
  const { remaining, promise, receivedAt } = view
  const running = remaining.state === 'ok' || remaining.state === 'soon' || remaining.state === 'late'
  const late = remaining.state === 'done' && remaining.onTime === false
  // What its applicant took back was neither late nor in time: it has no result.
  const withdrawn = view.state === 'withdrawn'
  return (
    <DeadlinePanel
      amount={withdrawn ? stateWords(view.state, lang) : remainingWords(remaining, lang, { state: view.state })}
      unit={running ? t.workingTime : undefined}
      state={withdrawn ? 'hold' : late ? 'late' : remaining.state}
      stateText={
        withdrawn ? t.endedWithout : remaining.state === 'done' ? (late ? t.finishedLate : t.finishedOnTime) : undefined
      }
      promiseLabel={t.promiseLabel}
      promise={promiseMoment(view.dueAt, lang)}
      days={stripOf(promise, receivedAt, seenOn(now, view.finishedAt), lang)}
      daysLabel={stripLabel(promise, receivedAt, lang)}
    >
      <b class="str">{t.whyOn(formatDayMonth(view.dueAt))}</b> {whyWords(promise, receivedAt, view.decision, lang)}
      {promise.days.length > 0 && <CountedDays promise={promise} receivedAt={receivedAt} label={t.howCounted} />}
    </DeadlinePanel>
  )
}
