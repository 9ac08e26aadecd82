/** One thing to choose. `href` is where choosing it leads, for the palette. */
export type Choice = { value: string; label: string; note?: string; href?: string }

/** A list of choices under an input, after the ARIA combobox pattern: the input keeps focus, the list is pointed at. */
export type OptionList = {
  element: HTMLUListElement
  show(choices: readonly Choice[], none: string): void
  hide(): void
  move(by: number): void
  current(): Choice | undefined
  isOpen(): boolean
}

let count = 0

/** Makes the list and ties it to its input. `choose` is called on a press. */
export function optionList(input: HTMLInputElement, choose: (choice: Choice) => void): OptionList {
  const element = document.createElement('ul')
  element.className = 'cs-opts'
  element.id = `cs-opts-${++count}`
  element.setAttribute('role', 'listbox')
  element.hidden = true
  input.setAttribute('role', 'combobox')
  input.setAttribute('aria-autocomplete', 'list')
  input.setAttribute('aria-controls', element.id)
  input.setAttribute('aria-expanded', 'false')
  let shown: readonly Choice[] = []
  let at = -1

  const point = (index: number) => {
    at = index
    ;[...element.children].forEach((line, i) => line.setAttribute('aria-selected', String(i === at)))
    const line = element.children[at]
    if (line && shown.length > 0) input.setAttribute('aria-activedescendant', line.id)
    else input.removeAttribute('aria-activedescendant')
    line?.scrollIntoView({ block: 'nearest' })
  }
  const open = (yes: boolean) => {
    element.hidden = !yes
    input.setAttribute('aria-expanded', String(yes))
  }
  element.addEventListener('pointerdown', event => event.preventDefault())
  element.addEventListener('click', event => {
    const line = event.target instanceof Element ? event.target.closest('li') : null
    const choice = line && shown[[...element.children].indexOf(line)]
    if (choice) choose(choice)
  })
  return {
    element,
    show(choices, none) {
      shown = choices
      element.replaceChildren(
        ...(choices.length > 0 ? choices.map((choice, i) => line(choice, `${element.id}-${i}`)) : [nothing(none)]),
      )
      open(true)
      point(choices.length > 0 ? 0 : -1)
    },
    hide() {
      open(false)
      input.removeAttribute('aria-activedescendant')
    },
    move: by => point(shown.length > 0 ? (at + by + shown.length) % shown.length : -1),
    current: () => (element.hidden ? undefined : shown[at]),
    isOpen: () => !element.hidden,
  }
}

/** Choices from the server, or none when it does not answer; a newer question cancels the older one. */
export function asker(): (address: string) => Promise<Choice[] | undefined> {
  let running = new AbortController()
  return async address => {
    running.abort()
    running = new AbortController()
    try {
      const reply = await fetch(address, { headers: { accept: 'application/json' }, signal: running.signal })
      const found: unknown = reply.ok ? await reply.json() : []
      return listOf(found)
    } catch {
      return undefined
    }
  }
}

/** Letters without marks, for finding while typing: "xntthn" is not in here, "dang ky" is. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
}

function listOf(found: unknown): Choice[] {
  const list: unknown = typeof found === 'object' && found !== null && 'items' in found ? found.items : found
  return Array.isArray(list) ? list.filter(isChoice) : []
}

function isChoice(one: unknown): one is Choice {
  return typeof one === 'object' && one !== null && 'value' in one && 'label' in one && typeof one.label === 'string'
}

function line(choice: Choice, id: string): HTMLLIElement {
  const element = document.createElement('li')
  element.setAttribute('role', 'option')
  element.id = id
  element.textContent = choice.label
  if (choice.note) {
    const note = document.createElement('small')
    note.textContent = choice.note
    element.append(note)
  }
  return element
}

function nothing(words: string): HTMLLIElement {
  const element = document.createElement('li')
  element.className = 'none'
  element.setAttribute('role', 'option')
  element.setAttribute('aria-disabled', 'true')
  element.textContent = words
  return element
}
