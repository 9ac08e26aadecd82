import { type Lang, pathTo } from '@congso/kernel/contract'
import {
  Button,
  type Fact,
  Facts,
  FileList,
  FoldedForm,
  Form,
  formatBytes,
  formatDate,
  formatMoney,
  formatNumber,
  formatTimeDayMonth,
  type FileLine,
  type IconName,
  LinkButton,
  maskId,
  maskPhone,
  Panel,
  TextArea,
  TextField,
  usePage,
} from '@congso/ui'
import { controlSheetPdf, receiptPdf, revealPersonal, writeNote } from '../contract.ts'
import { channelWords, pickupWords } from './due-words.tsx'
import { AttachForm } from './dossier-papers.tsx'
import { cameBack, type DossierData, dossierTexts } from './dossier-view.ts'

type Party = DossierData['parties'][number]

/** The people of the dossier, masked until somebody with the right gives a reason. */
export function DossierPeople({ view }: { view: DossierData }) {
  const { lang } = usePage()
  const t = dossierTexts(lang)
  const applicant = view.parties.find(party => party.role === 'applicant')
  const owner = view.parties.find(party => party.role === 'owner')
  const authorisation = view.parties.find(party => party.role === 'proxy')?.authorisation ?? ''
  const authorised = authorisation === '' ? [] : [{ label: t.authorisation, value: authorisation }]
  return (
    <Panel title={owner ? t.owner : t.applicant} id="people">
      {owner && <Facts items={personFacts(owner, view.revealed, lang)} />}
      {owner && <h3>{t.proxy}</h3>}
      <Facts
        items={[
          ...(applicant ? personFacts(applicant, view.revealed, lang) : []),
          ...authorised,
          ...filingFacts(view, lang),
        ]}
      />
      {view.mayReveal && <RevealForm view={view} />}
      {view.revealed && <p class="cap">{t.revealed}</p>}
    </Panel>
  )
}

/** Files to open, the printed papers, and a place for files that belong to no single paper. */
export function DossierDocuments({ view }: { view: DossierData }) {
  const { lang } = usePage()
  const t = dossierTexts(lang)
  const first = view.files[0]
  const scans = view.files.map((file): FileLine => ({
    name: file.name,
    href: `/files/${file.id}/view`,
    icon: iconOf(file.type),
    note: [file.paper === null ? '' : t.paperNo(formatNumber(file.paper)), formatBytes(file.size)]
      .filter(Boolean)
      .join(' · '),
  }))
  const printed: FileLine[] = [
    { name: t.slip, href: pathTo(receiptPdf, { id: view.id }), icon: 'file-certificate', note: 'PDF' },
    { name: t.sheet, href: pathTo(controlSheetPdf, { id: view.id }), icon: 'file-time', note: 'PDF' },
  ]
  return (
    <Panel
      title={t.documents}
      id="documents"
      actions={
        first && (
          <LinkButton href={`/files/${first.id}/view`} variant="bare" kbd="O">
            {t.openFirst}
          </LinkButton>
        )
      }
    >
      <FileList files={[...scans, ...printed]} />
      {view.remaining.state !== 'done' && (
        <FoldedForm label={t.addFiles} icon="paperclip">
          <AttachForm view={view} label={t.addFiles} id="files" />
        </FoldedForm>
      )}
    </Panel>
  )
}

/** The result, once there is one. */
export function DossierResult({ view }: { view: DossierData }) {
  const t = dossierTexts(usePage().lang)
  if (view.resultTitle === null && view.resultNo === null) return null
  const facts: Fact[] = [
    ...(view.resultNo === null ? [] : [{ label: t.resultNo, value: view.resultNo, num: true, strong: true }]),
    ...(view.resultTitle === null ? [] : [{ label: t.resultName, value: view.resultTitle }]),
    ...(view.resultSignedBy === '' ? [] : [{ label: t.resultSigner, value: view.resultSignedBy }]),
    ...(view.returnedAt === null
      ? []
      : [{ label: t.returnedAt, value: formatTimeDayMonth(view.returnedAt), num: true }]),
  ]
  return (
    <Panel title={t.result} id="result">
      <Facts items={facts} />
    </Panel>
  )
}

/** What colleagues have written about the dossier, and a box for the next. */
export function DossierNotes({ view }: { view: DossierData }) {
  const t = dossierTexts(usePage().lang)
  return (
    <Panel title={t.notes} note={t.notesWho} id="notes">
      {view.notes.length === 0 && <p class="mut">{t.noNotes}</p>}
      {view.notes.length > 0 && (
        <ul class="cs-list is-plain">
          {view.notes.map(note => (
            <li key={note.at}>
              <div>
                <div class="cs-prose">{note.text}</div>
                <div class="cap">
                  {note.by}, <span class="num">{formatTimeDayMonth(note.at)}</span>
                </div>
              </div>
            </li>
          ))}
        </ul>
      )}
      <Form action={pathTo(writeNote, { id: view.id })} id="note" failed={t.noteNotSaved}>
        <TextArea name="text" label={t.noteText} hideLabel rows={2} maxLength={4000} placeholder={t.noteText} />
        <div class="cs-row">
          <Button>{t.writeNote}</Button>
        </div>
      </Form>
    </Panel>
  )
}

function RevealForm({ view }: { view: DossierData }) {
  const page = usePage()
  const t = dossierTexts(page.lang)
  const path = pathTo(revealPersonal, { id: view.id })
  return (
    <FoldedForm label={t.reveal} icon="eye" open={cameBack(page.form, path)}>
      <Form action={path} id="reveal" failed={t.notRevealed}>
        <TextField name="reason" label={t.revealReason} help={t.revealNote} maxLength={300} />
        <div class="cs-row">
          <Button icon="eye">{t.reveal}</Button>
        </div>
      </Form>
    </FoldedForm>
  )
}

function personFacts(party: Party, revealed: boolean, lang: Lang): Fact[] {
  const t = dossierTexts(lang)
  const lines: (Fact | undefined)[] = [
    { label: t.name, value: party.name, strong: true },
    party.idNumber === ''
      ? undefined
      : { label: t.idNumber, value: revealed ? party.idNumber : maskId(party.idNumber), num: true },
    party.birthDate === null ? undefined : { label: t.birthDate, value: formatDate(party.birthDate), num: true },
    party.phone === ''
      ? undefined
      : { label: t.phone, value: revealed ? party.phone : maskPhone(party.phone), num: true },
    party.email === '' ? undefined : { label: t.email, value: party.email },
    party.address === '' ? undefined : { label: t.address, value: party.address },
  ]
  return lines.filter(line => line !== undefined)
}

function filingFacts(view: DossierData, lang: Lang): Fact[] {
  const t = dossierTexts(lang)
  const states: Readonly<Record<string, string>> = t.feeStates
  const fees = view.fees.map(fee => ({
    label: t.fee,
    value: [fee.state === 'exempt' ? '' : formatMoney(fee.amount), states[fee.state] ?? fee.state, fee.reason]
      .filter(Boolean)
      .join(', '),
    num: true,
  }))
  return [
    { label: t.channel, value: capital(channelWords(view.channel, lang)) },
    { label: t.pickup, value: pickupWords(view.pickup, lang) },
    ...fees,
    ...(view.summary === '' ? [] : [{ label: t.summary, value: view.summary }]),
  ]
}

function iconOf(type: string): IconName {
  if (type.startsWith('image/')) return 'photo'
  return type === 'application/pdf' ? 'file-type-pdf' : 'file-text'
}

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)
}
