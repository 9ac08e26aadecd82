import { inLang, pathTo } from '@congso/kernel/contract'
import type { PageProps } from '@congso/kernel/server'
import {
  CellLines,
  Chips,
  Content,
  EmptyState,
  formatNumber,
  Muted,
  Num,
  PageHead,
  Panel,
  Stack,
  Table,
  type Column,
} from '@congso/ui'
import { wordFor } from '../../pages/dated.tsx'
import { EditForm } from '../../pages/edit-form.tsx'
import { en as wordsEn } from '../../pages/words.en.ts'
import { vi as wordsVi } from '../../pages/words.vi.ts'
import { addRole, showRole, type RolesView } from '../contract.ts'
import { RoleFields } from './role-fields.tsx'
import { en } from './texts.en.ts'
import { vi } from './texts.vi.ts'

/** The roles, and the matrix of which role has which permission. */
export function RolesPage({ view, page }: PageProps<RolesView>) {
  const t = inLang(page.lang, vi, en)
  const w = inLang(page.lang, wordsVi, wordsEn)
  return (
    <>
      <PageHead
        title={w.roles}
        context={t.context(formatNumber(view.roles.length), formatNumber(view.permissions.length))}
      />
      <Content>
        <Stack>
          <List view={view} page={page} />
          <Matrix view={view} page={page} />
          {view.mayEdit && (
            <EditForm page={page} action={addRole.path} summary={t.add} submit={t.addSubmit} failed={t.notAdded}>
              <RoleFields lang={page.lang} known={view.permissions} />
            </EditForm>
          )}
        </Stack>
      </Content>
    </>
  )
}

function List({ view, page }: PageProps<RolesView>) {
  const t = inLang(page.lang, vi, en)
  const columns: Column<RolesView['roles'][number]>[] = [
    {
      key: 'name',
      head: t.role,
      phone: 'title',
      cell: role => (
        <CellLines
          href={pathTo(showRole, { role: role.id })}
          title={page.lang === 'en' ? role.nameEn : role.name}
          note={role.key}
        />
      ),
    },
    { key: 'description', head: t.description, phone: 'line', cell: role => role.description },
    {
      key: 'positions',
      head: '',
      align: 'right',
      width: 110,
      phone: 'side',
      cell: role => <Num>{t.positions(formatNumber(role.positions))}</Num>,
    },
  ]
  return (
    <Panel title={t.list} flush>
      <Table
        caption={t.list}
        columns={columns}
        rows={view.roles}
        rowKey={role => role.id}
        opens
        inPanel
        empty={<EmptyState title={t.none} tone="plain" icon="shield" />}
      />
    </Panel>
  )
}

/** Which roles have each permission, by module: readable with any number of roles, and on a phone. */
function Matrix({ view, page }: PageProps<RolesView>) {
  const t = inLang(page.lang, vi, en)
  type Line = RolesView['permissions'][number]
  const rolesWith = (line: Line) =>
    view.roles
      .filter(role => role.covers.includes(line.name))
      .map(role => ({ value: role.key, label: page.lang === 'en' ? role.nameEn : role.name }))
  const columns: Column<Line>[] = [
    {
      key: 'permission',
      head: t.permission,
      width: 320,
      phone: 'title',
      cell: line => <CellLines title={page.lang === 'en' ? line.en : line.vi} note={line.name} />,
    },
    {
      key: 'roles',
      head: t.rolesWith,
      phone: 'line',
      cell: line => (rolesWith(line).length > 0 ? <Chips chips={rolesWith(line)} /> : <Muted>{t.noRole}</Muted>),
    },
  ]
  const groups = [...Map.groupBy(view.permissions, one => one.module)].map(([module, rows]) => ({
    title: wordFor(t.modules, module),
    rows,
  }))
  return (
    <Panel title={t.matrix} flush>
      <Table caption={t.matrix} columns={columns} groups={groups} rowKey={line => line.name} inPanel />
    </Panel>
  )
}
