import { inLang, pathTo } from '@congso/kernel/contract'
import {
  ActionForm,
  Actions,
  Button,
  DateField,
  Dialog,
  Form,
  Hidden,
  LinkButton,
  Panel,
  Reason,
  toIsoDate,
  usePage,
} from '@congso/ui'
import { draftProcess, editProcess, publishProcess, retireProcess, type ProcessView } from '../../contract.ts'
import { en } from './texts.en.ts'
import { vi } from './texts.vi.ts'

/** What may be done with a version of a process; what is blocked says why. */
export function ProcessActs({ view }: { view: ProcessView }) {
  if (!view.mayEdit || view.state === 'retired') return null
  return <Panel>{view.state === 'draft' ? <DraftActs view={view} /> : <PublishedActs view={view} />}</Panel>
}

function DraftActs({ view }: { view: ProcessView }) {
  const { lang, now } = usePage()
  const t = inLang(lang, vi, en).process
  const faults = view.findings.filter(({ severity }) => severity === 'error').length
  return (
    <>
      <Actions layout="stack">
        <Button
          variant="primary"
          icon="check"
          type="button"
          {...(faults > 0 ? { blocked: t.blocked(faults) } : { opens: 'publish' })}
        >
          {t.publish}
        </Button>
        <LinkButton href={pathTo(editProcess, { process: view.id })} icon="edit">
          {t.edit}
        </LinkButton>
      </Actions>
      {faults === 0 && <Reason icon="circle-check">{t.fine}</Reason>}
      <Dialog id="publish" title={t.publishTitle} size="small">
        <p>{t.publishWhat}</p>
        <Form action={pathTo(publishProcess, { process: view.id })} id="publish-form">
          <Hidden name="version" value={view.version} />
          <DateField name="validFrom" label={t.validFrom} value={toIsoDate(now)} />
          <Button variant="primary">{t.publishDo}</Button>
        </Form>
      </Dialog>
    </>
  )
}

function PublishedActs({ view }: { view: ProcessView }) {
  const { lang } = usePage()
  const t = inLang(lang, vi, en).process
  return (
    <>
      <Actions layout="stack">
        <ActionForm action={draftProcess.path} values={{ name: view.name, from: view.id }}>
          <Button icon="copy">{t.next}</Button>
        </ActionForm>
        <Button
          variant="danger-quiet"
          icon="ban"
          type="button"
          {...(view.offerCount > 0 ? { blocked: t.inUse(view.offerCount) } : { opens: 'retire' })}
        >
          {t.retire}
        </Button>
      </Actions>
      <Dialog id="retire" title={t.retireTitle} size="small">
        <p>{t.retireWhat}</p>
        <ActionForm action={pathTo(retireProcess, { process: view.id })} values={{ version: view.version }}>
          <Button variant="danger-quiet">{t.retireDo}</Button>
        </ActionForm>
      </Dialog>
    </>
  )
}
