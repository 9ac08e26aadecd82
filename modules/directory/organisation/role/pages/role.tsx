import { inLang, pathTo } from '@congso/kernel/contract'
import type { PageProps } from '@congso/kernel/server'
import {
  Breadcrumbs,
  CellLines,
  Columns,
  Content,
  Hidden,
  ItemList,
  MetaItem,
  Muted,
  Panel,
  Reason,
  Table,
  ThingHead,
  type Column,
} from '@congso/ui'
import { daysText, wordFor } from '../../pages/dated.tsx'
import { EditForm } from '../../pages/edit-form.tsx'
import { JournalLink } from '../../pages/journal-link.tsx'
import { en as wordsEn } from '../../pages/words.en.ts'
import { vi as wordsVi } from '../../pages/words.vi.ts'
import { showPosition } from '../../position/contract.ts'
import { changeRole, listRoles, type RoleView } from '../contract.ts'
import { RoleFields } from './role-fields.tsx'
import { en } from './texts.en.ts'
import { vi } from './texts.vi.ts'

/** One role: what it may do and who has it. */
export function RolePage({ view, page }: PageProps<RoleView>) {
  const t = inLang(page.lang, vi, en)
  const w = inLang(page.lang, wordsVi, wordsEn)
  const name = page.lang === 'en' ? view.nameEn : view.name
  const items = view.permissions.map(entry => {
    const known = view.known.find(one => one.name === entry)
    return { title: known ? (page.lang === 'en' ? known.en : known.vi) : entry, note: known ? entry : undefined }
  })
  return (
    <>
      <ThingHead
        crumbs={<Breadcrumbs items={[{ href: listRoles.path, label: w.roles }, { label: name }]} />}
        title={name}
        meta={
          <>
            <MetaItem icon="key">{view.key}</MetaItem>
            <MetaItem icon="users">{t.positions(String(view.positions))}</MetaItem>
          </>
        }
      />
      <Content>
        <Columns
          main={
            <>
              {view.description && <p>{view.description}</p>}
              <Holders view={view} page={page} />
            </>
          }
          side={
            <>
              <Panel title={t.permissions} note={String(view.permissions.length)}>
                <ItemList items={items} numbered={false} />
              </Panel>
              {view.mayEdit && (
                <Panel>
                  <EditForm
                    page={page}
                    action={pathTo(changeRole, { role: view.id })}
                    summary={t.edit}
                    submit={w.save}
                    failed={w.notSaved}
                  >
                    <Hidden name="version" value={view.version} />
                    <RoleFields lang={page.lang} known={view.known} value={view} />
                    <Reason>{t.editHelp}</Reason>
                  </EditForm>
                  <JournalLink about={{ subject: view.id }} page={page} />
                </Panel>
              )}
            </>
          }
        />
      </Content>
    </>
  )
}

function Holders({ view, page }: PageProps<RoleView>) {
  const t = inLang(page.lang, vi, en)
  const w = inLang(page.lang, wordsVi, wordsEn)
  const columns: Column<RoleView['holders'][number]>[] = [
    {
      key: 'title',
      head: w.position,
      phone: 'title',
      cell: one => (
        <CellLines
          href={pathTo(showPosition, { position: one.position })}
          title={one.title}
          note={`${one.unit}, ${one.agency}`}
        />
      ),
    },
    { key: 'person', head: w.person, phone: 'line', cell: one => one.person ?? <Muted>{w.vacant}</Muted> },
    { key: 'reach', head: t.reach, phone: 'line', cell: one => wordFor(w.reaches, one.reach) },
    { key: 'days', head: '', num: true, phone: 'side', cell: one => daysText(page.lang, one) },
  ]
  return (
    <Panel title={t.holders} flush>
      <Table
        caption={t.holders}
        columns={columns}
        rows={view.holders}
        rowKey={one => one.grant}
        inPanel
        empty={<Muted>{t.noHolders}</Muted>}
      />
    </Panel>
  )
}
