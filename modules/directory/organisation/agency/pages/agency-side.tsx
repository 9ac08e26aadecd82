import { inLang, localDate, pathTo } from '@congso/kernel/contract'
import type { PageProps } from '@congso/kernel/server'
import { ActionForm, Button, DateField, Facts, FieldGrid, Hidden, Panel, Reason, Select, TextField } from '@congso/ui'
import { whoCan } from '../../delegation/contract.ts'
import { daysText, optionsOf, wordFor } from '../../pages/dated.tsx'
import { EditForm } from '../../pages/edit-form.tsx'
import { JournalLink } from '../../pages/journal-link.tsx'
import { en as wordsEn } from '../../pages/words.en.ts'
import { vi as wordsVi } from '../../pages/words.vi.ts'
import { showPlace } from '../../place/contract.ts'
import { openUnit } from '../../unit/contract.ts'
import { changeAgency, closeAgency, moveAgency, openAgency, reopenAgency, type AgencyView } from '../contract.ts'
import { AgencyFields } from './agency-fields.tsx'
import { en } from './texts.en.ts'
import { vi } from './texts.vi.ts'

/** Beside an agency: what it is, and the acts on it. */
export function AgencySide({ view, page }: PageProps<AgencyView>) {
  const t = inLang(page.lang, vi, en)
  const w = inLang(page.lang, wordsVi, wordsEn)
  return (
    <>
      {view.mayEdit && (
        <Panel title={t.acts}>
          <Acts view={view} page={page} />
        </Panel>
      )}
      <Panel title={t.facts}>
        <Facts
          items={[
            { label: t.shortName, value: view.shortName },
            { label: w.kind, value: wordFor(w.agencyKinds, view.kind) },
            {
              label: t.adminUnit,
              value: view.adminUnit ? (
                <a href={pathTo(showPlace, { code: view.adminUnit.code })}>{view.adminUnit.name}</a>
              ) : (
                w.none
              ),
            },
            { label: t.address, value: view.address || w.none },
            { label: t.phone, value: view.phone || w.none, num: true },
            { label: t.days, value: daysText(page.lang, view), num: true },
          ]}
        />
        <p>
          <a href={pathTo(whoCan, { agency: view.id })}>{t.whoCan}</a>
        </p>
        <JournalLink about={{ subject: view.id }} page={page} />
      </Panel>
    </>
  )
}

function Acts({ view, page }: PageProps<AgencyView>) {
  const t = inLang(page.lang, vi, en)
  const w = inLang(page.lang, wordsVi, wordsEn)
  const agency = view.id
  const version = <Hidden name="version" value={view.version} />
  const today = localDate(page.now)
  if (view.validTo) {
    return (
      <ActionForm action={pathTo(reopenAgency, { agency })} values={{ version: view.version }}>
        <Button icon="restore">{t.reopen}</Button>
      </ActionForm>
    )
  }
  const value = { ...view, adminUnit: view.adminUnit?.code ?? '' }
  return (
    <>
      <EditForm
        page={page}
        action={pathTo(openUnit, { agency })}
        summary={t.openUnit}
        submit={t.openUnitSubmit}
        failed={t.notUnitOpened}
      >
        <FieldGrid>
          <TextField name="name" label={w.name} required span={12} />
          <Select name="kind" label={w.kind} options={optionsOf(w.unitKinds)} required span={12} />
          <Select
            name="parent"
            label={t.inside}
            empty={t.directly}
            options={view.units.map(one => ({ value: one.id, label: one.name }))}
            span={12}
          />
          <DateField name="from" label={w.from} value={today} required span={12} />
        </FieldGrid>
      </EditForm>
      <EditForm
        page={page}
        action={pathTo(changeAgency, { agency })}
        summary={t.edit}
        submit={w.save}
        failed={w.notSaved}
      >
        {version}
        <AgencyFields lang={page.lang} value={value} />
      </EditForm>
      <EditForm page={page} action={openAgency.path} summary={t.openBelow} submit={t.openSubmit} failed={t.notOpened}>
        <Hidden name="parent" value={agency} />
        <AgencyFields lang={page.lang} />
        <DateField name="from" label={w.from} value={today} required />
      </EditForm>
      <EditForm
        page={page}
        action={pathTo(moveAgency, { agency })}
        summary={t.move}
        submit={t.moveSubmit}
        failed={t.notMoved}
      >
        {version}
        <Select
          name="parent"
          label={t.moveTo}
          value={view.parent}
          empty={t.moveTop}
          options={view.parents.map(one => ({ value: one.id, label: one.name }))}
        />
        <Reason>{t.moveHelp}</Reason>
      </EditForm>
      <EditForm
        page={page}
        action={pathTo(closeAgency, { agency })}
        summary={t.close}
        submit={t.closeSubmit}
        failed={t.notClosed}
        danger
      >
        {version}
        <DateField name="on" label={w.on} required />
        <Reason>{t.closeHelp}</Reason>
      </EditForm>
    </>
  )
}
