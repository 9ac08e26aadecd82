import { inLang, pathTo } from '@congso/kernel/contract'
import type { PageContextValue } from '@congso/kernel/html'
import type { PageProps } from '@congso/kernel/server'
import type { ReplyOf } from '@congso/kernel/contract'
import {
  ActionForm,
  Button,
  Content,
  FieldGrid,
  FilterBar,
  FoldedForm,
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
import { weekWords } from './week-words.ts'
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
            <LinkButton href={year(1)} icon="chevron-right">
              {view.year + 1}
            </LinkButton>
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
    {
      key: 'hours',
      head: t.hours,
      num: true,
      phone: 'line',
      cell: week => weekWords(week.hours, t).map(line => <div key={line}>{line}</div>),
    },
  ]
  return (
    <Panel
      title={t.hours}
      flush
      foot={view.mayEdit && view.calendar ? <WeekForm view={view} page={page} /> : undefined}
    >
      <Table caption={t.hours} columns={columns} rows={view.weeks} rowKey={week => week.validFrom} inPanel />
    </Panel>
  )
}

function WeekForm({ view, page }: Props) {
  const t = inLang(page.lang, vi, en)
  const { calendar } = view
  const last = view.weeks.at(-1)
  if (!calendar) return null
  const action = pathTo(setWeek, { calendar: calendar.id })
  return (
    <FoldedForm label={t.newWeek} icon="clock" open={cameBack(page, action)}>
      <Form action={action} id="week" failed={t.weekNotSaved}>
        <p class="cap">{t.newWeekHelp}</p>
        {!calendar.own && <p class="cap">{t.editsAll}</p>}
        <DateField name="from" label={t.from} required />
        <FieldGrid>
          {weekdays.map((day, index) => (
            <TextField key={day} name={day} label={t.days[index] ?? day} value={last?.hours[day] ?? ''} span={4} num />
          ))}
        </FieldGrid>
        <Button variant="primary">{t.saveWeek}</Button>
      </Form>
    </FoldedForm>
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
    <Panel title={t.special} flush foot={view.mayEdit && calendar ? <DayForm view={view} page={page} /> : undefined}>
      <Table caption={t.special} columns={columns} rows={view.days} rowKey={day => day.date} empty={t.noDays} inPanel />
    </Panel>
  )
}

function DayForm({ view, page }: Props) {
  const t = inLang(page.lang, vi, en)
  const { calendar } = view
  if (!calendar) return null
  const action = pathTo(setDay, { calendar: calendar.id })
  return (
    <FoldedForm label={t.addDay} icon="calendar-plus" open={cameBack(page, action)}>
      <Form action={action} id="day" failed={t.dayNotSaved}>
        {!calendar.own && <p class="cap">{t.editsAll}</p>}
        <FieldGrid>
          <DateField name="date" label={t.date} span={4} required />
          <Select
            name="kind"
            label={t.kind}
            span={4}
            options={dayKinds.map(kind => ({ value: kind, label: t.kinds[kind] }))}
          />
          <Select
            name="part"
            label={t.part}
            help={t.partHelp}
            span={4}
            options={[
              { value: '', label: t.wholeDay },
              { value: 'morning', label: t.parts.morning },
              { value: 'afternoon', label: t.parts.afternoon },
            ]}
          />
          <TextField name="name" label={t.name} span={4} required />
          <TextField name="source" label={t.source} span={4} optional />
          <TextField name="hours" label={t.hours} help={t.hoursHelp} span={4} optional num />
        </FieldGrid>
        <Button variant="primary">{t.saveDay}</Button>
      </Form>
    </FoldedForm>
  )
}

/** A form that came back with something wrong is open again. */
function cameBack(page: PageContextValue, action: string): boolean {
  return page.form?.action.split('?')[0] === action
}

function markText(t: typeof vi, mark: string): string {
  return Object.entries(t.marks).find(([key]) => key === mark)?.[1] ?? ''
}
