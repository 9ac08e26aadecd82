import { inLang, pathTo } from '@congso/kernel/contract'
import type { PageProps } from '@congso/kernel/server'
import {
  Actions,
  Button,
  CellLines,
  Content,
  EmptyState,
  FieldGrid,
  Form,
  formatNumber,
  PageHead,
  Select,
  Table,
  type Column,
} from '@congso/ui'
import { wordFor } from '../../pages/dated.tsx'
import { en as wordsEn } from '../../pages/words.en.ts'
import { vi as wordsVi } from '../../pages/words.vi.ts'
import { showPerson } from '../../person/contract.ts'
import { Reasons } from '../../person/pages/reasons.tsx'
import { en as rolesEn } from '../../role/pages/texts.en.ts'
import { vi as rolesVi } from '../../role/pages/texts.vi.ts'
import { whoCan, type WhoCanView } from '../contract.ts'
import { en } from './texts.en.ts'
import { vi } from './texts.vi.ts'

/** Who may do something somewhere today, each with every reason. */
export function WhoCanPage({ view, page }: PageProps<WhoCanView>) {
  const t = inLang(page.lang, vi, en)
  const w = inLang(page.lang, wordsVi, wordsEn)
  const columns: Column<WhoCanView['people'][number]>[] = [
    {
      key: 'name',
      head: w.person,
      width: 240,
      phone: 'title',
      cell: one => <CellLines href={pathTo(showPerson, { person: one.person })} title={one.name} />,
    },
    { key: 'why', head: t.why, phone: 'line', cell: one => <Reasons reasons={one.reasons} lang={page.lang} /> },
  ]
  return (
    <>
      <PageHead title={t.who} context={view.permission ? t.count(formatNumber(view.people.length)) : undefined} />
      <Content>
        <p class="mut">{t.whoHelp}</p>
        <Question view={view} page={page} />
      </Content>
      {view.permission && (
        <Table
          caption={t.who}
          columns={columns}
          rows={view.people}
          rowKey={one => one.person}
          empty={
            <EmptyState title={t.nobodyCan} tone="plain" icon="user-question">
              {t.nobodyCanHelp}
            </EmptyState>
          }
        />
      )}
    </>
  )
}

function Question({ view, page }: PageProps<WhoCanView>) {
  const t = inLang(page.lang, vi, en)
  const modules = inLang(page.lang, rolesVi, rolesEn).modules
  const permissions = [...Map.groupBy(view.permissions, one => one.module)].map(([module, list]) => ({
    label: wordFor(modules, module),
    options: list.map(one => ({ value: one.name, label: page.lang === 'en' ? one.en : one.vi })),
  }))
  return (
    <Form action={whoCan.path} method="get">
      <FieldGrid>
        <Select
          name="permission"
          label={t.permission}
          value={view.permission}
          options={permissions}
          required
          span={5}
        />
        <Select
          name="agency"
          label={t.agency}
          value={view.agency}
          options={view.agencies.map(one => ({ value: one.id, label: one.name }))}
          required
          span={4}
        />
        <Select
          name="unit"
          label={t.unit}
          value={view.unit}
          empty={t.anyUnit}
          options={view.units.map(one => ({ value: one.id, label: one.name }))}
          span={3}
        />
      </FieldGrid>
      <Actions>
        <Button variant="primary" icon="search">
          {t.ask}
        </Button>
      </Actions>
    </Form>
  )
}
