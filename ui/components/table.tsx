import type { ComponentChildren } from 'preact'
import { formatNumber } from '../format.ts'
import { useTexts } from '../page-context.ts'
import { Icon, type IconName } from './icon.tsx'
import { Kbd } from './text.tsx'

/** One column. `phone` says where its cell goes when a row becomes two lines: `title` first line, `side` its right end, `line` second line. */
export type Column<Row> = {
  key: string
  head: ComponentChildren
  cell: (row: Row) => ComponentChildren
  align?: 'left' | 'right' | 'center'
  /** Pixels on a desktop; without it the column shares what is left. */
  width?: number
  num?: boolean
  /** The key it is sorted by; makes the head a link. */
  sort?: string
  phone?: 'title' | 'side' | 'line' | 'hide'
}

/** Rows under one urgency, with its count. */
export type RowGroup<Row> = {
  title: string
  state?: 'ok' | 'soon' | 'late' | 'hold'
  count?: number
  rows: readonly Row[]
}

export type TableProps<Row> = {
  /** What the table lists; read aloud, not shown. */
  caption: string
  columns: readonly Column<Row>[]
  rows?: readonly Row[]
  groups?: readonly RowGroup<Row>[]
  rowKey: (row: Row) => string
  /** `Enter` and a press on a row follow the link of its title cell. */
  opens?: boolean
  select?: { name: string; label: (row: Row) => string; form: string; checked?: (row: Row) => boolean }
  sort?: { by: string; descending?: boolean; href: (by: string, descending: boolean) => string }
  /** The row that the reader was on. */
  current?: (row: Row) => boolean
  foot?: ComponentChildren
  empty?: ComponentChildren
  /** Report style: numbers are underlined links, tighter cells. */
  report?: boolean
  /** Under a panel instead of the page: no sticky head. */
  inPanel?: boolean
}

/** A list: groups, selection, sorting, a sticky head, keyboard, two-line rows on a phone. */
export function Table<Row>(props: TableProps<Row>) {
  const { columns, select } = props
  const groups: readonly RowGroup<Row>[] = props.groups ?? [{ title: '', rows: props.rows ?? [] }]
  const span = columns.length + (select ? 1 : 0)
  const classes = columns.map(cellClass)
  const count = groups.reduce((sum, group) => sum + group.rows.length, 0)
  const table = (
    <table class={tableClass(props)} data-rows>
      <caption class="cs-sr">{props.caption}</caption>
      <colgroup>
        {select && <col width="44" />}
        {columns.map(column => (
          <col width={column.width} key={column.key} />
        ))}
      </colgroup>
      <Head {...props} />
      {groups.map((group, index) => (
        <tbody key={group.title || index}>
          {group.title && <GroupRow group={group} span={span} indent={Boolean(select)} />}
          {group.rows.map(row => (
            <BodyRow row={row} table={props} classes={classes} key={props.rowKey(row)} />
          ))}
        </tbody>
      ))}
      {count === 0 && props.empty && (
        <tbody>
          <tr class="is-empty">
            <td colSpan={span}>{props.empty}</td>
          </tr>
        </tbody>
      )}
      {props.foot && <tfoot>{props.foot}</tfoot>}
    </table>
  )
  // Figures keep their columns: on a narrow screen the table scrolls in its own box, the page does not.
  return props.report ? <div class="cs-scroll">{table}</div> : table
}

/** Title and quiet second line of a cell, as lists have them. */
export function CellLines({
  href,
  title,
  note,
}: {
  href?: string
  title: ComponentChildren
  note?: ComponentChildren
}) {
  return (
    <>
      {href ? (
        <a class="t1" href={href}>
          {title}
        </a>
      ) : (
        <span class="t1 is-text">{title}</span>
      )}
      {note && <span class="t2">{note}</span>}
    </>
  )
}

/** The quiet second line of a cell. */
export function CellNote({ children }: { children: ComponentChildren }) {
  return <span class="t2">{children}</span>
}

export type BulkAct = {
  label: string
  icon?: IconName
  name?: string
  value?: string
  formAction?: string
  opens?: string
  main?: boolean
}

