import { visit } from '@hotwired/turbo'
import { defineElement, type Island } from './element.ts'
import { asker, type Choice, fold, optionList } from './options.ts'

const pause = 150

/** `Ctrl K`: the plain search over everything, asked above any page; it also knows the places in the side navigation. */
export function startPalette(): void {
  defineElement('cs-palette', enter)
}

function enter(palette: HTMLElement): Island {
  const left = new AbortController()
  const { signal } = left
  document.addEventListener(
    'keydown',
    event => {
      if (event.isComposing || event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return
      event.preventDefault()
      open(palette)
    },
    { signal },
  )
  palette.addEventListener(
    'pointerdown',
    event => {
      if (!palette.dataset['src']) return
      event.preventDefault()
      open(palette)
    },
    { signal },
  )
  return { leave: () => left.abort() }
}

function open(palette: HTMLElement): void {
  const plain = palette.querySelector<HTMLInputElement>('input')
  const form = plain?.form
  if (!plain || !form || document.querySelector('dialog[open]')) return
  const { dialog, input } = draw(plain)
  const list = optionList(input, choice => go(choice, dialog))
  const ask = asker()
  let shownFor = ''
  const show = (choices: readonly Choice[], words: string) => {
    shownFor = words
    list.show(choices, words)
  }
  const look = async () => {
    const words = input.value.trim()
    const places = placesFor(words)
    const src = palette.dataset['src']
    show(places, words)
    const found = src && words ? await ask(src + encodeURIComponent(words)) : []
    if (found && input.value.trim() === words) show([...places, ...found], words)
  }
  let timer = 0
  input.addEventListener('input', () => {
    clearTimeout(timer)
    timer = window.setTimeout(() => void look(), pause)
  })
  input.addEventListener('keydown', event => {
    if (event.isComposing || !['ArrowDown', 'ArrowUp', 'Enter'].includes(event.key)) return
    event.preventDefault()
    if (event.key !== 'Enter') return list.move(event.key === 'ArrowDown' ? 1 : -1)
    const words = input.value.trim()
    // Typed faster than the list follows, by a scanner say: what is chosen belongs to these words.
    if (words !== shownFor) show(placesFor(words), words)
    const choice = list.current()
    const everything = `${form.action}?${new URLSearchParams({ [plain.name]: words }).toString()}`
    go(choice?.href ? choice : { value: '', label: '', href: everything }, dialog)
  })
  dialog.append(list.element)
  dialog.addEventListener('close', () => dialog.remove())
  document.body.append(dialog)
  dialog.showModal()
  void look()
}

function draw(plain: HTMLInputElement): { dialog: HTMLDialogElement; input: HTMLInputElement } {
  const dialog = document.createElement('dialog')
  dialog.className = 'cs-dialog cs-palette'
  dialog.setAttribute('aria-label', plain.placeholder)
  const box = document.createElement('div')
  box.className = 'cs-in'
  const input = document.createElement('input')
  input.placeholder = plain.placeholder
  input.setAttribute('aria-label', plain.placeholder)
  input.autocomplete = 'off'
  input.spellcheck = false
  const icon = plain.form?.querySelector('svg')?.cloneNode(true)
  if (icon) box.append(icon)
  box.append(input)
  dialog.append(box)
  return { dialog, input }
}

/** The places of the navigation that contain the words, those that begin with them first; all before anything is typed. */
function placesFor(words: string): Choice[] {
  const wanted = fold(words)
  const places = [...document.querySelectorAll<HTMLAnchorElement>('.cs-nav li a')]
    .map(link => ({ value: link.href, label: link.title, href: link.href }))
    .filter(place => fold(place.label).includes(wanted))
  const begins = (place: Choice) => fold(place.label).startsWith(wanted)
  return [...places.filter(begins), ...places.filter(place => !begins(place))].slice(0, 8)
}

function go(choice: Choice, dialog: HTMLDialogElement): void {
  dialog.close()
  if (choice.href) visit(choice.href)
}
