import { pathTo } from '@congso/kernel/contract'
import {
  Actions,
  Button,
  FoldedForm,
  Form,
  formatNumber,
  Hidden,
  Panel,
  Radios,
  Reason,
  Select,
  TextArea,
  TextField,
  usePage,
} from '@congso/ui'
import {
  assignDossier,
  claimDossier,
  forwardDossier,
  numberResult,
  returnResult,
  sendBackDossier,
  signResult,
} from '../contract.ts'
import { WithdrawForm } from './dossier-ending.tsx'
import { blockedWords, cameBack, type DossierData, dossierTexts } from './dossier-view.ts'

type Action = DossierData['actions'][number]
type Of = { view: DossierData; action: Action }

/** What can be done with the dossier now, the main act first; what cannot says why. */
export function DossierActions({ view }: { view: DossierData }) {
  const t = dossierTexts(usePage().lang)
  const forwards = view.actions.filter(action => action.kind === 'forward')
  const others = view.actions
    .filter(action => action.kind !== 'forward')
    .toSorted((a, b) => place[a.kind] - place[b.kind])
  return (
    <Panel id="actions">
      <Actions layout="stack">
        {forwards.length > 0 && <ForwardForm view={view} actions={forwards} />}
        {others.map(action => (
          <OneAction view={view} action={action} key={action.key} />
        ))}
        {view.actions.length === 0 && <Reason>{whyNothing(view, t)}</Reason>}
      </Actions>
    </Panel>
  )
}

const place: Record<Action['kind'], number> = {
  sign: 0,
  number: 0,
  return: 0,
  forward: 0,
  claim: 1,
  assign: 2,
  back: 3,
  withdraw: 4,
}

function whyNothing(view: DossierData, t: ReturnType<typeof dossierTexts>): string {
  if (view.remaining.state === 'done') return t.over
  const holder = view.assigneeName || view.unitName
  return holder === '' ? t.nothingToDo : `${t.nothingToDo} ${t.heldBy(holder)}`
}

function OneAction({ view, action }: Of) {
  const { lang } = usePage()
  const t = dossierTexts(lang)
  const blocked = blockedWords(view, action.blocked, lang)
  if (blocked !== undefined) return <Button blocked={blocked}>{labelOf(action, view, t)}</Button>
  if (action.kind === 'sign') return <SignForm view={view} action={action} />
  if (action.kind === 'number') return <NumberForm view={view} action={action} />
  if (action.kind === 'return') return <ReturnForm view={view} action={action} />
  if (action.kind === 'claim') return <ClaimForm view={view} action={action} />
  if (action.kind === 'withdraw') return <WithdrawForm view={view} />
  return action.kind === 'assign' ? (
    <AssignForm view={view} action={action} />
  ) : (
    <SendBackForm view={view} action={action} />
  )
}

function labelOf(action: Action, view: DossierData, t: ReturnType<typeof dossierTexts>): string {
  if (action.kind === 'claim') return t.claim
  if (action.kind === 'assign') return view.assignee === null ? t.assign : t.reassign
  if (action.kind === 'withdraw') return t.withdraw
  return action.label === '' ? t.returnPlain : action.label
}

/** The step's ways forward share one comment and, where a head gives the work out, one choice of person. */
function ForwardForm({ view, actions }: { view: DossierData; actions: readonly Action[] }) {
  const page = usePage()
  const t = dossierTexts(page.lang)
  const path = pathTo(forwardDossier, { id: view.id })
  const open = actions.some(action => action.blocked === null)
  return (
    <Form action={path} id="forward" failed={t.notForwarded}>
      <Hidden name="version" value={view.version} />
      {open && actions.some(action => action.asks) && <OfficerSelect view={view} name="to" />}
      {open && (
        <FoldedForm label={t.comment} icon="message-2" kbd="C" open={cameBack(page.form, path)}>
          <TextArea name="comment" label={t.comment} hideLabel rows={3} maxLength={2000} />
        </FoldedForm>
      )}
      {actions.map(action => (
        <Button
          key={action.key}
          variant={action.primary ? 'primary' : 'quiet'}
          icon="arrow-right"
          kbd={action.primary ? 'Ctrl ↵' : undefined}
          name="action"
          value={action.key}
          blocked={blockedWords(view, action.blocked, page.lang)}
        >
          {action.label}
        </Button>
      ))}
    </Form>
  )
}

function OfficerSelect({ view, name }: { view: DossierData; name: string }) {
  const t = dossierTexts(usePage().lang)
  const options = view.candidates.map(one => ({
    value: one.position,
    label: `${one.name}, ${one.title} · ${t.openDossiers(formatNumber(one.open))}`,
  }))
  return <Select name={name} label={t.giveTo} empty={t.chooseOfficer} options={options} />
}

