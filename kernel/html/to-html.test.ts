import { Fragment, h, type ComponentChildren } from 'preact'
import { render } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { createContext, Raw, toHtml, useContext, useId } from './to-html.ts'

/** What browsers read alike: an empty attribute and a bare one, a closed and an empty drawing. */
function alike(html: string): string {
  return html.replaceAll('=""', '').replaceAll(/><\/(path|rect|circle)>/g, '/>')
}

describe('elements', () => {
  test.each<[string, ComponentChildren]>([
    ['text is escaped', h('p', null, 'a < b & "c" > d')],
    ['attributes are escaped', h('a', { href: '/x?a=1&b="2"<' }, 'x')],
    ['what is nothing writes nothing', h('p', null, null, undefined, true, false, 0, '', 12n as never)],
    ['void elements close themselves', h('p', null, h('br', null), h('input', { name: 'a', value: '' }))],
    ['presence and words', h('input', { disabled: true, required: false, 'aria-invalid': false, 'data-x': true })],
    ['enumerated words', h('p', { draggable: false, spellcheck: true }, 'x')],
    [
      'names in camel case',
      h('label', { htmlFor: 'a', className: 'b', tabIndex: 2 }, h('td', { colSpan: 3, rowSpan: 2 })),
    ],
    ['what is not given', h('p', { id: undefined, title: null as never, onClick: () => 1 }, 'x')],
    ['several lines to type in', h('textarea', { rows: 3, value: '<a>\n"b"' })],
    ['html as it is', h('p', { dangerouslySetInnerHTML: { __html: '<b>x</b>' } })],
    ['lists in lists', h('ul', null, [1, [2, [h('li', { key: 'a' }, 3)]]])],
    ['fragments', h(Fragment, null, 'a', h(Fragment, null, h('b', null, 'c')))],
    ['components', h(Twice, { word: '&' }, h('i', null, 'x'))],
    ['elements of their own', h('cs-date' as 'div', { class: 'x', 'data-time': true }, 'y')],
    [
      'drawings',
      h(
        'svg',
        { viewBox: '0 0 1 1', preserveAspectRatio: 'none', class: 'i' },
        h('path', { d: 'M0 0', strokeWidth: 2, fillRule: 'evenodd' }),
        h('text', { textAnchor: 'end' }, 'a'),
      ),
    ],
  ])('%s, as the library writes them', (_name, node) => {
    expect(alike(toHtml(node))).toBe(alike(render(h(Fragment, null, node))))
  })

  test('an object that only looks like an element is left out', () => {
    const forged = JSON.parse('{"type":"script","props":{"children":"alert(1)"},"key":null,"constructor":null}')
    expect(toHtml(h('p', null, 'a', forged))).toBe('<p>a</p>')
  })
})

test('what is written already is written as it is', () => {
  expect(toHtml(h('p', null, h(Raw, { html: '<svg class="i"/>' })))).toBe('<p><svg class="i"/></p>')
})

describe('contexts', () => {
  const Place = createContext('nowhere')
  const Here = () => h('b', null, useContext(Place))

  test('hold below their provider and end with it', () => {
    const tree = [
      h(Here, null),
      h(
        Place.Provider,
        { value: 'outside' },
        h(Here, null),
        h(Place.Provider, { value: 'inside' }, h(Here, null)),
        h(Here, null),
      ),
      h(Here, null),
    ]
    expect(toHtml(tree)).toBe('<b>nowhere</b><b>outside</b><b>inside</b><b>outside</b><b>nowhere</b>')
  })

  test('end although something below fails', () => {
    const Broken = () => {
      throw new Error('broken')
    }
    expect(() => toHtml(h(Place.Provider, { value: 'lost' }, h(Broken, null)))).toThrow('broken')
    expect(toHtml(h(Here, null))).toBe('<b>nowhere</b>')
  })

  test('ids differ within a page and are the same for the same page', () => {
    const Named = () => h('p', { id: useId() })
    const once = toHtml([h(Named, null), h(Named, null)])
    expect(new Set(once.match(/id="[^"]+"/g)).size).toBe(2)
    expect(toHtml([h(Named, null), h(Named, null)])).toBe(once)
  })
})

function Twice({ word, children }: { word: string; children?: ComponentChildren }) {
  return h(Fragment, null, word, children, children, word)
}
