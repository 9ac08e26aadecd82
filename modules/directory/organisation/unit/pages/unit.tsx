import { inLang, localDate, pathTo } from '@congso/kernel/contract'
import type { PageProps } from '@congso/kernel/server'
import {
  ActionForm,
  Breadcrumbs,
  Button,
  CellLines,
  Columns,
  Content,
  DateField,
  EmptyState,
  FieldGrid,
  FileList,
  Hidden,
  MetaItem,
  NumberField,
  Panel,
  PickLink,
  Reason,
  Select,
  Table,
  TextField,
  ThingHead,
  withQuery,
  type Column,
} from '@congso/ui'
import { listAgencies, showAgency } from '../../agency/contract.ts'
import { Holder } from '../../agency/pages/agency.tsx'
import { ClosedTag, daysText, optionsOf, wordFor } from '../../pages/dated.tsx'
import { EditForm } from '../../pages/edit-form.tsx'
import { en as wordsEn } from '../../pages/words.en.ts'
import { vi as wordsVi } from '../../pages/words.vi.ts'
import { openPosition, showPosition } from '../../position/contract.ts'
import { changeUnit, closeUnit, moveUnit, reopenUnit, showUnit, type UnitView } from '../contract.ts'
import { en } from './texts.en.ts'
import { vi } from './texts.vi.ts'

type Line = UnitView['positions'][number]

/** One unit: its positions with their holders, the units inside, and what can be done with it. */
export function UnitPage({ view, page }: PageProps<UnitView>) {
  const t = inLang(page.lang, vi, en)
  const w = inLang(page.lang, wordsVi, wordsEn)
  const crumbs = [
    { href: listAgencies.path, label: w.agencies },
    { href: pathTo(showAgency, { agency: view.agency.id }), label: view.agency.name },
    { label: view.name },
  ]
  const columns: Column<Line>[] = [
    {
      key: 'title',
      head: t.title,
      phone: 'title',
      cell: line => (
        <CellLines
          href={pathTo(showPosition, { position: line.id })}
          title={line.title}
          note={wordFor(w.ranks, line.rank)}
        />
      ),
    },
    { key: 'holder', head: t.holder, phone: 'line', cell: line => <Holder held={line} lang={page.lang} /> },
    {
      key: 'state',
      head: '',
      width: 170,
      phone: 'side',
      cell: line => <ClosedTag lang={page.lang} validTo={line.validTo} now={page.now} />,
    },
  ]
  const toggle = (
    <PickLink href={withQuery(page.path, { closed: view.closed ? null : true })} icon={view.closed ? 'eye-off' : 'eye'}>
      {view.closed ? w.hideClosed : w.showClosed}
    </PickLink>
  )
  const inside = view.inside.map(one => ({
    name: one.name,
    href: pathTo(showUnit, { unit: one.id }),
    icon: 'sitemap' as const,
  }))
  return (
    <>
      <ThingHead
        crumbs={<Breadcrumbs items={crumbs} />}
        title={view.name}
        meta={
          <>
            <MetaItem icon="sitemap">{wordFor(w.unitKinds, view.kind)}</MetaItem>
            <MetaItem icon="calendar">{daysText(page.lang, view)}</MetaItem>
            <ClosedTag lang={page.lang} validTo={view.validTo} now={page.now} />
          </>
        }
      />
      <Content>
        <Columns
          main={
            <>
              <Panel title={t.positions} note={String(view.positions.length)} actions={toggle} flush>
                <Table
                  caption={t.positions}
                  columns={columns}
                  rows={view.positions}
                  rowKey={line => line.id}
                  inPanel
                  empty={
                    <EmptyState title={t.none} tone="plain" icon="id-badge">
                      {t.noneHelp}
                    </EmptyState>
                  }
                />
              </Panel>
              {inside.length > 0 && (
                <Panel title={t.inside}>
                  <FileList files={inside} />
                </Panel>
              )}
            </>
          }
          side={
            view.mayEdit && (
              <Panel title={t.acts}>
                <Acts view={view} page={page} />
              </Panel>
            )
          }
        />
      </Content>
    </>
  )
}

function Acts({ view, page }: PageProps<UnitView>) {
  const t = inLang(page.lang, vi, en)
  const w = inLang(page.lang, wordsVi, wordsEn)
  const unit = view.id
  if (view.validTo) {
    return (
      <ActionForm action={pathTo(reopenUnit, { unit })} values={{ version: view.version }}>
        <Button icon="restore">{t.reopen}</Button>
      </ActionForm>
    )
  }
  const version = <Hidden name="version" value={view.version} />
  return (
    <>
      <EditForm
        page={page}
        action={pathTo(openPosition, { unit })}
        summary={t.openPosition}
        submit={t.openPositionSubmit}
        failed={t.notOpened}
      >
        <FieldGrid>
          <TextField name="title" label={t.title} required span={12} />
          <Select name="rank" label={w.rank} options={optionsOf(w.ranks)} required span={12} help={w.rankHelp} />
          <DateField name="from" label={w.from} value={localDate(page.now)} required span={12} />
        </FieldGrid>
      </EditForm>
      <EditForm page={page} action={pathTo(changeUnit, { unit })} summary={t.edit} submit={w.save} failed={w.notSaved}>
        {version}
        <FieldGrid>
          <TextField name="name" label={w.name} value={view.name} required span={12} />
          <TextField name="code" label={w.code} value={view.code} optional span={6} num />
          <NumberField name="sort" label={w.sort} value={view.sort} span={6} />
          <Select name="kind" label={w.kind} value={view.kind} options={optionsOf(w.unitKinds)} required span={12} />
        </FieldGrid>
      </EditForm>
      <EditForm
        page={page}
        action={pathTo(moveUnit, { unit })}
        summary={t.move}
        submit={t.moveSubmit}
        failed={t.notMoved}
      >
        {version}
        <Select
          name="parent"
          label={t.moveTo}
          value={view.parent}
          empty={t.directly}
          options={view.others.map(one => ({ value: one.id, label: one.name }))}
        />
      </EditForm>
      <EditForm
        page={page}
        action={pathTo(closeUnit, { unit })}
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
