import type { Lang } from '@congso/kernel/contract'
import { Flow, formatDate, formatNumber, Panel, type Step, StepList, type StepState, usePage } from '@congso/ui'
import { type DossierData, dossierTexts } from './dossier-view.ts'

type StepData = DossierData['steps'][number]

/** The internal process: each step as wide as its budget, and the same in words. */
export function DossierProcess({ view }: { view: DossierData }) {
  const { lang } = usePage()
  const t = dossierTexts(lang)
  const hours = view.totalHours === null ? undefined : formatNumber(view.totalHours)
  const note =
    hours === undefined
      ? undefined
      : view.processFrom === null
        ? t.processHours(hours)
        : t.processNote(hours, formatDate(view.processFrom))
  const broken = view.state === 'withdrawn' ? view.steps.at(-1) : undefined
  const steps = view.steps.map<StepData>(step => (step === broken ? { ...step, state: 'later' } : step))
  return (
    <Panel title={t.process} note={note && <span class="num">{note}</span>} id="process">
      <Flow segments={steps.filter(step => step.budgetMinutes !== null || step.state !== 'later').map(segmentOf)} />
      <StepList
        steps={steps.map((step, at) => ({
          ...stepOf(step, lang),
          ...(view.steps[at] === broken ? { result: t.stepBroken } : {}),
        }))}
        caption={t.processCaption}
      />
    </Panel>
  )
}

/** Working time of a step: `35 phút`, `1 giờ 10`, `32 giờ`; hours are never made days here, because budgets are hours. */
export function stepTime(minutes: number, lang: Lang): string {
  const t = dossierTexts(lang)
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  if (hours === 0) return t.minutes(String(rest))
  return rest === 0 ? t.hours(formatNumber(hours)) : t.hoursMinutes(formatNumber(hours), String(rest).padStart(2, '0'))
}

function segmentOf(step: StepData) {
  const weight = Math.max(step.budgetMinutes ?? 0, smallest)
  const used = step.state === 'done' ? 1 : step.usedMinutes === null ? 0 : step.usedMinutes / weight
  return { weight, used, state: stateOf(step) }
}

/** A step without a budget, or a very short one, can still be seen. */
const smallest = 60

function stateOf(step: StepData): StepState {
  if (step.state === 'later') return 'todo'
  if (step.late) return 'late'
  return step.state
}

function stepOf(step: StepData, lang: Lang): Step {
  const t = dossierTexts(lang)
  const roles: Readonly<Record<string, string>> = t.roles
  return {
    state: step.state === 'done' ? 'done' : stateOf(step),
    name: step.name,
    who: step.state === 'later' ? (roles[step.who] ?? step.who) : step.who,
    spent: spentWords(step, lang),
    ...resultOf(step, lang),
  }
}

function spentWords(step: StepData, lang: Lang): string {
  const t = dossierTexts(lang)
  const budget = step.budgetMinutes === null ? t.notCounted : stepTime(step.budgetMinutes, lang)
  return step.usedMinutes === null || step.budgetMinutes === null
    ? budget
    : t.usedOf(stepTime(step.usedMinutes, lang), budget)
}

function resultOf(step: StepData, lang: Lang): Pick<Step, 'result' | 'resultState'> {
  const t = dossierTexts(lang)
  if (step.state === 'later') return { result: t.stepLater }
  if (step.state === 'done')
    return step.late ? { result: t.stepLate, resultState: 'late' } : { result: t.stepInTime, resultState: 'ok' }
  if (step.budgetMinutes === null || step.usedMinutes === null)
    return { result: t.stepRunning, resultState: step.late ? 'late' : 'ok' }
  const left = step.budgetMinutes - step.usedMinutes
  return left < 0 || step.late
    ? { result: t.stepOver(stepTime(Math.max(0, -left), lang)), resultState: 'late' }
    : { result: t.stepLeft(stepTime(left, lang)), resultState: left * 5 <= step.budgetMinutes ? 'soon' : 'ok' }
}
