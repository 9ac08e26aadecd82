import { inLang } from '@congso/kernel/contract'
import {
  Checkboxes,
  Disclosure,
  FieldGrid,
  formatNumber,
  Hidden,
  NumberField,
  Panel,
  Reason,
  Select,
  Stack,
  TextField,
  usePage,
} from '@congso/ui'
import { actionKinds, actionNeeds, roles, stepTasks, type ProcessView } from '../../contract.ts'
import { END } from '../../domain/process.ts'
import { findingWords } from './finding-words.ts'
import { en } from './texts.en.ts'
import { vi } from './texts.vi.ts'

type Step = ProcessView['steps'][number]

/** Empty rows after the filled ones: something can be added without script. */
const spareSteps = 2
const spareActions = 1

/** The steps as rows of the form; the key of a step stays what it is, because actions lead to it. */
export function StepRows({ view }: { view: ProcessView }) {
  const { lang } = usePage()
  const t = inLang(lang, vi, en)
  const rows: (Step | undefined)[] = [...view.steps, ...Array.from({ length: spareSteps }, () => undefined)]
  return (
    <Panel title={t.form.steps} note={t.form.stepsNote} id="steps">
      <Stack>
        {rows.map((step, i) => (
          <fieldset key={step?.key ?? `new-${i}`} id={step ? `step-${step.key}` : undefined}>
            <legend class="cap">{step ? t.form.step(i + 1) : t.form.stepNew}</legend>
            {step && <Hidden name={`steps.${i}.key`} value={step.key} />}
            <FieldGrid>
              <TextField name={`steps.${i}.name`} label={t.form.stepName} value={step?.name} span={5} maxLength={120} />
              <Select
                name={`steps.${i}.role`}
                label={t.form.role}
                value={step?.role}
                options={roles.map(role => ({ value: role, label: t.roles[role] }))}
                span={3}
              />
              <NumberField name={`steps.${i}.hours`} label={t.form.hours} value={hoursOf(step)} decimal span={2} />
              <TextField name={`steps.${i}.group`} label={t.form.group} value={step?.group} span={2} maxLength={40} />
              <Checkboxes
                name={`steps.${i}.tasks`}
                label={t.form.tasks}
                options={stepTasks.map(task => ({ value: task, label: t.tasks[task] }))}
                values={step?.tasks ?? []}
                look="inline"
                span={12}
              />
            </FieldGrid>
            {view.findings
              .filter(finding => step !== undefined && finding.step === step.key)
              .map((finding, n) => (
                <Reason icon="alert-triangle" state="soon" key={n}>
                  {findingWords(finding, lang)}
                </Reason>
              ))}
            <ActionRows step={step} at={i} steps={view.steps} />
          </fieldset>
        ))}
      </Stack>
    </Panel>
  )
}

function ActionRows({ step, at, steps }: { step: Step | undefined; at: number; steps: readonly Step[] }) {
  const { lang } = usePage()
  const t = inLang(lang, vi, en)
  const actions = step?.actions ?? []
  const rows = [...actions, ...Array.from({ length: spareActions }, () => undefined)]
  const targets = [...steps.map(({ key, name }) => ({ value: key, label: name })), { value: END, label: t.form.toEnd }]
  return (
    <Disclosure summary={`${t.form.actions}: ${actions.map(({ label }) => label).join(', ') || '–'}`}>
      {rows.map((action, n) => {
        const name = (part: string) => `steps.${at}.actions.${n}.${part}`
        return (
          <div key={action?.key ?? 'new'}>
            {action && <Hidden name={name('key')} value={action.key} />}
            <FieldGrid>
              <TextField name={name('label')} label={t.form.label} value={action?.label} span={4} maxLength={80} />
              <Select
                name={name('to')}
                label={t.form.to}
                value={action?.to}
                options={targets}
                empty={t.form.toNext}
                span={4}
              />
              <Select
                name={name('kind')}
                label={t.form.kind}
                value={action?.kind ?? 'forward'}
                options={actionKinds.map(kind => ({ value: kind, label: t.kinds[kind] }))}
                empty={false}
                span={4}
              />
              <Checkboxes
                name={name('needs')}
                label={t.form.needs}
                options={actionNeeds.map(need => ({ value: need, label: t.needs[need] }))}
                values={action?.needs ?? []}
                look="inline"
                span={12}
              />
            </FieldGrid>
          </div>
        )
      })}
    </Disclosure>
  )
}

/** Half hours are shown with a comma, as they are typed. */
function hoursOf(step: Step | undefined): string | undefined {
  return step?.budgetHours === null || step === undefined ? undefined : formatNumber(step.budgetHours)
}
