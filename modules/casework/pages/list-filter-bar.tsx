import { inLang, readDate, type Lang } from '@congso/kernel/contract'
import {
  Banner,
  Button,
  DateField,
  FilterBar,
  formatDateTime,
  Form,
  Hidden,
  Icon,
  Pick,
  PickLink,
  SearchBox,
  usePage,
  withQuery,
} from '@congso/ui'
import type { ComponentChildren } from 'preact'
import { channels, type DossierRow } from '../contract.ts'
import { channelWords } from './due-words.tsx'
import {
  dayProblem,
  exportHref,
  filtersIn,
  keptBySearch,
  type FilterKey,
  type ListFilter,
  shownDay,
  withoutFilters,
} from './list-filter.ts'
import { en } from './list-texts.en.ts'
import { vi } from './list-texts.vi.ts'

export type ListFilterBarProps = {
  /** The list's own path. */
  action: string
  fields: readonly string[]
  /** The rows shown: they name the unit or person whose identifier is in the address. */
  rows: readonly DossierRow[]
  searchLabel: string
  /** Whether the list holds dossiers that are still being worked on: only they have a deadline to filter by. */
  open: boolean
  /** What the export is told beyond the filters. */
  exports: Record<string, string>
  /** Beside the export: how the list is sorted. It gives way to the filters when they need the room. */
  children?: ComponentChildren
}

/** The filters of a list of dossiers: search, what is set (one press takes it away), what can be set, export. */
export function ListFilterBar({ action, fields, rows, searchLabel, open, exports, children }: ListFilterBarProps) {
  const { lang, path } = usePage()
  const t = inLang(lang, vi, en).filters
  const filter = filtersIn(path)
  const set = setFilters(filter, rows, lang)
  const problem = dayProblem(filter)
  return (
    <>
      <FilterBar
        clearHref={set.length + (filter.q ? 1 : 0) > 1 ? withoutFilters(path) : undefined}
        end={
          <>
            {set.length < 2 && children}
            <PickLink href={exportHref(path, exports)} icon="download" title={t.exportTitle} download>
              {t.export}
            </PickLink>
            <button class="cs-pick cs-js" type="button" data-print>
              <Icon name="printer" />
              {t.print}
            </button>
          </>
        }
      >
        <SearchBox action={action} value={filter.q} label={searchLabel} keep={keptBySearch(path)} live />
        {set.map(one => (
          <Pick label={one.label} value={one.value} clearHref={withQuery(path, one.clears)} key={one.label} />
        ))}
        <OpenPicks filter={filter} fields={fields} open={open} />
      </FilterBar>
      {problem && (
        <Banner kind="late">{t.problems[problem](shownTyped(filter[problem === 'order' ? 'to' : problem]))}</Banner>
      )}
    </>
  )
}

/** On paper only: what was filtered, who printed it and when. */
export function PrintLine({ list, rows }: { list: string; rows: readonly DossierRow[] }) {
  const { lang, path, actor, now } = usePage()
  const t = inLang(lang, vi, en).sheet
  const words = [list, ...filterWords(filtersIn(path), rows, lang)]
  return (
    <p class="cs-print-only">
      {t.filters(words.join('; '))}. {t.printed(actor.name, formatDateTime(now))}
    </p>
  )
}

/** What is filtered, in words for a heading of an export: `Thời hạn: quá hạn`. */
export function filterWords(filter: ListFilter, rows: readonly DossierRow[], lang: Lang): string[] {
  const t = inLang(lang, vi, en).filters
  return [
    ...(filter.q ? [`${t.searchLabel}: ${filter.q}`] : []),
    ...setFilters(filter, rows, lang).map(one => `${one.label}: ${one.value}`),
  ]
}

/** Picks that are not set, each with its choices. The first opens by its letter. */
function OpenPicks({ filter, fields, open }: { filter: ListFilter; fields: readonly string[]; open: boolean }) {
  const { lang, path } = usePage()
  const t = inLang(lang, vi, en).filters
  const choices = [
    { key: 'field', label: t.field, options: fields.map(field => ({ value: field, label: field })) },
    { key: 'due', label: t.due, options: (open ? dues : []).map(due => ({ value: due, label: t.dues[due] })) },
    {
      key: 'channel',
      label: t.channel,
      options: channels.map(one => ({ value: one, label: channelWords(one, lang) })),
    },
  ] as const
  const offered = choices.filter(choice => !filter[choice.key] && choice.options.length > 0)
  return (
    <>
      {offered.map((choice, index) => (
        <Pick
          label={choice.label}
          letter={index === 0 ? 'F' : undefined}
          options={choice.options.map(({ value, label }) => ({
            href: withQuery(path, { [choice.key]: value }),
            label,
          }))}
          key={choice.key}
        />
      ))}
      {((!filter.from && !filter.to) || dayProblem(filter)) && <ReceivedPick />}
    </>
  )
}

