import { inLang } from '@congso/kernel/contract'
import type { PageContextValue } from '@congso/kernel/html'
import { Button, DateField, FilterBar, formatDate, formatDayMonth, Hidden, Pick, withQuery } from '@congso/ui'
import { groupings } from '../contract.ts'
import type { ReportView } from './casework-report.tsx'
import { en } from './texts.en.ts'
import { vi } from './texts.vi.ts'

/** The period, the grouping and what is counted; all of it in the address. */
export function Filters({ view, page }: { view: ReportView; page: PageContextValue }) {
  const t = inLang(page.lang, vi, en)
  const set = (patch: Record<string, string | null>) => withQuery(page.path, patch)
  const { filter } = view
  const nameOf = (list: readonly { id: string; name: string }[], id: string | null) =>
    list.find(one => one.id === id)?.name
  return (
    <FilterBar>
      {view.problems.length === 0 && (
        <Pick label={t.period} value={`${formatDayMonth(view.from)} – ${formatDate(view.to)}`} icon="calendar">
          <PeriodForm view={view} page={page} />
        </Pick>
      )}
      <Pick
        label={t.by}
        value={t.groupings[view.by]}
        options={groupings.map(by => ({ href: set({ by }), label: t.groupings[by], current: by === view.by }))}
      />
      {view.agencies.length > 1 && (
        <Pick
          label={t.agency}
          value={nameOf(view.agencies, filter.agency) ?? ''}
          clearHref={set({ agency: null })}
          options={view.agencies.map(one => ({
            href: set({ agency: one.id, unit: null }),
            label: one.name,
            current: one.id === filter.agency,
          }))}
        />
      )}
      {view.units.length > 0 && (
        <Pick
          label={t.unit}
          value={nameOf(view.units, filter.unit) ?? ''}
          clearHref={set({ unit: null })}
          options={view.units.map(one => ({
            href: set({ unit: one.id }),
            label: one.name,
            current: one.id === filter.unit,
          }))}
        />
      )}
      {view.fields.length > 0 && (
        <Pick
          label={t.field}
          value={filter.field ?? ''}
          clearHref={set({ field: null })}
          options={view.fields.map(field => ({ href: set({ field }), label: field, current: field === filter.field }))}
        />
      )}
      <Pick
        label={t.channel}
        value={
          filter.channel === 'direct' || filter.channel === 'online' || filter.channel === 'postal'
            ? t.channels[filter.channel]
            : ''
        }
        clearHref={set({ channel: null })}
        options={(['direct', 'online', 'postal'] as const).map(channel => ({
          href: set({ channel }),
          label: t.channels[channel],
          current: channel === filter.channel,
        }))}
      />
      {view.previous && (
        <Pick
          label={t.compareWith}
          value={`${formatDayMonth(view.previous.from)} – ${formatDate(view.previous.to)}`}
          clearHref={set({ compare: 'none' })}
        />
      )}
    </FilterBar>
  )
}

/** The first and last day; with what is wrong with them beside each. */
export function PeriodForm({ view, page }: { view: ReportView; page: PageContextValue }) {
  const t = inLang(page.lang, vi, en)
  const asked = new URLSearchParams(page.path.split('?')[1] ?? '')
  const wrong = view.problems.length > 0
  const shown = (name: 'from' | 'to') => (wrong ? asked.get(name) : view[name]) ?? ''
  const problem = (name: 'from' | 'to') => {
    const found = view.problems.find(one => one === name || (name === 'to' && (one === 'order' || one === 'long')))
    return found ? { error: t.problems[found] } : {}
  }
  return (
    <form method="get" action="/reports/casework" class="cs-form">
      {[...asked].map(([name, value]) =>
        name === 'from' || name === 'to' ? null : <Hidden name={name} value={value} key={name} />,
      )}
      <DateField name="from" label={t.from} value={shown('from')} {...problem('from')} />
      <DateField name="to" label={t.to} value={shown('to')} {...problem('to')} />
      <Button variant="primary" busyText={t.counting}>
        {t.show}
      </Button>
    </form>
  )
}
