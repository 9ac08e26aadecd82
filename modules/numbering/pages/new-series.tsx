import { inLang, type ReplyOf } from '@congso/kernel/contract'
import type { PageProps } from '@congso/kernel/server'
import {
  Breadcrumbs,
  Button,
  Columns,
  DateField,
  FieldGrid,
  Form,
  Panel,
  Select,
  TextField,
  ThingHead,
} from '@congso/ui'
import { defineSeries, listSeries, type newSeries } from '../contract.ts'
import { PatternTrial } from './pattern-trial.tsx'
import { SeriesFields } from './series-fields.tsx'
import { en } from './texts.en.ts'
import { vi } from './texts.vi.ts'

/** The form for a new series. */
export function NewSeriesPage({ view, page }: PageProps<ReplyOf<typeof newSeries>>) {
  const t = inLang(page.lang, vi, en)
  return (
    <>
      <ThingHead
        crumbs={<Breadcrumbs items={[{ href: listSeries.path, label: t.title }, { label: t.form.newTitle }]} />}
        title={t.form.newTitle}
      />
      <Columns
        main={
          <Panel>
            <Form action={defineSeries.path} failed={t.form.failed}>
              <FieldGrid>
                <TextField
                  name="kind"
                  label={t.form.kind}
                  help={t.form.kindHelp}
                  required
                  span={12}
                  maxLength={40}
                  width="medium"
                  spellcheck={false}
                  autocomplete="off"
                />
                <Select
                  name="agency"
                  label={t.form.agency}
                  empty={view.mayShare ? t.form.shared : false}
                  span={12}
                  options={view.agencies.map(agency => ({
                    value: agency.id,
                    label: `${agency.name} (${agency.code})`,
                  }))}
                />
                <SeriesFields
                  t={t}
                  given={{ name: '', pattern: view.trial?.pattern ?? '{n}', reset: 'yearly', first: 1 }}
                />
                <DateField name="validFrom" label={t.form.validFrom} value={view.today} required span={12} />
              </FieldGrid>
              <Button variant="primary">{t.form.save}</Button>
            </Form>
          </Panel>
        }
        side={<PatternTrial trial={view.trial} pattern="{n}" />}
      />
    </>
  )
}
