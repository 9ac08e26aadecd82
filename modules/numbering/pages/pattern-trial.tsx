import { inLang } from '@congso/kernel/contract'
import { Button, Form, Panel, TextField, usePage } from '@congso/ui'
import type { TrialView } from '../contract.ts'
import { en } from './texts.en.ts'
import { vi } from './texts.vi.ts'

/** A pattern tried out before it is saved: how its numbers would read today, or what is wrong with it. */
export function PatternTrial({ trial, pattern }: { trial: TrialView | null; pattern: string }) {
  const page = usePage()
  const t = inLang(page.lang, vi, en)
  const [first, second, long] = trial?.examples ?? []
  return (
    <Panel title={t.trial.title}>
      <Form method="get" action={page.path.split('?')[0] ?? ''} id="trial">
        <TextField
          name="pattern"
          label={t.trial.label}
          value={trial?.pattern ?? pattern}
          spellcheck={false}
          autocomplete="off"
          {...(trial?.fault ? { error: faultText(t, trial.fault) } : {})}
        />
        {first && (
          <div aria-live="polite">
            <p>
              {t.trial.reads} <b class="num">{first}</b>, <span class="num">{second}</span>
            </p>
            <p class="mut">
              {t.trial.goesOn} <span class="num">{long}</span>
            </p>
          </div>
        )}
        <Button>{t.trial.act}</Button>
      </Form>
    </Panel>
  )
}

function faultText(t: typeof vi, { code, part }: { code: string; part: string }): string {
  const text = Object.entries(t.refusals).find(([key]) => key === code)?.[1] ?? code
  return typeof text === 'string' ? text : text({ part, example: part })
}
