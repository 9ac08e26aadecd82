import { renderDocument } from '@congso/kernel/html'
import type { ComponentChild } from 'preact'
import { blankPage, type PageContextValue } from '../page-context.ts'

/** HTML of some components on a page that a test describes. */
export function htmlOf(content: ComponentChild, page: Partial<PageContextValue> = {}): string {
  const whole = { ...blankPage, ...page }
  const html = renderDocument({
    title: '',
    body: content,
    page: whole,
    live: () => '',
    bodyClass: '',
    idle: 0,
    robots: true,
  })
  return html.slice(html.indexOf('<body'))
}

/** The opening tags of one element, as written. */
export function tagsOf(html: string, name: string): string[] {
  return html.match(new RegExp(`<${name}(?=[\\s>])[^>]*>`, 'g')) ?? []
}

/** The value of an attribute of an opening tag; an attribute without a value is the empty string. */
export function attribute(tag: string | undefined, name: string): string | undefined {
  const found = new RegExp(`\\s${name}(?:="([^"]*)")?(?=[\\s/>])`).exec(tag ?? '')
  return found ? (found[1] ?? '') : undefined
}
