import { addDays } from '@congso/kernel/contract'

type Value = string | number | undefined

/** A date of a refusal as readers write it, `19/11/2026`; empty when there is none. */
export function shownDate(value: Value): string {
  const [year = '', month = '', day = ''] = String(value ?? '').split('-')
  return day ? `${day}/${month}/${year}` : ''
}

/** The last day before an end, since stored ends are the first day without the thing. */
export function lastDayShown(end: Value): string {
  return end === undefined ? '' : shownDate(addDays(String(end), -1))
}
