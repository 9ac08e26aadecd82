import { markDirty } from './dirty.ts'
import { defineElement, type Island } from './element.ts'
import { tidyDate } from './tidy-date.ts'

/** A day typed as dd/mm/yyyy. Slashes may be left out; the calendar picture opens the browser's own calendar. */
export function startDate(): void {
  defineElement('cs-date', enter)
}

function enter(element: HTMLElement): Island {
  const redraw = () => draw(element)
  redraw()
  return { redraw }
}

function draw(element: HTMLElement): void {
  const input = element.querySelector<HTMLInputElement>('.cs-in input:not([type="date"])')
  const icon = element.querySelector('.cs-in > svg')
  if (!input || !icon || input.readOnly) return
  const native = document.createElement('input')
  native.type = 'date'
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'cs-cal'
  // The calendar is for the mouse and the finger; the keyboard and the reader have the text.
  for (const extra of [native, button]) {
    extra.tabIndex = -1
    extra.setAttribute('aria-hidden', 'true')
  }
  icon.replaceWith(button, native)
  button.append(icon)
  button.addEventListener('click', () => {
    native.value = toIso(input.value)
    native.showPicker()
  })
  native.addEventListener('change', () => put(input, fromIso(native.value, input.value)))
  input.addEventListener('change', () => put(input, tidyDate(input.value)))
}

function put(input: HTMLInputElement, value: string): void {
  if (input.value === value) return
  input.value = value
  markDirty(input)
  input.dispatchEvent(new Event('input', { bubbles: true }))
}

function toIso(text: string): string {
  const [, day = '', month = '', year = ''] = /(\d{2})\/(\d{2})\/(\d{4})/.exec(tidyDate(text)) ?? []
  return year ? `${year}-${month}-${day}` : ''
}

function fromIso(iso: string, before: string): string {
  const [year = '', month = '', day = ''] = iso.split('-')
  const time = /^\s*(\d{1,2}:\d{2})/.exec(before)?.[1]
  return `${time ? `${time} ` : ''}${day}/${month}/${year}`
}
