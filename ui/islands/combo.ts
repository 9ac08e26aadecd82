import { markDirty } from './dirty.ts'
import { defineElement, type Island } from './element.ts'
import { asker, type Choice, fold, optionList } from './options.ts'

const pause = 180

/** A field that is filled by finding: one choice, or chips. Its plain content is a list or a text input. */
export function startCombo(): void {
  defineElement('cs-combo', enter)
}

function enter(combo: HTMLElement): Island {
  let forget = draw(combo)
  const redraw = () => {
    forget()
    forget = draw(combo)
  }
  return { redraw, leave: () => forget() }
}

/** Where the chosen value is kept: a hidden input, or chips with hidden inputs. */
type Store = {
  taken(): string[]
  put(choice: Choice): void
  removeLast(): void
  /** The reader went away: words that name no choice are put back, so that what is shown is what is sent. */
  settle(): void
}

function draw(combo: HTMLElement): () => void {
  const plain = combo.querySelector<HTMLInputElement | HTMLSelectElement>('select, input:not([type="hidden"])')
  if (!plain) return () => {}
  const left = new AbortController()
  const { signal } = left
  const fixed = plain instanceof HTMLSelectElement ? choicesOf(plain) : []
  const input = replace(plain, combo)
  const store = combo.dataset['many'] ? chipStore(combo, input) : singleStore(combo, input, plain)
  const list = optionList(input, choose)
  const ask = asker()
  let timer = 0
  combo.append(list.element)

  function choose(choice: Choice): void {
    list.hide()
    store.put(choice)
    changed(combo)
    if (combo.dataset['submit'] !== undefined) input.form?.requestSubmit()
  }
  const search = async (words: string) => {
    const src = combo.dataset['src']
    const found = src ? await ask(src + encodeURIComponent(words)) : filter(fixed, words)
    const taken = store.taken()
    if (!found || document.activeElement !== input) return
    list.show(found.filter(choice => !taken.includes(choice.value)).slice(0, 50), combo.dataset['none'] ?? '')
  }
  const soon = (words: string) => {
    clearTimeout(timer)
    if (words === '') return list.hide()
    timer = window.setTimeout(() => void search(words), combo.dataset['src'] ? pause : 0)
  }
  const keys: Record<string, () => void> = {
    ArrowDown: () => (list.isOpen() ? list.move(1) : void search(input.value.trim())),
    ArrowUp: () => list.move(-1),
  }
  input.addEventListener(
    'input',
    event => !(event instanceof InputEvent && event.isComposing) && soon(input.value.trim()),
    { signal },
  )
  input.addEventListener('click', () => fixed.length > 0 && !list.isOpen() && void search(''), { signal })
  input.addEventListener(
    'blur',
    () => {
      list.hide()
      store.settle()
    },
    { signal },
  )
  input.addEventListener(
    'keydown',
    event => {
      if (event.isComposing) return
      const current = list.current()
      if (event.key === 'Enter' && current) choose(current)
      else if (event.key === 'Escape' && list.isOpen()) list.hide()
      else if (event.key === 'Backspace' && input.value === '') return store.removeLast()
      else if (keys[event.key]) keys[event.key]?.()
      else return
      event.preventDefault()
      event.stopPropagation()
    },
    { signal },
  )
  return () => {
    left.abort()
    list.element.remove()
  }
}

function replace(plain: HTMLInputElement | HTMLSelectElement, combo: HTMLElement): HTMLInputElement {
  const input = document.createElement('input')
  input.id = plain.id
  input.autocomplete = 'off'
  input.spellcheck = false
  input.placeholder = combo.dataset['placeholder'] ?? (plain instanceof HTMLInputElement ? plain.placeholder : '')
  for (const name of ['aria-describedby', 'aria-invalid', 'required', 'autofocus', 'data-key']) {
    const value = plain.getAttribute(name)
    if (value !== null) input.setAttribute(name, value)
  }
  plain.replaceWith(input)
  return input
}

function singleStore(combo: HTMLElement, input: HTMLInputElement, plain: HTMLInputElement | HTMLSelectElement): Store {
  const hidden = document.createElement('input')
  hidden.type = 'hidden'
  hidden.name = combo.dataset['name'] ?? plain.name
  hidden.value = combo.dataset['value'] ?? plain.value
  input.before(hidden)
  let label = combo.dataset['label'] ?? ''
  input.value = label
  const put = (choice: Choice) => {
    hidden.value = choice.value
    input.value = label = choice.label
  }
  return {
    taken: () => [],
    put,
    removeLast: () => {},
    settle() {
      if (input.value.trim() !== '' || hidden.value === '') input.value = label
      else {
        put({ value: '', label: '' })
        changed(combo)
      }
    },
  }
}

function chipStore(combo: HTMLElement, input: HTMLInputElement): Store {
  const chips = () => [...combo.querySelectorAll<HTMLElement>('.cs-chip')]
  const remove = (chip: Element | null | undefined) => {
    chip?.remove()
    changed(combo)
    input.focus()
  }
  combo.addEventListener('click', event => {
    const button = event.target instanceof Element ? event.target.closest('.cs-chip [data-remove]') : null
    if (button) remove(button.closest('.cs-chip'))
  })
  return {
    taken: () => chips().map(chip => chip.querySelector('input')?.value ?? ''),
    put(choice) {
      if (combo.dataset['many'] === 'one') chips().forEach(chip => chip.remove())
      input.before(drawChip(combo, choice))
      input.value = ''
    },
    removeLast: () => chips().length > 0 && remove(chips().at(-1)),
    settle: () => void (input.value = ''),
  }
}

function drawChip(combo: HTMLElement, choice: Choice): HTMLElement {
  const chip = document.createElement('span')
  chip.className = combo.dataset['chip'] ?? 'cs-chip'
  const value = document.createElement('input')
  value.type = 'hidden'
  value.name = combo.dataset['name'] ?? ''
  value.value = choice.value
  const button = document.createElement('button')
  button.type = 'button'
  button.dataset['remove'] = ''
  button.setAttribute('aria-label', (combo.dataset['remove'] ?? '{label}').replace('{label}', choice.label))
  button.textContent = '×'
  chip.append(choice.label, value, button)
  return chip
}

function changed(combo: HTMLElement): void {
  for (const input of combo.querySelectorAll('input')) markDirty(input)
  combo.dispatchEvent(new Event('change', { bubbles: true }))
}

function choicesOf(select: HTMLSelectElement): Choice[] {
  return [...select.options]
    .filter(option => option.value !== '' && !option.disabled)
    .map(option => ({ value: option.value, label: option.text }))
}

function filter(choices: readonly Choice[], words: string): Choice[] {
  const wanted = fold(words).split(/\s+/).filter(Boolean)
  return choices.filter(choice => {
    const text = fold(choice.label)
    return wanted.every(word => text.includes(word))
  })
}
