/**
 * Shows elsewhere on the page what stands in a form: the paper that grows beside the boxes, parts that only some answers need,
 * sections that tick. Without script the server has drawn what it knew, and every part is there.
 */
export function start(): void {
  document.addEventListener('input', drawAll)
  document.addEventListener('change', drawAll)
  document.addEventListener('turbo:load', drawAll)
  document.addEventListener('turbo:render', drawAll)
  drawAll()
}

type Answers = (name: string) => string

function drawAll(): void {
  for (const place of document.querySelectorAll<HTMLElement>('[data-echo-form]')) {
    const form = document.getElementById(place.dataset['echoForm'] ?? '')
    if (form instanceof HTMLFormElement) draw(place, answersOf(form))
  }
  for (const mark of document.querySelectorAll<HTMLElement>('[data-needs]')) {
    const form = mark.closest('form')
    if (form) mark.classList.toggle('is-ok', hasAll(mark.dataset['needs'] ?? '', answersOf(form)))
  }
}

/** Of several values under one name the last one counts: a default may stand before the choice. */
function answersOf(form: HTMLFormElement): Answers {
  const sent = new FormData(form)
  return name => {
    const last = sent.getAll(name).at(-1)
    return typeof last === 'string' ? last.trim() : ''
  }
}

function draw(place: HTMLElement, answer: Answers): void {
  for (const element of [place, ...place.querySelectorAll<HTMLElement>(parts)]) {
    const { echo, echoAny, echoIf, echoUnless } = element.dataset
    if (echo !== undefined) element.textContent = shown(element, answer(echo))
    if (echoAny !== undefined || echoIf !== undefined || echoUnless !== undefined)
      element.hidden = !isShown(element, answer)
  }
  for (const group of [place, ...place.querySelectorAll<HTMLElement>('[data-echo-group]')]) {
    if (group.dataset['echoGroup'] !== undefined)
      group.hidden = group.querySelector('[data-echo-if]:not([hidden])') === null
  }
}

const parts = '[data-echo], [data-echo-any], [data-echo-if], [data-echo-unless]'

/** Something in any of the named fields, or the wanted answer; never the unwanted one. */
function isShown({ dataset }: HTMLElement, answer: Answers): boolean {
  const { echoAny, echoIf, echoUnless } = dataset
  if (echoUnless !== undefined && isAnswer(echoUnless, answer)) return false
  const wanted = [
    ...(echoAny === undefined ? [] : [echoAny.split(' ').some(name => !['', '0'].includes(answer(name)))]),
    ...(echoIf === undefined ? [] : [isAnswer(echoIf, answer)]),
  ]
  return wanted.length === 0 || wanted.includes(true)
}

function isAnswer(pair: string, answer: Answers): boolean {
  const [name = '', value = ''] = pair.split('=')
  return answer(name) === value
}

function shown({ dataset }: HTMLElement, value: string): string {
  if (value === '') return dataset['echoEmpty'] ?? ''
  if (dataset['echoAs'] === 'two') return value.padStart(2, '0')
  return dataset['echoAs'] === 'id' ? masked(value) : value
}

/** As the server masks an identifier: the first digit and the last three. */
function masked(value: string): string {
  const digits = value.replace(/\s+/g, '')
  return digits.length < 6
    ? '•'.repeat(digits.length)
    : `${digits[0]}${'•'.repeat(digits.length - 4)}${digits.slice(-3)}`
}

function hasAll(needs: string, answer: Answers): boolean {
  return needs
    .split(' ')
    .filter(Boolean)
    .every(need => {
      const [name = '', unwanted] = need.split('!')
      return answer(name) !== '' && answer(name) !== unwanted
    })
}
