import {
  DateField,
  Disclosure,
  FieldGrid,
  FormSection,
  NumberField,
  Radios,
  Select,
  TextField,
  usePage,
} from '@congso/ui'
import { partyKinds } from '../contract.ts'
import { type Chosen, type IntakeData, intakeTexts, useTyped } from './intake-view.ts'

/** The second section: who files, for whom, and how the dossier came in. */
export function PersonSection({ view, chosen }: { view: IntakeData; chosen: Chosen }) {
  const t = intakeTexts(usePage().lang)
  const typed = useTyped(view)
  const channels = chosen.channels.filter(channel => channel !== 'online')
  const done = typed('applicant.name') !== '' && typed('applicant.idNumber') !== ''
  return (
    <FormSection number={2} title={t.applicant} done={done} needs="applicant.name applicant.idNumber" id="applicant">
      <FieldGrid>
        <TextField
          name="applicant.name"
          label={t.name}
          value={typed('applicant.name')}
          span={5}
          maxLength={200}
          autocomplete="off"
          autoFocus={typed('applicant.name') === ''}
        />
        <TextField
          name="applicant.idNumber"
          label={t.idNumber}
          value={typed('applicant.idNumber')}
          span={4}
          num
          inputMode="numeric"
          maxLength={20}
          autocomplete="off"
        />
        <DateField
          name="applicant.birthDate"
          label={t.birthDate}
          value={typed('applicant.birthDate')}
          span={3}
          hint=""
        />
        <TextField
          name="applicant.address"
          label={t.address}
          value={typed('applicant.address')}
          span={7}
          maxLength={300}
          autocomplete="off"
        />
        <Radios
          name="forWhom"
          label={t.forWhom}
          value={typed('forWhom', 'self')}
          span={5}
          options={[
            { value: 'self', label: t.forWhomOptions.self },
            { value: 'other', label: t.forWhomOptions.other },
          ]}
        />
        <TextField
          name="applicant.phone"
          label={t.phone}
          value={typed('applicant.phone')}
          span={3}
          num
          inputMode="tel"
          maxLength={20}
          autocomplete="off"
        />
        <Select
          name="applicant.kind"
          label={t.kind}
          value={typed('applicant.kind', 'citizen')}
          span={3}
          empty={false}
          options={partyKinds.map(kind => ({ value: kind, label: t.kinds[kind] }))}
        />
        <Radios
          name="channel"
          label={t.channel}
          value={typed('channel', channels[0] ?? 'direct')}
          span={4}
          options={channels.map(channel => ({ value: channel, label: t.channels[channel] }))}
        />
        <NumberField name="copiesOfFile" label={t.copiesOfFile} value={typed('copiesOfFile', '1')} span={2} />
      </FieldGrid>
      <OwnerFields typed={typed} />
      <Disclosure
        summary={t.more}
        open={typed('summary') !== '' || typed('applicant.email') !== '' || typed('receivedAt') !== ''}
      >
        <FieldGrid>
          <TextField
            name="applicant.email"
            label={t.email}
            value={typed('applicant.email')}
            span={5}
            inputMode="email"
            maxLength={120}
            autocomplete="off"
          />
          <DateField
            name="receivedAt"
            label={t.receivedAt}
            hint={t.receivedAtHint}
            value={typed('receivedAt')}
            span={7}
            time
          />
          <TextField name="summary" label={t.summary} hint={t.summaryHint} value={typed('summary')} maxLength={1000} />
        </FieldGrid>
      </Disclosure>
    </FormSection>
  )
}

/** Visible without script; with script only when somebody files for another. */
function OwnerFields({ typed }: { typed: (name: string, otherwise?: string) => string }) {
  const t = intakeTexts(usePage().lang)
  return (
    <fieldset class="cs-sub" data-echo-form="intake" data-echo-if="forWhom=other">
      <legend>
        {t.owner} <small class="hint">{t.ownerHelp}</small>
      </legend>
      <FieldGrid>
        <TextField
          name="owner.name"
          label={t.name}
          value={typed('owner.name')}
          span={5}
          maxLength={200}
          autocomplete="off"
        />
        <TextField
          name="owner.idNumber"
          label={t.idNumber}
          value={typed('owner.idNumber')}
          span={4}
          num
          inputMode="numeric"
          maxLength={20}
          autocomplete="off"
        />
        <DateField name="owner.birthDate" label={t.birthDate} value={typed('owner.birthDate')} span={3} hint="" />
        <TextField
          name="owner.phone"
          label={t.phone}
          value={typed('owner.phone')}
          span={3}
          num
          inputMode="tel"
          maxLength={20}
          autocomplete="off"
        />
        <TextField
          name="owner.address"
          label={t.address}
          value={typed('owner.address')}
          span={9}
          maxLength={300}
          autocomplete="off"
        />
        <TextField
          name="authorisation"
          label={t.authorisation}
          hint={t.authorisationHint}
          value={typed('authorisation')}
          span={12}
          maxLength={300}
          autocomplete="off"
        />
      </FieldGrid>
    </fieldset>
  )
}
