import { inLang, localDate, pathTo } from '@congso/kernel/contract'
import type { PageProps } from '@congso/kernel/server'
import {
  ActionForm,
  Actions,
  Button,
  DateField,
  FieldGrid,
  Form,
  Hidden,
  NumberField,
  Panel,
  Reason,
  SearchBox,
  Select,
  Stack,
  TextField,
} from '@congso/ui'
import { optionsOf } from '../../pages/dated.tsx'
import { EditForm } from '../../pages/edit-form.tsx'
import { JournalLink } from '../../pages/journal-link.tsx'
import { en as wordsEn } from '../../pages/words.en.ts'
import { vi as wordsVi } from '../../pages/words.vi.ts'
import { grantRole } from '../../role/contract.ts'
import {
  appointPerson,
  changePosition,
  closePosition,
  reopenPosition,
  showPosition,
  type PositionView,
} from '../contract.ts'
import { en } from './texts.en.ts'
import { vi } from './texts.vi.ts'

/** Beside a position: appoint somebody, give a role, change or close it. */
export function PositionSide({ view, page }: PageProps<PositionView>) {
  const t = inLang(page.lang, vi, en)
  return (
    <>
      {view.mayEdit && !view.validTo && <Appoint view={view} page={page} />}
      {(view.mayEdit || view.mayGrant) && (
        <Panel title={t.acts}>
          {view.mayGrant && !view.validTo && <Grant view={view} page={page} />}
          {view.mayEdit && <Acts view={view} page={page} />}
          <JournalLink about={{ subject: view.id }} page={page} />
        </Panel>
      )}
    </>
  )
}

/** The last day of something, as a field. */
export function LastDay({ label, help }: { label: string; help?: string }) {
  return <DateField name="last" label={label} required {...(help ? { help } : {})} />
}

/** First find the person, then appoint: two steps that work without script. */
function Appoint({ view, page }: PageProps<PositionView>) {
  const t = inLang(page.lang, vi, en)
  const w = inLang(page.lang, wordsVi, wordsEn)
  return (
    <Panel title={t.appoint}>
      <Stack>
        <SearchBox
          action={pathTo(showPosition, { position: view.id })}
          value={view.q}
          label={t.findPerson}
          kbd={false}
        />
        {view.q && view.people.length === 0 && <Reason icon="search-off">{t.nobodyFound}</Reason>}
        {view.people.length > 0 && (
          <Form action={pathTo(appointPerson, { position: view.id })} failed={t.notAppointed} id="appoint">
            <Select
              name="person"
              label={t.chooseFound}
              options={view.people.map(one => ({
                value: one.id,
                label: one.note ? `${one.name} · ${one.note}` : one.name,
              }))}
              required
            />
            <FieldGrid>
              <DateField name="from" label={w.from} value={localDate(page.now)} required span={6} />
              <DateField name="last" label={w.last} optional span={6} help={t.lastHelp} />
            </FieldGrid>
            <Actions>
              <Button variant="primary">{t.appointSubmit}</Button>
            </Actions>
          </Form>
        )}
      </Stack>
    </Panel>
  )
}

function Grant({ view, page }: PageProps<PositionView>) {
  const t = inLang(page.lang, vi, en)
  const w = inLang(page.lang, wordsVi, wordsEn)
  return (
    <EditForm
      page={page}
      action={pathTo(grantRole, { position: view.id })}
      summary={t.grant}
      submit={t.grantSubmit}
      failed={t.notGranted}
    >
      <FieldGrid>
        <Select
          name="role"
          label={t.role}
          options={view.roles.map(one => ({ value: one.id, label: page.lang === 'en' ? one.nameEn : one.name }))}
          required
          span={12}
        />
        <Select name="reach" label={t.reach} options={optionsOf(w.reaches)} required span={12} />
        <DateField name="from" label={w.from} value={localDate(page.now)} required span={6} />
        <DateField name="last" label={w.last} optional span={6} />
      </FieldGrid>
    </EditForm>
  )
}

function Acts({ view, page }: PageProps<PositionView>) {
  const t = inLang(page.lang, vi, en)
  const w = inLang(page.lang, wordsVi, wordsEn)
  const position = view.id
  if (view.validTo) {
    return (
      <ActionForm action={pathTo(reopenPosition, { position })} values={{ version: view.version }}>
        <Button icon="restore">{t.reopen}</Button>
      </ActionForm>
    )
  }
  const version = <Hidden name="version" value={view.version} />
  return (
    <>
      <EditForm
        page={page}
        action={pathTo(changePosition, { position })}
        summary={t.edit}
        submit={w.save}
        failed={w.notSaved}
      >
        {version}
        <FieldGrid>
          <TextField name="title" label={t.title} value={view.title} required span={12} />
          <Select
            name="rank"
            label={w.rank}
            value={view.rank}
            options={optionsOf(w.ranks)}
            required
            span={8}
            help={w.rankHelp}
          />
          <NumberField name="sort" label={w.sort} value={view.sort} span={4} />
        </FieldGrid>
      </EditForm>
      <EditForm
        page={page}
        action={pathTo(closePosition, { position })}
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
