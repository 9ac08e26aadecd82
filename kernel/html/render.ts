import { h, type ComponentChild } from 'preact'
import { PageContext, type PageContextValue } from './page-context.ts'
import { toHtml } from './to-html.ts'

export type DocumentParts = {
  title: string
  body: ComponentChild
  page: PageContextValue
  /** Signed topics this page follows, empty when it follows none; asked for after the body has named its topics. */
  live: () => string
  bodyClass: string
  /** Seconds after which the session ends without activity; 0 when nobody is signed in. */
  idle: number
  robots: boolean
}

/** A whole HTML document: pure text, no inline script or style. */
export function renderDocument(parts: DocumentParts): string {
  const { page } = parts
  const body = toHtml(h(PageContext.Provider, { value: page }, parts.body))
  const live = parts.live()
  const asset = (name: string) => page.assets[name] ?? `/assets/${name}`
  // Public pages carry less style: a first visit is small.
  const styles = parts.bodyClass === 'cs-public' && page.assets['public.css'] ? 'public.css' : 'app.css'
  const fonts = ['be-vietnam-pro-400.woff2', 'be-vietnam-pro-vi-400.woff2']
    .flatMap(name =>
      page.assets[name]
        ? [`<link rel="preload" as="font" type="font/woff2" href="${page.assets[name]}" crossorigin>`]
        : [],
    )
    .join('')
  return `<!doctype html><html lang="${page.lang}"><head><meta charset="utf-8"><title>${escapeHtml(parts.title)}</title>\
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="turbo-refresh-method" content="morph"><meta name="turbo-refresh-scroll" content="preserve">\
<meta name="csrf" content="${page.csrf}">${live ? `<meta name="live-topics" content="${live}">` : ''}${parts.idle ? `<meta name="idle" content="${parts.idle}">` : ''}\
${parts.robots ? '' : '<meta name="robots" content="noindex">'}<link rel="icon" href="${asset('icon.svg')}">${fonts}<link rel="stylesheet" href="${asset(styles)}" data-turbo-track="reload">\
<script src="${asset('app.js')}" type="module" data-turbo-track="reload"></script></head><body class="${parts.bodyClass}">${body}</body></html>`
}

export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
