import { session } from '@hotwired/turbo'
import { markDirty } from './dirty.ts'
import { defineElement, type Island } from './element.ts'

/** Files chosen or dropped; `instant` ones travel at once with progress, the others with the form. */
export function startUpload(): void {
  defineElement('cs-upload', enter)
}

function enter(element: HTMLElement): Island {
  const over = (is: boolean) => element.classList.toggle('is-over', is)
  for (const type of ['dragenter', 'dragover']) {
    element.addEventListener(type, event => {
      event.preventDefault()
      over(true)
    })
  }
  element.addEventListener('dragleave', () => over(false))
  element.addEventListener('drop', event => {
    event.preventDefault()
    over(false)
    const input = inputOf(element)
    if (!input || !event.dataTransfer) return
    input.files = input.multiple ? event.dataTransfer.files : only(event.dataTransfer.files)
    chosen(element, input)
  })
  element.addEventListener('change', () => {
    const input = inputOf(element)
    if (input) chosen(element, input)
  })
  return {}
}

type Line = { element: HTMLLIElement; progress: (share: number) => void; say: (words: string, tone: string) => void }

function inputOf(element: HTMLElement): HTMLInputElement | null {
  return element.querySelector('input[type="file"]')
}

function chosen(element: HTMLElement, input: HTMLInputElement): void {
  markDirty(input)
  const limit = Number(element.dataset['max'] ?? 0)
  const files = [...(input.files ?? [])]
  const lines = files.map(file => drawLine(file.name))
  element.querySelector('.cs-drop-l')?.replaceChildren(...lines.map(line => line.element))
  const tooLarge = lines.filter((_, i) => limit > 0 && (files[i]?.size ?? 0) > limit)
  for (const line of tooLarge) line.say(element.dataset['tooLarge'] ?? '', 'is-late')
  if (tooLarge.length > 0) input.value = ''
  else if (element.dataset['instant'] !== undefined && input.form && files.length > 0) send(element, input.form, lines)
}

function send(element: HTMLElement, form: HTMLFormElement, lines: readonly Line[]): void {
  const words = element.dataset
  const say = (text: string | undefined, tone: string) => lines.forEach(line => line.say(text ?? '', tone))
  const request = new XMLHttpRequest()
  request.open('POST', form.action)
  request.setRequestHeader('accept', 'text/html')
  request.upload.addEventListener('progress', event => lines.forEach(line => line.progress(event.loaded / event.total)))
  request.addEventListener('error', () => say(words['failed'], 'is-late'))
  request.addEventListener('load', () => {
    if (request.status >= 400) return say(words['failed'], 'is-late')
    say(words['uploaded'], 'is-ok')
    form.reset()
    session.refresh(document.baseURI)
  })
  say(words['uploading'], '')
  request.send(new FormData(form))
}

function drawLine(name: string): Line {
  const element = document.createElement('li')
  const title = document.createElement('span')
  const state = document.createElement('span')
  const bar = document.createElement('progress')
  title.className = 'sp'
  title.textContent = name
  bar.max = 1
  bar.hidden = true
  bar.setAttribute('aria-label', name)
  element.append(title, bar, state)
  return {
    element,
    progress(share) {
      bar.hidden = false
      bar.value = share
    },
    say(text, tone) {
      bar.hidden = true
      state.className = tone
      state.textContent = text
    },
  }
}

function only(files: FileList): FileList {
  const first = files.item(0)
  const one = new DataTransfer()
  if (first) one.items.add(first)
  return one.files
}
