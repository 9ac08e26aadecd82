import { inLang, pathTo } from '@congso/kernel/contract'
import type { PageProps } from '@congso/kernel/server'
import {
  Actions,
  Breadcrumbs,
  Button,
  Columns,
  Content,
  Disclosure,
  Facts,
  FileField,
  Form,
  ItemList,
  LinkButton,
  Panel,
  TextArea,
  ThingHead,
} from '@congso/ui'
import { listAgencies, showAgency } from '../../agency/contract.ts'
import { en as wordsEn } from '../../pages/words.en.ts'
import { vi as wordsVi } from '../../pages/words.vi.ts'
import { keepStaffSheet, largestSheet, staffTemplate, type PrepareStaffView } from '../contract.ts'
import { en } from './texts.en.ts'
import { vi } from './texts.vi.ts'

/** Where the cells of a spreadsheet are pasted, with the words they may use. */
export function PrepareStaffPage({ view, page }: PageProps<PrepareStaffView>) {
  const t = inLang(page.lang, vi, en)
  const w = inLang(page.lang, wordsVi, wordsEn)
  const agency = view.agency.id
  const crumbs = [
    { href: listAgencies.path, label: w.agencies },
    { href: pathTo(showAgency, { agency }), label: view.agency.name },
    { label: t.title },
  ]
  return (
    <>
      <ThingHead
        crumbs={<Breadcrumbs items={crumbs} />}
        title={t.title}
        actions={
          <LinkButton href={pathTo(staffTemplate, { agency })} icon="file-spreadsheet" download>
            {t.template}
          </LinkButton>
        }
      />
      <Content>
        <Columns
          main={
            <>
              <Panel title={t.steps}>
                <ItemList items={[{ title: t.step1 }, { title: t.step2 }, { title: t.step3 }]} />
              </Panel>
              <Form action={pathTo(keepStaffSheet, { agency })} failed={t.failed} multipart>
                <FileField
                  name="file"
                  label={t.file}
                  help={t.sheetHelp}
                  accept=".xlsx,.csv,.txt"
                  maxBytes={largestSheet}
                />
                <Disclosure summary={t.paste}>
                  <TextArea name="sheet" label={t.sheet} rows={10} />
                </Disclosure>
                <Actions>
                  <Button variant="primary">{t.check}</Button>
                </Actions>
              </Form>
            </>
          }
          side={
            <Panel title={t.words}>
              <Facts
                items={[
                  { label: t.units, value: view.units.join('; ') || w.none },
                  { label: t.titles, value: view.titles.join('; ') },
                  { label: t.roles, value: view.roles.join('; ') },
                ]}
              />
            </Panel>
          }
        />
      </Content>
    </>
  )
}
