import { inLang } from '@congso/kernel/contract'
import type { PageContextValue } from '@congso/kernel/html'
import {
  Banner,
  Button,
  DateField,
  formatDayMonth,
  formatPromise,
  formatWeekdayShort,
  NumberField,
  Panel,
  Select,
  TextField,
} from '@congso/ui'
import type { CalendarView as View } from './calendar.tsx'
import { en } from './texts.en.ts'
import { vi } from './texts.vi.ts'

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
      <form method="get" action="/calendars#try" class="cs-row">
        {view.agency && <input type="hidden" name="agency" value={view.agency} />}
        <input type="hidden" name="year" value={view.year} />
        <DateField name="received" label={t.received} value={asked.get('received') ?? ''} {...problem('received')} />
        <TextField name="time" label={t.time} value={asked.get('time') ?? '08:00'} num {...problem('time')} />
        <NumberField name="amount" label={t.amount} value={asked.get('amount') ?? '3'} {...problem('amount')} />
        <Select name="unit" label={t.unit} options={units} value={asked.get('unit') ?? 'working-day'} />
        <Button busyText={t.computing}>{t.compute}</Button>
      </form>
      {view.problems.includes('outside') && <Banner kind="late">{t.problems.outside}</Banner>}
      {tried && (
        <div role="status">
          <p class="str">{t.dueAt(formatPromise(tried.due, page.lang))}</p>
          <p class="cap">{Object.entries(t.startReasons).find(([key]) => key === tried.startReason)?.[1]}</p>
          <ol class="cs-plain-days num">
            {tried.days.map(day => (
              <li key={day.date}>
                {formatWeekdayShort(day.date, page.lang)} {formatDayMonth(day.date)}:{' '}
                {day.name ?? (day.count === undefined ? t.rest : day.count)}
              </li>
            ))}
          </ol>
        </div>
      )}
    </Panel>
  )
}
