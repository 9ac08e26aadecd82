import { defineElement, type Island } from './element.ts'

/** The bar of acts on selected rows: it appears from one row on and counts. */
export function startBulk(): void {
  defineElement('cs-bulk', enter)
}

function enter(bar: HTMLElement): Island {
  const left = new AbortController()
  const { signal } = left
  const boxes = () => {
    const form = CSS.escape(bar.dataset['form'] ?? '')
    return [...document.querySelectorAll<HTMLInputElement>(`.p-check input[form="${form}"]`)]
  }
  const redraw = () => count(bar, boxes())
  const setAll = (checked: boolean) => {
    for (const box of boxes().filter(one => one.checked !== checked)) {
      box.checked = checked
      box.dispatchEvent(new Event('input', { bubbles: true }))
    }
    redraw()
  }
  const changed = (event: Event) => {
    if (!(event.target instanceof HTMLInputElement)) return
    if (event.target.matches('[data-select-all]')) setAll(event.target.checked)
    else if (event.target.matches('.p-check input')) redraw()
  }
  // A question in a dialog is a form of its own; the rows it is asked about travel with it.
  const joined = ({ target, formData }: FormDataEvent) => {
    if (!(target instanceof HTMLFormElement) || target.dataset['withSelection'] !== bar.dataset['form']) return
    for (const box of boxes()) if (box.checked) formData.append(box.name, box.value)
  }
  document.addEventListener('formdata', joined, { signal })
  document.addEventListener('change', changed, { signal })
  document.addEventListener('turbo:render', redraw, { signal })
  bar.addEventListener(
    'click',
    event => event.target instanceof Element && event.target.closest('[data-unselect]') && setAll(false),
    { signal },
  )
  redraw()
  return { redraw, leave: () => left.abort() }
}

function count(bar: HTMLElement, boxes: readonly HTMLInputElement[]): void {
  for (const box of boxes) box.closest('tr')?.classList.toggle('is-sel', box.checked)
  const chosen = new Set(boxes.filter(box => box.checked).map(box => box.value))
  const checked = chosen.size
  for (const line of document.querySelectorAll<HTMLElement>('[data-if-selected]')) {
    line.hidden = !chosen.has(line.dataset['ifSelected'] ?? '')
  }
  const figure = bar.querySelector('[data-count]')
  if (figure) figure.textContent = String(checked)
  bar.classList.toggle('is-on', checked > 0)
  const all = document.querySelector<HTMLInputElement>('[data-select-all]')
  if (!all) return
  all.checked = checked > 0 && checked === boxes.length
  all.indeterminate = checked > 0 && checked < boxes.length
}
