import { inLang, pathTo } from '@congso/kernel/contract'
import type { PageContextValue } from '@congso/kernel/html'
import type { PageProps } from '@congso/kernel/server'
import type { ReplyOf } from '@congso/kernel/contract'
import {
  ActionForm,
  Button,
  Content,
  FilterBar,
  Form,
  formatDate,
  formatNumber,
  formatWeekday,
  LinkButton,
  PageHead,
  Panel,
  Pick,
  Select,
  Table,
  TextField,
  DateField,
  Stack,
  withQuery,
  type Column,
} from '@congso/ui'
import { calendarPage, dayKinds, openCalendar, removeDay, setDay, setWeek, weekdays } from '../contract.ts'
import { TryOut } from './try-out.tsx'
import { en } from './texts.en.ts'
import { vi } from './texts.vi.ts'

export type CalendarView = ReplyOf<typeof calendarPage>
type Props = { view: CalendarView; page: PageContextValue }

/** An agency's working time: hours, the days that are not like their weekday, and a deadline to try out. */
export function CalendarPage({ view, page }: PageProps<CalendarView>) {
  const t = inLang(page.lang, vi, en)
  const year = (step: number) => withQuery(page.path, { year: view.year + step })
  return (
    <>
      <PageHead
        title={t.title}
        context={`${view.agencyName} · ${view.year} · ${t.workingDays(formatNumber(view.workingDays))}`}
        actions={
          <>
            <LinkButton href={year(-1)} icon="chevron-left">
              {view.year - 1}
            </LinkButton>
            <LinkButton href={year(1)}>{view.year + 1}</LinkButton>
          </>
        }
      />
      <FilterBar>
        {view.agencies.length > 1 && (
          <Pick
            label={t.agency}
            value={view.agencyName}
            options={view.agencies.map(one => ({
              href: withQuery(page.path, { agency: one.id }),
              label: one.name,
              current: one.id === view.agency,
            }))}
          />
        )}
        <span class="mut">{view.calendar?.own ? t.ownCalendar : t.general}</span>
        {view.mayOpen && view.agency && (
          <ActionForm action={openCalendar.path} values={{ agency: view.agency }}>
            <Button size="sm">{t.openOwn}</Button>
          </ActionForm>
        )}
      </FilterBar>
      <Content>
        <Stack>
          <Hours view={view} page={page} />
          <Days view={view} page={page} />
          <TryOut view={view} page={page} />
        </Stack>
      </Content>
    </>
  )
}

function Hours({ view, page }: Props) {
  const t = inLang(page.lang, vi, en)
  type Week = CalendarView['weeks'][number]
  const columns: Column<Week>[] = [
    {
      key: 'from',
      head: t.from,
      num: true,
      phone: 'title',
      cell: week => (
        <>
          {formatDate(week.validFrom)} {t.until} {week.validTo ? formatDate(week.validTo) : t.now}
          {week.inherited && <span class="t2">{t.inherited}</span>}
        </>
      ),
    },
    ...weekdays.map((day, index): Column<Week> => ({
      key: day,
      head: t.days[index] ?? day,
      num: true,
      phone: 'line',
      cell: week => week.hours[day] || t.rest,
    })),
  ]
  const last = view.weeks.at(-1)
  return (
    <Panel title={t.hours} flush>
      <Table caption={t.hours} columns={columns} rows={view.weeks} rowKey={week => week.validFrom} inPanel />
      {view.mayEdit && view.calendar && (
        <details class="cs-more">
          <summary>{t.newWeek}</summary>
          <Form action={pathTo(setWeek, { calendar: view.calendar.id })}>
            <p class="cap">{t.newWeekHelp}</p>
            {!view.calendar.own && <p class="cap">{t.editsAll}</p>}
            <DateField name="from" label={t.from} required />
            {weekdays.map((day, index) => (
              <TextField key={day} name={day} label={t.days[index] ?? day} value={last?.hours[day] ?? ''} num />
            ))}
            <Button variant="primary">{t.saveWeek}</Button>
          </Form>
        </details>
      )}
    </Panel>
  )
}

function Days({ view, page }: Props) {
  const t = inLang(page.lang, vi, en)
  type Day = CalendarView['days'][number]
  const { calendar } = view
  const columns: Column<Day>[] = [
    {
      key: 'date',
      head: t.date,
      num: true,
      phone: 'title',
      cell: day => `${formatWeekday(day.date, page.lang)}, ${formatDate(day.date)}`,
    },
    {
      key: 'kind',
      head: t.kind,
      phone: 'side',
      cell: day => `${t.kinds[day.kind]}${day.part ? ` ${t.parts[day.part]}` : ''}${day.hours ? ` ${day.hours}` : ''}`,
    },
    { key: 'name', head: t.name, phone: 'line', cell: day => day.name },
    {
      key: 'source',
      head: t.source,
      phone: 'line',
      cell: day => (
        <>
          {day.source}
          {day.mark && <span class="t2">{markText(t, day.mark)}</span>}
        </>
      ),
    },
    {
      key: 'act',
      head: '',
      align: 'right',
      phone: 'hide',
      cell: day =>
        view.mayEdit && day.own && calendar ? (
          <ActionForm action={pathTo(removeDay, { calendar: calendar.id, date: day.date })} values={{}}>
            <Button variant="bare">{t.remove}</Button>
          </ActionForm>
        ) : null,
    },
  ]
  return (
    <Panel title={t.special} flush>
      <Table caption={t.special} columns={columns} rows={view.days} rowKey={day => day.date} empty={t.noDays} inPanel />
      {view.mayEdit && calendar && (
        <details class="cs-more">
          <summary>{t.addDay}</summary>
          <Form action={pathTo(setDay, { calendar: calendar.id })}>
            {!calendar.own && <p class="cap">{t.editsAll}</p>}
            <DateField name="date" label={t.date} required />
            <Select
              name="kind"
              label={t.kind}
              options={dayKinds.map(kind => ({ value: kind, label: t.kinds[kind] }))}
            />
            <Select
              name="part"
              label={t.part}
              options={[
                { value: '', label: t.wholeDay },
                { value: 'morning', label: t.parts.morning },
                { value: 'afternoon', label: t.parts.afternoon },
              ]}
            />
            <TextField name="hours" label={t.hours} num />
            <TextField name="name" label={t.name} required />
            <TextField name="source" label={t.source} />
            <Button variant="primary">{t.saveDay}</Button>
          </Form>
        </details>
      )}
    </Panel>
  )
}

function markText(t: typeof vi, mark: string): string {
  return Object.entries(t.marks).find(([key]) => key === mark)?.[1] ?? ''
}
