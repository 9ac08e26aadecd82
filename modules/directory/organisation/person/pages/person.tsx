import { holds, inLang, pathTo } from '@congso/kernel/contract'
import type { PageProps } from '@congso/kernel/server'
import {
  Breadcrumbs,
  CellLines,
  Columns,
  Content,
  Facts,
  formatDate,
  Hidden,
  Muted,
  Panel,
  Table,
  ThingHead,
  type Column,
} from '@congso/ui'
import { showAccount, showNewAccount } from '../../../account/contract/administration.ts'
import { daysText, wordFor } from '../../pages/dated.tsx'
import { EditForm } from '../../pages/edit-form.tsx'
import { JournalLink } from '../../pages/journal-link.tsx'
import { en as wordsEn } from '../../pages/words.en.ts'
import { vi as wordsVi } from '../../pages/words.vi.ts'
import { showPosition } from '../../position/contract.ts'
import { changePerson, listPeople, type PersonView } from '../contract.ts'
import { PersonFields } from './person-fields.tsx'
import { Reasons } from './reasons.tsx'
import { en } from './texts.en.ts'
import { vi } from './texts.vi.ts'

/** One person: positions, contact, accounts, and everything they may do today with the reason for it. */
export function PersonPage({ view, page }: PageProps<PersonView>) {
  const t = inLang(page.lang, vi, en)
  const w = inLang(page.lang, wordsVi, wordsEn)
  return (
    <>
      <ThingHead
        crumbs={<Breadcrumbs items={[{ href: listPeople.path, label: w.people }, { label: view.name }]} />}
        title={view.name}
      />
      <Content>
        <Columns
          main={
            <>
              <Places view={view} page={page} />
              <Rights view={view} page={page} />
            </>
          }
          side={
            <>
              <Panel title={t.contact}>
                <Facts
                  items={[
                    { label: t.phone, value: view.phone || w.none, num: true },
                    { label: t.email, value: view.email || w.none },
                    ...(view.birthDate ? [{ label: t.birthDate, value: formatDate(view.birthDate), num: true }] : []),
                    { label: t.accounts, value: <Accounts view={view} page={page} /> },
                  ]}
                />
              </Panel>
              <Panel title={t.acts}>
                {view.mayEdit && (
                  <EditForm
                    page={page}
                    action={pathTo(changePerson, { person: view.id })}
                    summary={t.edit}
                    submit={w.save}
                    failed={w.notSaved}
                  >
                    <Hidden name="version" value={view.version} />
                    <PersonFields lang={page.lang} value={view} />
                  </EditForm>
                )}
                <JournalLink about={{ person: view.id }} page={page} />
              </Panel>
            </>
          }
        />
      </Content>
    </>
  )
}

/** Accounts lead to their page, and to opening one, for who may administer accounts. */
function Accounts({ view, page }: PageProps<PersonView>) {
  const t = inLang(page.lang, vi, en)
  const mayOpen = holds(page.actor, 'directory.account.edit')
  if (view.accounts.length === 0) {
    return (
      <>
        {t.noAccount} {mayOpen && <a href={pathTo(showNewAccount, { person: view.id })}>{t.openAccount}</a>}
      </>
    )
  }
  return (
    <>
      {view.accounts.map(one => {
        const words = `${one.userName} (${wordFor(t.states, one.state)})`
        return (
          <div key={one.id}>{mayOpen ? <a href={pathTo(showAccount, { account: one.id })}>{words}</a> : words}</div>
        )
      })}
    </>
  )
}

function Places({ view, page }: PageProps<PersonView>) {
  const t = inLang(page.lang, vi, en)
  const w = inLang(page.lang, wordsVi, wordsEn)
  const columns: Column<PersonView['places'][number]>[] = [
    {
      key: 'title',
      head: w.position,
      phone: 'title',
      cell: one => (
        <CellLines href={pathTo(showPosition, { position: one.position })} title={one.title} note={one.unit} />
      ),
    },
    { key: 'agency', head: w.agency, phone: 'line', cell: one => one.agency },
    { key: 'days', head: '', num: true, phone: 'line', cell: one => daysText(page.lang, one) },
  ]
  return (
    <Panel title={t.held} flush>
      <Table
        caption={t.held}
        columns={columns}
        rows={view.places}
        rowKey={one => `${one.position} ${one.validFrom}`}
        inPanel
        empty={<Muted>{t.neverHeld}</Muted>}
      />
    </Panel>
  )
}

/** What somebody may do, gathered by the reason for it: one line for each role or loan. */
function Rights({ view, page }: PageProps<PersonView>) {
  const t = inLang(page.lang, vi, en)
  const all = view.rights.flatMap(right =>
    right.reasons.map(reason => ({ reason, name: page.lang === 'en' ? right.en : right.vi })),
  )
  const rows = [...Map.groupBy(all, one => JSON.stringify(one.reason)).entries()].flatMap(([key, list]) =>
    list.slice(0, 1).map(({ reason }) => ({ key, reason, names: list.map(one => one.name) })),
  )
  const columns: Column<(typeof rows)[number]>[] = [
    { key: 'why', head: t.because, phone: 'title', cell: one => <Reasons reasons={[one.reason]} lang={page.lang} /> },
    { key: 'permissions', head: t.permission, phone: 'line', cell: one => one.names.join('; ') },
  ]
  return (
    <Panel title={t.rights} flush>
      <Table
        caption={t.rights}
        columns={columns}
        rows={rows}
        rowKey={one => one.key}
        inPanel
        empty={<Muted>{t.noRights}</Muted>}
      />
    </Panel>
  )
}
