import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { xesHead, xesTail, xesTrace } from './xes.ts'

type Element = { name: string; attributes: Record<string, string> }

/** The elements of a log, read strictly: one to a line, attributes quoted, every special sign an entity, every element closed. */
function elementsOf(xml: string): Element[] {
  const [declaration, ...lines] = xml.trimEnd().split('\n')
  expect(declaration).toBe('<?xml version="1.0" encoding="UTF-8"?>')
  const open: string[] = []
  const found: Element[] = []
  for (const line of lines) {
    const [, end, name = '', given = '', closed] =
      /^ *<(\/?)([a-z]+)((?: [\w.:]+="[^"<\t\r]*")*)(\/?)>$/u.exec(line) ?? expect.fail(`not an element: ${line}`)
    if (end) expect(open.pop()).toBe(name)
    else {
      if (!closed) open.push(name)
      const attributes = [...given.matchAll(/ ([\w.:]+)="([^"]*)"/gu)].map(([, key = '', value = '']) => [
        key,
        read(value),
      ])
      found.push({ name, attributes: Object.fromEntries(attributes) })
    }
  }
  expect(open).toEqual([])
  return found
}

function read(value: string): string {
  const signs: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#9': '\t', '#10': '\n', '#13': '\r' }
  return value.replaceAll(
    /&([^;]*);?/gu,
    (whole, name: string) => signs[name] ?? expect.fail(`not an entity: ${whole}`),
  )
}

const log = (trace: Parameters<typeof xesTrace>[0]) => `${xesHead({ source: 'Congso' })}${xesTrace(trace)}${xesTail}`

describe('an event log', () => {
  test('is well formed and names its extensions, globals and classifiers in the order of the standard', () => {
    const found = elementsOf(xesHead({}) + xesTail)
    expect(found[0]).toMatchObject({ name: 'log', attributes: { 'xes.version': '1849.2016' } })
    expect([...new Set(found.map(one => one.name))]).toEqual([
      'log',
      'extension',
      'global',
      'string',
      'date',
      'classifier',
    ])
    expect(found.filter(one => one.name === 'extension').map(one => one.attributes['prefix'])).toEqual([
      'concept',
      'time',
      'lifecycle',
      'org',
    ])
  })
  test('writes moments in UTC and leaves out what is not known', () => {
    const xml = log({
      name: 'H99-1',
      attributes: { end: null, deadline: { at: Date.UTC(2026, 10, 19, 10) } },
      events: [{ name: 'Tiếp nhận', at: Date.UTC(2026, 10, 19, 2, 42), transition: 'start', resource: 'Chuyên viên' }],
    })
    const found = elementsOf(xml)
    expect(found).toContainEqual({ name: 'date', attributes: { key: 'deadline', value: '2026-11-19T10:00:00.000Z' } })
    expect(found).toContainEqual({
      name: 'date',
      attributes: { key: 'time:timestamp', value: '2026-11-19T02:42:00.000Z' },
    })
    expect(xml).not.toContain('key="end"')
    expect(xml).not.toContain('org:group')
  })
  test('carries any text through an XML reader', () => {
    const text = fc.string({ unit: 'binary', maxLength: 60 })
    fc.assert(
      fc.property(text, value => {
        const found = elementsOf(log({ name: value, attributes: {}, events: [] }))
        const read = found.findLast(one => one.attributes['key'] === 'concept:name')?.attributes['value']
        const carried = Array.from(value.toWellFormed(), sign => (isWritable(sign) ? sign : '\uFFFD')).join('')
        expect(read).toBe(carried)
      }),
    )
  })
})

function isWritable(sign: string): boolean {
  const code = sign.codePointAt(0) ?? 0
  return code === 9 || code === 10 || code === 13 || (code >= 0x20 && code !== 0xfffe && code !== 0xffff)
}