function SignForm({ view, action }: Of) {
  const page = usePage()
  const t = dossierTexts(page.lang)
  const path = pathTo(signResult, { id: view.id })
  return (
    <Form action={path} id="sign" failed={t.notSigned}>
      <Hidden name="version" value={view.version} />
      <TextField name="title" label={t.resultTitle} value={view.resultTitle ?? view.procedureName} maxLength={300} />
      <FoldedForm label={t.comment} icon="message-2" kbd="C" open={cameBack(page.form, path)}>
        <TextArea name="comment" label={t.comment} hideLabel rows={3} maxLength={2000} />
      </FoldedForm>
      <MainButton action={action} icon="signature" />
    </Form>
  )
}

function NumberForm({ view, action }: Of) {
  const t = dossierTexts(usePage().lang)
  return (
    <Form action={pathTo(numberResult, { id: view.id })} id="number" failed={t.notNumbered}>
      <Hidden name="version" value={view.version} />
      <MainButton action={action} icon="rubber-stamp" />
    </Form>
  )
}

/** Who collects decides what is asked: a proxy is named, everybody else is known. */
function ReturnForm({ view, action }: Of) {
  const t = dossierTexts(usePage().lang)
  const hasOwner = view.parties.some(party => party.role === 'owner')
  const collectors = (['applicant', 'owner', 'proxy', 'post'] as const).filter(one => one !== 'owner' || hasOwner)
  return (
    <Form action={pathTo(returnResult, { id: view.id })} id="return" failed={t.notReturned}>
      <Hidden name="version" value={view.version} />
      <Radios
        name="collector"
        label={t.collector}
        look="list"
        value={view.pickup === 'post' ? 'post' : 'applicant'}
        options={collectors.map(one => ({ value: one, label: t.collectors[one] }))}
      />
      <TextField name="collectorName" label={t.collectorName} optional maxLength={200} />
      <TextField name="paper" label={t.collectorPaper} hint={t.collectorPaperHint} maxLength={200} />
      <Button
        variant={action.primary ? 'primary' : 'quiet'}
        icon="package-export"
        kbd={action.primary ? 'Ctrl ↵' : undefined}
      >
        {labelOf(action, view, t)}
      </Button>
    </Form>
  )
}

function ClaimForm({ view }: Of) {
  const t = dossierTexts(usePage().lang)
  return (
    <Form action={pathTo(claimDossier, { id: view.id })} id="claim" failed={t.notClaimed}>
      <Hidden name="version" value={view.version} />
      <Button icon="user-check" kbd="N">
        {t.claim}
      </Button>
    </Form>
  )
}

function AssignForm({ view, action }: Of) {
  const page = usePage()
  const t = dossierTexts(page.lang)
  const path = pathTo(assignDossier, { id: view.id })
  const taken = view.assignee !== null
  return (
    <FoldedForm label={labelOf(action, view, t)} icon="user-share" open={cameBack(page.form, path)}>
      <Form action={path} id="assign" failed={t.notAssigned}>
        <Hidden name="version" value={view.version} />
        <OfficerSelect view={view} name="to" />
        {taken && <TextField name="reason" label={t.reassignReason} maxLength={500} />}
        <Button>{labelOf(action, view, t)}</Button>
      </Form>
    </FoldedForm>
  )
}

function SendBackForm({ view, action }: Of) {
  const page = usePage()
  const t = dossierTexts(page.lang)
  const path = pathTo(sendBackDossier, { id: view.id })
  const mine = page.form?.values.action === action.key
  return (
    <FoldedForm label={`${action.label}…`} icon="arrow-back-up" danger open={cameBack(page.form, path) && mine}>
      <Form action={path} id={`back-${action.key}`} failed={t.notSentBack}>
        <Hidden name="version" value={view.version} />
        <Hidden name="action" value={action.key} />
        <TextArea name="reason" label={t.reason} hint={t.reasonHint} rows={3} maxLength={2000} />
        <Button variant="danger-quiet" icon="arrow-back-up">
          {action.label}
        </Button>
      </Form>
    </FoldedForm>
  )
}

function MainButton({ action, icon }: { action: Action; icon: 'signature' | 'rubber-stamp' }) {
  return (
    <Button
      variant={action.primary ? 'primary' : 'quiet'}
      icon={icon}
      kbd={action.primary ? 'Ctrl ↵' : undefined}
      name="action"
      value={action.key}
    >
      {action.label}
    </Button>
  )
}
