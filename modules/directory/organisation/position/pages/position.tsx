import { epoch, holds, inLang, localDate, pathTo } from '@congso/kernel/contract'
import type { PageProps } from '@congso/kernel/server'
import {
  Breadcrumbs,
  CellLines,
  Columns,
  Content,
  formatDate,
  LinkButton,
  MetaItem,
  Muted,
  Panel,
  Table,
  ThingHead,
  type Column,
} from '@congso/ui'
import { listAgencies, showAgency } from '../../agency/contract.ts'
import { prepareDelegation } from '../../delegation/contract.ts'
import { isWithin } from '../../../domain/period.ts'
import { ClosedTag, daysText, wordFor } from '../../pages/dated.tsx'
import { EditForm } from '../../pages/edit-form.tsx'
import { en as wordsEn } from '../../pages/words.en.ts'
import { vi as wordsVi } from '../../pages/words.vi.ts'
import { showPerson } from '../../person/contract.ts'
import { endGrant } from '../../role/contract.ts'
import { showUnit } from '../../unit/contract.ts'
import { endHolding, type PositionView } from '../contract.ts'
import { LastDay, PositionSide } from './position-side.tsx'
import { en } from './texts.en.ts'
import { vi } from './texts.vi.ts'

/** One position: who holds it and did, which roles it has, and whom its rights are lent to. */
export function PositionPage({ view, page }: PageProps<PositionView>) {
  const t = inLang(page.lang, vi, en)
  const w = inLang(page.lang, wordsVi, wordsEn)
  const crumbs = [
    { href: listAgencies.path, label: w.agencies },
    { href: pathTo(showAgency, { agency: view.agency.id }), label: view.agency.name },
    { href: pathTo(showUnit, { unit: view.unit.id }), label: view.unit.name },
    { label: view.title },
  ]
  return (
    <>
      <ThingHead
        crumbs={<Breadcrumbs items={crumbs} />}
        title={view.title}
        meta={
          <>
            <MetaItem icon="id-badge">{wordFor(w.ranks, view.rank)}</MetaItem>
            <MetaItem icon="calendar">{daysText(page.lang, view)}</MetaItem>
            <ClosedTag lang={page.lang} validTo={view.validTo} now={page.now} />
          </>
        }
        actions={
          view.grants.length > 0 &&
          holds(page.actor, prepareDelegation.permission) && (
            <LinkButton href={pathTo(prepareDelegation, { position: view.id })} icon="user-share">
              {t.lend}
            </LinkButton>
          )
        }
      />
      <Content>
        <Columns
          main={
            <>
              <Holders view={view} page={page} />
              <Grants view={view} page={page} />
            </>
          }
          side={<PositionSide view={view} page={page} />}
        />
      </Content>
    </>
  )
}

function Holders({ view, page }: PageProps<PositionView>) {
  const t = inLang(page.lang, vi, en)
  const w = inLang(page.lang, wordsVi, wordsEn)
  type Line = PositionView['holders'][number]
  const today = localDate(page.now)
  const columns: Column<Line>[] = [
    {
      key: 'name',
      head: w.person,
      phone: 'title',
      cell: line => (
        <CellLines
          href={pathTo(showPerson, { person: line.person })}
          title={line.name}
          note={isWithin(line, today) ? t.current : undefined}
        />
      ),
    },
    { key: 'days', head: '', num: true, phone: 'line', cell: line => daysText(page.lang, line) },
    {
      key: 'act',
      head: '',
      phone: 'line',
      cell: line =>
        view.mayEdit &&
        (line.validTo === null || line.validTo > today) && (
          <EditForm
            page={page}
            action={pathTo(endHolding, { holding: line.id })}
            summary={t.end}
            submit={t.endSubmit}
            failed={t.notEnded}
            danger
          >
            <LastDay label={w.last} help={t.endHelp} />
          </EditForm>
        ),
    },
  ]
  return (
    <Panel title={t.holders} flush>
      <Table
        caption={t.holders}
        columns={columns}
        rows={view.holders}
        rowKey={line => line.id}
        inPanel
        empty={<Muted>{t.neverHeld}</Muted>}
      />
    </Panel>
  )
}

function Grants({ view, page }: PageProps<PositionView>) {
  const t = inLang(page.lang, vi, en)
  const w = inLang(page.lang, wordsVi, wordsEn)
  type Line = PositionView['grants'][number]
  const columns: Column<Line>[] = [
    {
      key: 'role',
      head: t.role,
      phone: 'title',
      cell: line => (
        <CellLines title={page.lang === 'en' ? line.nameEn : line.name} note={wordFor(w.reaches, line.reach)} />
      ),
    },
    { key: 'days', head: '', num: true, phone: 'line', cell: line => daysText(page.lang, line) },
    {
      key: 'act',
      head: '',
      phone: 'line',
      cell: line =>
        view.mayGrant && (
          <EditForm
            page={page}
            action={pathTo(endGrant, { grant: line.id })}
            summary={t.takeAway}
            submit={t.takeAwaySubmit}
            failed={t.notTakenAway}
            danger
          >
            <LastDay label={w.last} />
          </EditForm>
        ),
    },
  ]
  const loans = view.loans.map(
    loan => `${loan.form} ${loan.name} (${formatDate(loan.validFrom)} – ${formatDate(epoch(loan.validTo) - 1)})`,
  )
  return (
    <Panel title={t.grants} flush foot={loans.length > 0 ? `${t.loans}: ${loans.join('; ')}` : undefined}>
      <Table
        caption={t.grants}
        columns={columns}
        rows={view.grants}
        rowKey={line => line.id}
        inPanel
        empty={<Muted>{t.noGrants}</Muted>}
      />
    </Panel>
  )
}
