import { inLang, localDate, pathTo } from '@congso/kernel/contract'
import type { PageProps } from '@congso/kernel/server'
import {
  Actions,
  Breadcrumbs,
  Button,
  Checkboxes,
  Content,
  DateField,
  EmptyState,
  FieldGrid,
  Form,
  Radios,
  Reason,
  Select,
  TextArea,
  ThingHead,
} from '@congso/ui'
import { optionsOf } from '../../pages/dated.tsx'
import { en as wordsEn } from '../../pages/words.en.ts'
import { vi as wordsVi } from '../../pages/words.vi.ts'
import { showPosition } from '../../position/contract.ts'
import { listDelegations, makeDelegation, type PrepareView } from '../contract.ts'
import { en } from './texts.en.ts'
import { vi } from './texts.vi.ts'

/** Lends the rights of one position: to whom, in which form, which rights, from when to when, and why. */
export function PrepareDelegationPage({ view, page }: PageProps<PrepareView>) {
  const t = inLang(page.lang, vi, en)
  const w = inLang(page.lang, wordsVi, wordsEn)
  const { position } = view
  const crumbs = [
    { href: listDelegations.path, label: w.delegations },
    { href: pathTo(showPosition, { position: position.id }), label: position.title },
    { label: t.title },
  ]
  const today = localDate(page.now)
  return (
    <>
      <ThingHead
        crumbs={<Breadcrumbs items={crumbs} />}
        title={t.title}
        meta={t.from(position.title, position.holder ?? t.nobody)}
      />
      <Content width="narrow">
        {view.permissions.length === 0 ? (
          <EmptyState title={t.nothing} tone="plain" icon="lock" />
        ) : (
          <Form action={pathTo(makeDelegation, { position: position.id })} failed={t.failed} look="page">
            <Radios name="form" label={t.form} options={optionsOf(t.forms)} look="list" required />
            <Select
              name="person"
              label={t.person}
              options={view.people.map(one => ({ value: one.id, label: `${one.name} · ${one.title}` }))}
              required
            />
            <FieldGrid>
              <DateField name="from" label={w.from} value={today} required span={6} />
              <DateField name="last" label={w.last} required span={6} />
            </FieldGrid>
            <TextArea name="reason" label={t.reason} help={t.reasonHelp} required rows={2} maxLength={500} />
            <Checkboxes
              name="permissions"
              label={t.permissions}
              help={t.permissionsHelp}
              options={view.permissions.map(one => ({
                value: one.name,
                label: page.lang === 'en' ? one.en : one.vi,
                note: one.name,
              }))}
            />
            <Reason icon="gavel">{t.rule}</Reason>
            <Actions>
              <Button variant="primary">{t.submit}</Button>
            </Actions>
          </Form>
        )}
      </Content>
    </>
  )
}
