import { Fragment, isValidElement, type ComponentChildren, type VNode } from 'preact'

/** A value that components below may read; `current` is what holds where rendering stands. */
export type Context<T> = { Provider: Provider<T>; current: T }
type Provider<T> = ((props: { value: T; children?: ComponentChildren }) => ComponentChildren) & { context: Context<T> }

/** Makes a context with what holds where nobody provides anything. */
export function createContext<T>(initial: T): Context<T> {
  const provide = (props: { children?: ComponentChildren }) => props.children
  const context = { current: initial } as Context<T>
  context.Provider = Object.assign(provide, { context })
  return context
}

/** What the nearest provider above gives. Rendering is synchronous and never waits, so there is one current value. */
export function useContext<T>(context: Context<T>): T {
  return context.current
}

/** HTML that is written already, such as a drawing: never anything that came from outside. */
export function Raw(_props: { html: string }): null {
  return null
}

let lastId = 0

/** An id that no other element of the same page has, the same for the same page. */
export function useId(): string {
  lastId += 1
  return `i${lastId}`
}

/**
 * The HTML of a tree of Preact elements: function components, fragments, contexts of this file and elements; no hooks, no state, no
 * waiting. Text and attributes are escaped; an object that is no element (JSON from outside, say) is left out.
 */
export function toHtml(node: ComponentChildren): string {
  const outer = lastId
  lastId = 0
  try {
    return write(node, false)
  } finally {
    lastId = outer
  }
}

function write(node: ComponentChildren, svg: boolean): string {
  if (typeof node === 'string') return escape(node)
  if (node === null || node === undefined || typeof node === 'boolean') return ''
  if (typeof node === 'number' || typeof node === 'bigint') return String(node)
  if (Array.isArray(node)) {
    let html = ''
    for (const child of node) html += write(child, svg)
    return html
  }
  // JSON from outside can look like an element; what JSX made carries a mark that JSON cannot.
  return isValidElement(node) ? writeElement(node, svg) : ''
}

type Props = Record<string, unknown> & { children?: ComponentChildren }

function writeElement(node: VNode<Props>, svg: boolean): string {
  const { type, props } = node
  if (typeof type === 'string') return writeTag(type, props, svg || type === 'svg')
  if (type === Fragment) return write(props.children, svg)
  if (type === Raw) return typeof props.html === 'string' ? props.html : ''
  if (isProvider(type)) return within(type.context, props, svg)
  return write((type as (props: Props) => ComponentChildren)(props), svg)
}

function isProvider(type: object): type is Provider<unknown> {
  return 'context' in type
}

function within(context: Context<unknown>, props: Props, svg: boolean): string {
  const outer = context.current
  context.current = props.value
  try {
    return write(props.children, svg)
  } finally {
    context.current = outer
  }
}

function writeTag(tag: string, props: Props, svg: boolean): string {
  let html = `<${tag}`
  let inner = ''
  for (const key in props) {
    const value = props[key]
    if (key === 'children' || value === null || value === undefined || typeof value === 'function') continue
    if (key === 'dangerouslySetInnerHTML') inner = innerOf(value)
    else if (key === 'value' && tag === 'textarea') inner = escape(textOf(value))
    else html += attribute(key, value, svg)
  }
  if (inner === '' && props.children !== undefined) inner = write(props.children, svg && tag !== 'foreignObject')
  if (voids.has(tag) || (svg && inner === '' && tag !== 'svg' && props.children === undefined)) return `${html}/>`
  return `${html}>${inner}</${tag}>`
}

const enumerated = new Set(['draggable', 'spellcheck', 'contenteditable'])
const voids = new Set(['area', 'base', 'br', 'col', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr'])

function innerOf(value: unknown): string {
  return typeof value === 'object' && value !== null && '__html' in value ? String(value.__html) : ''
}

function attribute(key: string, value: unknown, svg: boolean): string {
  const known = svg ? svgNames : htmlNames
  let name = known.get(key)
  if (name === undefined) {
    name = attributeName(key, svg)
    known.set(key, name)
  }
  if (name === '') return ''
  // A yes-or-no of ARIA, data and the enumerated attributes is a word; elsewhere it is the presence of the attribute.
  if (typeof value === 'boolean' && name[4] !== '-' && !enumerated.has(name)) return value ? ` ${name}` : ''
  return ` ${name}="${escape(textOf(value))}"`
}

const htmlNames = new Map<string, string>()
const svgNames = new Map<string, string>()

/** The name of an attribute as HTML writes it: JSX has some in camel case. Empty for what is no attribute. */
function attributeName(key: string, svg: boolean): string {
  if (key === 'key' || key === 'ref' || /[\s\n\\/='"\0<>]/.test(key)) return ''
  if (key === 'className') return 'class'
  if (key === 'htmlFor') return 'for'
  if (key.includes('-')) return key
  if (!svg) return key.toLowerCase()
  return /^(stroke|fill|clip|text|font|stop|dominant|marker)[A-Z]/.test(key)
    ? key.replaceAll(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)
    : key
}

/** Only plain values are text: an object in an attribute would be a mistake that nobody sees. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value
  return typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint' ? String(value) : ''
}

const special = /["&<]/

function escape(text: string): string {
  if (!special.test(text)) return text
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
