import { iso } from '@congso/kernel/contract'

/** A value of an attribute: text, or a moment in epoch milliseconds. */
export type XesValue = string | { at: number }

/** What happened once: a name, a moment and where it stands in the life of its activity. */
export type XesEvent = {
  name: string
  at: number
  transition: 'start' | 'complete'
  /** Title of the position that did it, its unit and its part in the process: never a name. */
  resource?: string | null
  group?: string | null
  role?: string | null
  more?: Readonly<Record<string, XesValue | null>>
}

/** A case with its events in the order of time. */
export type XesTrace = {
  name: string
  attributes: Readonly<Record<string, XesValue | null>>
  events: readonly XesEvent[]
}

/** The beginning of an event log as IEEE 1849-2016 writes it; `attributes` describe the log itself. */
export function xesHead(attributes: Readonly<Record<string, XesValue | null>>): string {
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<log xes.version="1849.2016" xes.features="" xmlns="http://www.xes-standard.org/">',
    ...extensions.map(
      ([name, prefix, file]) =>
        `  <extension name="${name}" prefix="${prefix}" uri="http://www.xes-standard.org/${file}.xesext"/>`,
    ),
    '  <global scope="trace">',
    element('    ', 'concept:name', ''),
    '  </global>',
    '  <global scope="event">',
    element('    ', 'concept:name', ''),
    element('    ', 'time:timestamp', { at: 0 }),
    element('    ', 'lifecycle:transition', 'complete'),
    '  </global>',
    '  <classifier name="Activity" keys="concept:name"/>',
    '  <classifier name="Activity and transition" keys="concept:name lifecycle:transition"/>',
    element('  ', 'lifecycle:model', 'standard'),
    ...elements('  ', attributes),
  ]
  return `${lines.join('\n')}\n`
}

/** One case of the log. */
export function xesTrace({ name, attributes, events }: XesTrace): string {
  const lines = ['  <trace>', element('    ', 'concept:name', name), ...elements('    ', attributes)]
  for (const event of events) {
    lines.push(
      '    <event>',
      element('      ', 'concept:name', event.name),
      element('      ', 'time:timestamp', event),
      element('      ', 'lifecycle:transition', event.transition),
      ...elements('      ', {
        'org:resource': event.resource ?? null,
        'org:group': event.group ?? null,
        'org:role': event.role ?? null,
        ...event.more,
      }),
      '    </event>',
    )
  }
  return `${lines.join('\n')}\n  </trace>\n`
}

/** The end of the log. */
export const xesTail = '</log>\n'

const extensions = [
  ['Concept', 'concept', 'concept'],
  ['Time', 'time', 'time'],
  ['Lifecycle', 'lifecycle', 'lifecycle'],
  ['Organizational', 'org', 'org'],
] as const

function elements(indent: string, attributes: Readonly<Record<string, XesValue | null>>): string[] {
  return Object.entries(attributes).flatMap(([key, value]) => (value === null ? [] : [element(indent, key, value)]))
}

function element(indent: string, key: string, value: XesValue): string {
  return typeof value === 'string'
    ? `${indent}<string key="${escaped(key)}" value="${escaped(value)}"/>`
    : `${indent}<date key="${escaped(key)}" value="${iso(value.at)}"/>`
}

/** Line ends survive in an attribute only as references; what XML 1.0 cannot carry at all becomes the replacement character. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(unwritable, '\uFFFD')
    .replaceAll(/[&<>"\t\n\r]/g, sign => entities[sign] ?? sign)
}

// oxlint-disable-next-line no-control-regex -- these are what XML 1.0 forbids
const unwritable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
}
