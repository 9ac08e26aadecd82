import { epoch, inLang, pathTo, type Lang } from '@congso/kernel/contract'
import type { PageProps } from '@congso/kernel/server'
import {
  ActionForm,
  Button,
  CellLines,
  Content,
  EmptyState,
  formatDate,
  formatDateTime,
  ItemList,
  PageHead,
  Panel,
  Table,
  Tag,
  Views,
  withQuery,
  type Column,
} from '@congso/ui'
import { wordFor } from '../../pages/dated.tsx'
import { en as wordsEn } from '../../pages/words.en.ts'
import { vi as wordsVi } from '../../pages/words.vi.ts'
import { showPerson } from '../../person/contract.ts'
import { showPosition } from '../../position/contract.ts'
import { endDelegation, prepareDelegation, type DelegationsView } from '../contract.ts'
import { en } from './texts.en.ts'
import { vi } from './texts.vi.ts'

/** Rights lent: in force, to come, over; and from which positions the reader may lend. */
export function DelegationsPage({ view, page }: PageProps<DelegationsView>) {
  const t = inLang(page.lang, vi, en)
  const w = inLang(page.lang, wordsVi, wordsEn)
  const states = ['now', 'coming', 'over'] as const
  const items = view.lendable.map(post => ({
    title: (
      <a href={pathTo(prepareDelegation, { position: post.id })}>{`${post.title} · ${post.holder ?? t.nobody}`}</a>
    ),
    note: post.unit,
  }))
  return (
    <>
      <PageHead title={w.delegations} />
      <Views
        views={states.map(state => ({
          href: withQuery(page.path, { state }),
          label: t.states[state],
          current: state === view.state,
        }))}
      />
      <Table
        caption={t.states[view.state]}
        columns={columnsOf(page.lang)}
        rows={view.delegations}
        rowKey={line => line.id}
        empty={
          <EmptyState title={t.none[view.state]} icon="user-share" tone="plain">
            {t.noneHelp}
          </EmptyState>
        }
      />
      {items.length > 0 && (
        <Content width="narrow">
          <Panel title={t.make}>
            <ItemList items={items} numbered={false} />
          </Panel>
        </Content>
      )}
    </>
  )
}

function columnsOf(lang: Lang): Column<DelegationsView['delegations'][number]>[] {
  const t = inLang(lang, vi, en)
  const w = inLang(lang, wordsVi, wordsEn)
  return [
    {
      key: 'lender',
      head: t.lender,
      phone: 'title',
      cell: line => (
        <CellLines
          href={pathTo(showPosition, { position: line.position })}
          title={line.lender || line.lenderTitle}
          note={`${line.lenderTitle}, ${line.unit}, ${line.agency}`}
        />
      ),
    },
    {
      key: 'borrower',
      head: t.borrower,
      phone: 'line',
      cell: line => (
        <CellLines
          href={pathTo(showPerson, { person: line.person })}
          title={line.borrower}
          note={wordFor(w.forms, line.form)}
        />
      ),
    },
    {
      key: 'content',
      head: t.content,
      phone: 'line',
      cell: line => <CellLines title={line.permissions?.join(', ') ?? t.everything} note={line.reason} />,
    },
    {
      key: 'days',
      head: t.days,
      num: true,
      phone: 'line',
      cell: line => (
        <>
          {w.span(formatDate(line.validFrom), formatDate(epoch(line.validTo) - 1))}
          {line.endedAt && <Tag state="idle">{t.endedAt(formatDateTime(line.endedAt))}</Tag>}
        </>
      ),
    },
    {
      key: 'act',
      head: '',
      align: 'right',
      phone: 'side',
      cell: line =>
        line.mayEnd && (
          <ActionForm action={pathTo(endDelegation, { delegation: line.id })}>
            <Button variant="danger-quiet" size="sm">
              {t.end}
            </Button>
          </ActionForm>
        ),
    },
  ]
}
