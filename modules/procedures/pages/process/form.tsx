import { inLang, pathTo, type ReplyOf } from '@congso/kernel/contract'
import type { PageProps } from '@congso/kernel/server'
import {
  Breadcrumbs,
  Button,
  FieldGrid,
  Form,
  Hidden,
  LinkButton,
  NumberField,
  Panel,
  Reason,
  Select,
  Stack,
  StickyFoot,
  TextField,
  ThingHead,
} from '@congso/ui'
import {
  draftProcess,
  editDraft,
  listProcesses,
  showProcess,
  type newProcess,
  type ProcessView,
} from '../../contract.ts'
import { findingWords } from './finding-words.ts'
import { StepRows } from './step-rows.tsx'
import { en } from './texts.en.ts'
import { vi } from './texts.vi.ts'

/** The form of a new process: it starts from the standard steps with the hours shared out. */
export function NewProcessPage({ view, page }: PageProps<ReplyOf<typeof newProcess>>) {
  const t = inLang(page.lang, vi, en)
  return (
    <>
      <ThingHead
        crumbs={<Breadcrumbs items={[{ href: listProcesses.path, label: t.list.title }, { label: t.form.newTitle }]} />}
        title={t.form.newTitle}
      />
      <Form action={draftProcess.path} look="page" failed={t.form.failed}>
        <Panel title={t.form.start} foot={t.form.startHelp}>
          <FieldGrid>
            <TextField name="name" label={t.form.name} required span={12} maxLength={200} />
            <Select
              name="agency"
              label={t.form.agency}
              options={view.agencies.map(({ id, name }) => ({ value: id, label: name }))}
              empty={view.mayBeCommon ? t.form.common : false}
              span={6}
            />
            <NumberField
              name="totalHours"
              label={t.form.totalHours}
              help={t.form.totalHelp}
              decimal
              span={6}
              optional
            />
            <TextField name="decision" label={t.form.decision} span={6} maxLength={120} optional />
          </FieldGrid>
        </Panel>
        <StickyFoot>
          <LinkButton href={listProcesses.path}>{t.form.cancel}</LinkButton>
          <Button variant="primary">{t.form.draftDo}</Button>
        </StickyFoot>
      </Form>
    </>
  )
}

/** The form of a draft: every step with its hours and actions, and what is wrong with it. */
export function EditProcessPage({ view, page }: PageProps<ProcessView>) {
  const t = inLang(page.lang, vi, en)
  const general = view.findings.filter(({ step }) => !view.steps.some(({ key }) => key === step))
  return (
    <>
      <ThingHead
        crumbs={
          <Breadcrumbs
            items={[
              { href: listProcesses.path, label: t.list.title },
              { href: pathTo(showProcess, { process: view.id }), label: view.name },
              { label: t.form.editTitle },
            ]}
          />
        }
        title={t.form.editTitle}
      />
      <Form action={pathTo(editDraft, { process: view.id })} look="page" failed={t.form.failed}>
        <Hidden name="version" value={view.version} />
        <Stack>
          <Panel>
            <FieldGrid>
              <TextField name="name" label={t.form.name} value={view.name} required span={12} maxLength={200} />
              <NumberField
                name="totalHours"
                label={t.form.totalHours}
                value={view.totalHours}
                help={t.form.totalHelp}
                decimal
                span={6}
                optional
              />
              <TextField
                name="decision"
                label={t.form.decision}
                value={view.decision}
                span={6}
                maxLength={120}
                optional
              />
            </FieldGrid>
            {general.map((finding, i) => (
              <Reason icon="alert-triangle" state="soon" key={i}>
                {findingWords(finding, page.lang)}
              </Reason>
            ))}
          </Panel>
          <StepRows view={view} />
        </Stack>
        <StickyFoot>
          <LinkButton href={pathTo(showProcess, { process: view.id })}>{t.form.cancel}</LinkButton>
          <Button variant="primary">{t.form.saveDo}</Button>
        </StickyFoot>
      </Form>
    </>
  )
}
