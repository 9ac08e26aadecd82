import { inLang, type Lang } from '@congso/kernel/contract'
import type { PageContextValue } from '@congso/kernel/html'
import {
  Banner,
  Button,
  DateField,
  DayStrip,
  Facts,
  FieldGrid,
  formatDayMonth,
  formatNumber,
  formatPromise,
  formatTime,
  formatWeekdayShort,
  NumberField,
  Panel,
  Select,
  Stack,
  TextField,
  type DayCell,
} from '@congso/ui'
import type { CalendarView as View } from './calendar.tsx'
import { en } from './texts.en.ts'
import { vi } from './texts.vi.ts'

type Day = NonNullable<View['tried']>['days'][number]

/** A promise computed on this calendar, day by day: for whoever wants to know before they promise. */
export function TryOut({ view, page }: { view: View; page: PageContextValue }) {
  const t = inLang(page.lang, vi, en)
  const { tried } = view
  const problem = (field: View['problems'][number]) =>
    view.problems.includes(field) ? { error: t.problems[field] } : {}
  const asked = new URLSearchParams(page.path.split('?')[1] ?? '')
  const units = Object.entries(t.units).map(([value, label]) => ({ value, label }))
  return (
    <Panel title={t.tryOut} id="try">
      <Stack>
        <form method="get" action="/calendars#try" class="cs-form">
          {view.agency && <input type="hidden" name="agency" value={view.agency} />}
          <input type="hidden" name="year" value={view.year} />
          <FieldGrid>
            <DateField
              name="received"
              label={t.received}
              value={asked.get('received') ?? ''}
              span={3}
              {...problem('received')}
            />
            <TextField
              name="time"
              label={t.time}
              value={asked.get('time') ?? '08:00'}
              span={3}
              num
              {...problem('time')}
            />
            <NumberField
              name="amount"
              label={t.amount}
              value={asked.get('amount') ?? '3'}
              span={3}
              {...problem('amount')}
            />
            <Select name="unit" label={t.unit} options={units} value={asked.get('unit') ?? 'working-day'} span={3} />
          </FieldGrid>
          <Button busyText={t.computing}>{t.compute}</Button>
        </form>
        {view.problems.includes('outside') && <Banner kind="late">{t.problems.outside}</Banner>}
        {tried && (
          <div role="status">
            <p class="str">{t.dueAt(formatPromise(tried.due, page.lang))}</p>
            <p class="cap">{Object.entries(t.startReasons).find(([key]) => key === tried.startReason)?.[1]}</p>
            <TriedDays tried={tried} page={page} />
          </div>
        )}
      </Stack>
    </Panel>
  )
}

/** Up to a fortnight as a strip of days; of a longer limit only the days that are not like their weekday. */
function TriedDays({ tried, page }: { tried: NonNullable<View['tried']>; page: PageContextValue }) {
  const t = inLang(page.lang, vi, en)
  if (tried.days.length <= stripDays) {
    const label = t.dueAt(formatPromise(tried.due, page.lang))
    return <DayStrip days={tried.days.map(day => cellOf(day, tried, page.lang))} label={label} />
  }
  const named = tried.days.filter(day => day.name !== undefined && (day.kind === 'holiday' || day.kind === 'make-up'))
  return (
    <Facts
      items={named.map(day => ({
        label: `${formatWeekdayShort(day.date, page.lang)} ${formatDayMonth(day.date)}`,
        value: day.name ?? '',
        num: true,
      }))}
    />
  )
}

const stripDays = 16

function cellOf(day: Day, tried: NonNullable<View['tried']>, lang: Lang): DayCell {
  const t = inLang(lang, vi, en)
  const cell = { top: formatWeekdayShort(day.date, lang), date: formatDayMonth(day.date) }
  if (day.kind === 'received')
    return { ...cell, state: 'start', note: t.cells.received, sub: formatTime(tried.received) }
  if (day.kind === 'due') return { ...cell, state: 'due', note: t.cells.due, sub: formatTime(tried.due) }
  if (day.kind === 'weekend') return { ...cell, state: 'off', note: t.rest }
  if (day.kind === 'holiday') return { ...cell, state: 'off', note: t.cells.holiday }
  return {
    ...cell,
    state: 'plain',
    ...(day.count === undefined ? {} : { note: formatNumber(day.count, Number.isInteger(day.count) ? 0 : 1) }),
    ...(day.kind === 'make-up' ? { sub: t.kinds['make-up'] } : {}),
  }
}
