import type { ComponentChildren } from 'preact'
import { formatNumber } from '../format.ts'
import { useTexts } from '../page-context.ts'
import { Icon } from './icon.tsx'

/** One figure. `value` is already formatted; `href` opens the rows behind it. */
export type Stat = { label: string; value: string; href?: string; note?: ComponentChildren; late?: boolean }

/** Figures in one row, each a link to its rows. */
export function Stats({ items }: { items: readonly Stat[] }) {
  return (
    <dl class="cs-kpis">
      {items.map(item => (
        <div key={item.label}>
          <dt>{item.label}</dt>
          <dd class="num">{item.href ? <a href={item.href}>{item.value}</a> : item.value}</dd>
          {item.note && (
            <dd class={item.late ? 'nt cs-due is-late' : 'nt'}>
              {item.late && <Icon name="alert-triangle-filled" />}
              {item.note}
            </dd>
          )}
        </div>
      ))}
    </dl>
  )
}

/** One bar. `text` replaces the plain number, `href` opens the rows behind it. */
export type BarLine = { label: string; value: number; text?: string; href?: string }

/** Bars with their names and numbers: a table that can be seen. */
export function BarList({ items, max, caption }: { items: readonly BarLine[]; max?: number; caption: string }) {
  const top = max ?? Math.max(1, ...items.map(item => item.value))
  return (
    <table class="cs-bars num">
      <caption class="cs-sr">{caption}</caption>
      <tbody>
        {items.map(item => (
          <tr key={item.label}>
            <th scope="row">{item.label}</th>
            <td class="b">
              <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                <rect width={Math.round((item.value / top) * 1000) / 10} height="10" />
              </svg>
            </td>
            <td class="r">
              {item.href ? (
                <a href={item.href}>{item.text ?? formatNumber(item.value)}</a>
              ) : (
                (item.text ?? formatNumber(item.value))
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** A share against a target: a bar that starts at `from`, a black line at `target` (all 0 to 100), the number beside it. */
export function ShareBar({ percent, text, target, from = 0, note }: ShareBarProps) {
  const place = (value: number) => Math.max(0, Math.min(100, ((value - from) / (100 - from)) * 100))
  return (
    <span class="cs-share">
      <svg viewBox="0 0 100 14" preserveAspectRatio="none" aria-hidden="true">
        <rect class="bg" y="3" width="100" height="8" />
        <rect class="fg" y="3" width={place(percent)} height="8" />
        {target !== undefined && <rect class="tg" x={place(target) - 1} width="2" height="14" />}
      </svg>
      <span class="v num">{text}</span>
      {note && (
        <span class="cs-due is-soon">
          <Icon name="arrow-down" />
          {note}
        </span>
      )}
    </span>
  )
}

export type ShareBarProps = { percent: number; text: string; target?: number; from?: number; note?: string }

/** The figures under a chart: heads across, one row per series. */
export type ChartTable = {
  heads: readonly string[]
  rows: readonly { label: string; cells: readonly { text: string; href?: string }[] }[]
}

/** A picture drawn on the server (SVG text) with its table, so that nothing hangs on seeing it. */
export function ChartFigure({ svg, label, table }: { svg: string; label: string; table: ChartTable }) {
  const t = useTexts()
  return (
    <figure class="cs-chart">
      <div role="img" aria-label={label} dangerouslySetInnerHTML={{ __html: svg }} />
      <table class="cs-under num">
        <caption class="cs-sr">
          {t.chartTable}: {label}
        </caption>
        <thead>
          <tr>
            <td />
            {table.heads.map(head => (
              <th scope="col" key={head}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(row => (
            <tr key={row.label}>
              <th scope="row">{row.label}</th>
              {row.cells.map((cell, index) => (
                <td key={index}>{cell.href ? <a href={cell.href}>{cell.text}</a> : cell.text}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  )
}