function ReceivedPick() {
  const { lang, path } = usePage()
  const t = inLang(lang, vi, en).filters
  const { q, report, ...filter } = filtersIn(path)
  const problem = dayProblem(filter)
  const wrong = (field: 'from' | 'to') =>
    problem === field || (problem === 'order' && field === 'to')
      ? { error: t.problems[problem](shownTyped(filter[field])) }
      : {}
  return (
    <Pick label={report ? t.period : t.received} open={problem !== undefined}>
      <Form action={path.split('?')[0] ?? path} method="get" id="received">
        {Object.entries({ ...withoutDays(keptBySearch(path)), ...(q ? { q } : {}) }).map(([name, value]) => (
          <Hidden name={name} value={value} key={name} />
        ))}
        <DateField name="from" label={t.from} value={filter.from} {...wrong('from')} />
        <DateField name="to" label={t.to} value={filter.to} {...wrong('to')} />
        <Button size="sm">{t.apply}</Button>
      </Form>
    </Pick>
  )
}

type SetFilter = { label: string; value: string; clears: Partial<Record<FilterKey, null>> }

function setFilters(filter: ListFilter, rows: readonly DossierRow[], lang: Lang): SetFilter[] {
  const t = inLang(lang, vi, en).filters
  const first = rows[0]
  const due = dues.find(one => one === filter.due)
  const channel = channels.find(one => one === filter.channel)
  const received = receivedWords(filter, lang)
  const all: (SetFilter | undefined)[] = [
    filter.report
      ? { label: t.report, value: figureWords(filter.report, lang), clears: { report: null, from: null, to: null } }
      : undefined,
    received && !dayProblem(filter)
      ? {
          label: filter.report ? t.period : t.received,
          value: received,
          clears: { from: null, to: null, report: null },
        }
      : undefined,
    filter.field ? { label: t.field, value: filter.field, clears: { field: null } } : undefined,
    due && { label: t.due, value: t.dues[due], clears: { due: null } },
    channel && { label: t.channel, value: channelWords(channel, lang), clears: { channel: null } },
    named('procedure', t.procedure, first?.procedureName),
    named('unit', t.unit, first?.unitName),
    named('assignee', t.assignee, first?.assigneeName),
    named('agency', t.agency, undefined),
    named('onlyAgency', t.agency, first?.agencyName),
    filter.receivedFrom && filter.receivedTo
      ? {
          label: t.received,
          value: t.receivedBetween(shownDay(filter.receivedFrom), shownDay(filter.receivedTo)),
          clears: { receivedFrom: null, receivedTo: null },
        }
      : undefined,
    named('handlingUnit', t.handlingUnit, undefined),
    named('officer', t.officer, undefined),
  ]
  return all.filter(one => one !== undefined)

  function named(key: FilterKey, label: string, name: string | undefined): SetFilter | undefined {
    const value = filter[key] === 'none' ? t.none : name || t.chosen
    return filter[key] ? { label, value, clears: { [key]: null } } : undefined
  }
}

function figureWords(figure: string, lang: Lang): string {
  const t = inLang(lang, vi, en).filters
  return Object.entries(t.figures).find(([key]) => key === figure)?.[1] ?? t.chosen
}

function withoutDays(kept: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(kept).filter(([name]) => name !== 'from' && name !== 'to'))
}

function shownTyped(text: string | undefined): string {
  return text && readDate(text) ? shownDay(text) : (text ?? '')
}

function receivedWords({ from, to }: ListFilter, lang: Lang): string | undefined {
  const t = inLang(lang, vi, en).filters
  if (from && to) return t.receivedBetween(shownDay(from), shownDay(to))
  if (from) return t.receivedFrom(shownDay(from))
  return to && t.receivedTo(shownDay(to))
}

const dues = ['late', 'today', 'soon', 'ok'] as const