/** Acts on the selected rows. It appears from one selected row on; without script it stands under the list. `form` is the id of its form. */
export function BulkBar({ form, noun, acts }: { form: string; noun: string; acts: readonly BulkAct[] }) {
  const t = useTexts()
  const [before = '', after = ''] = t.selected(noun).split('{n}')
  return (
    <cs-bulk class="cs-bulk" role="group" data-form={form} aria-label={t.selected(noun).replace('{n}', '')}>
      <span aria-live="polite">
        {before}
        <b class="num" data-count>
          0
        </b>
        {after}
      </span>
      <hr />
      {acts.map(act => (
        <button
          class={act.main ? 'btn is-main' : 'btn'}
          type={act.opens ? 'button' : 'submit'}
          form={form}
          formAction={act.formAction}
          name={act.name}
          value={act.value}
          data-opens={act.opens}
          key={act.label}
        >
          {act.icon && <Icon name={act.icon} />}
          {act.label}
        </button>
      ))}
      <hr />
      <button class="btn cs-js" type="button" data-unselect data-key="escape">
        {t.unselect} <Kbd>Esc</Kbd>
      </button>
    </cs-bulk>
  )
}

function Head<Row>({ columns, select, sort }: TableProps<Row>) {
  const t = useTexts()
  return (
    <thead>
      <tr>
        {select && (
          <th scope="col">
            <input class="cs-check cs-js" type="checkbox" data-select-all aria-label={t.selectAll} />
          </th>
        )}
        {columns.map(column => (
          <th
            class={alignClass(column.align)}
            scope="col"
            key={column.key}
            aria-sort={sort && column.sort === sort.by ? (sort.descending ? 'descending' : 'ascending') : undefined}
          >
            {sort && column.sort ? <SortLink column={column.sort} sort={sort} head={column.head} /> : column.head}
          </th>
        ))}
      </tr>
    </thead>
  )
}

type Sort = { by: string; descending?: boolean; href: (by: string, descending: boolean) => string }

function SortLink({ column, sort, head }: { column: string; sort: Sort; head: ComponentChildren }) {
  const active = sort.by === column
  return (
    <a class={active ? 'cs-sort is-on' : 'cs-sort'} href={sort.href(column, active ? !sort.descending : false)}>
      {head}
      <Icon name={active ? (sort.descending ? 'arrow-down' : 'arrow-up') : 'arrows-sort'} />
    </a>
  )
}

function GroupRow<Row>({ group, span, indent }: { group: RowGroup<Row>; span: number; indent: boolean }) {
  return (
    <tr class="grp">
      {indent && <td />}
      <th colSpan={indent ? span - 1 : span} scope="rowgroup">
        <span class={group.state && groupClass[group.state]}>{group.title}</span>{' '}
        {group.count !== undefined && <span class="num cap">{formatNumber(group.count)}</span>}
      </th>
    </tr>
  )
}

function BodyRow<Row>({ row, table, classes }: { row: Row; table: TableProps<Row>; classes: readonly string[] }) {
  const t = useTexts()
  const { select, columns } = table
  const checked = select?.checked?.(row)
  const marks = [checked && 'is-sel', table.current?.(row) && 'is-cur'].filter(Boolean).join(' ')
  return (
    <tr class={marks || undefined} data-row={table.rowKey(row)}>
      {select && (
        <td class="p-check">
          <input
            class="cs-check"
            type="checkbox"
            name={select.name}
            value={table.rowKey(row)}
            form={select.form}
            checked={checked}
            aria-label={t.selectRow(select.label(row))}
          />
        </td>
      )}
      {columns.map((column, index) => (
        <td class={classes[index]} key={column.key}>
          {column.cell(row)}
        </td>
      ))}
    </tr>
  )
}

function tableClass<Row>({ report, inPanel, select, opens }: TableProps<Row>): string {
  return ['cs-table', report && 'cs-rt num', inPanel && 'is-inner', select && 'is-pick', opens && 'is-open']
    .filter(Boolean)
    .join(' ')
}

function cellClass<Row>({ align, num, phone = 'line' }: Column<Row>): string {
  const place = { title: 'p-title', side: 'p-side', line: 'p-line', hide: 'p-hide' }[phone]
  return [alignClass(align), num && 'num', place].filter(Boolean).join(' ')
}

function alignClass(align: Column<never>['align']): string | undefined {
  return align === 'right' ? 'r' : align === 'center' ? 'c' : undefined
}

const groupClass = { ok: 'is-ok', soon: 'is-soon', late: 'is-late', hold: 'is-hold' }
