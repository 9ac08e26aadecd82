import type { ComponentChild } from 'preact'
import type pg from 'pg'
import type { Actor, Lang, Upload } from '../../contract/index.ts'
import type { Frame, PageContextValue } from '../../html/page-context.ts'
import type { Clock } from '../clock.ts'
import type { Live } from '../live.ts'
import type { Log } from '../log.ts'
import type { FormBinding, Module, NavItem, PageBinding, ShellKind } from '../module.ts'
import type { Runner } from '../runner.ts'

/** What the application gives the edge: everything that has a face. */
export type Look = {
  shell: (
    kind: ShellKind,
    page: PageContextValue,
    nav: readonly NavItem[],
    content: ComponentChild,
    idle: number,
    frame: Frame,
  ) => ComponentChild
  refusal: (
    page: PageContextValue,
    what: { status: number; code: string; message: string; request: string },
  ) => ComponentChild
  /** Built assets: folder, and address by plain name. */
  assetsFolder: string
  assets: Readonly<Record<string, string>>
  /** Where a person without a session is sent, and where `/` leads. */
  signIn: string
  home: (actor: Actor) => string
  siteName: (lang: Lang) => string
}

/** Takes the bytes of an upload into the store before a command runs. */
export type KeepUpload = (stream: NodeJS.ReadableStream, given: { name: string; type: string }) => Promise<Upload>

export type SiteOptions = {
  modules: readonly Module[]
  runner: Runner
  pool: pg.Pool
  clock: Clock
  log: Log
  live?: Live
  look: Look
  secret: string
  keepUpload: KeepUpload
  /** Behind TLS: cookies travel only over https. */
  secureCookies: boolean
  /** Proxies whose forwarded addresses are believed; none by default. */
  trustProxy?: boolean | string
  requestsPerMinute?: number
  version: string
  /** Called after each finished request: endpoint id, status, milliseconds. */
  measured?: (endpoint: string, status: number, ms: number) => void
  metrics?: () => Promise<string>
}

export type Site = SiteOptions & {
  pages: ReadonlyMap<string, PageBinding>
  forms: ReadonlyMap<string, FormBinding>
  nav: readonly NavItem[]
}

/** The application's endpoints, pages and forms by endpoint id. */
export function siteOf(options: SiteOptions): Site {
  return {
    ...options,
    pages: new Map(options.modules.flatMap(module => module.pages.map(page => [page.endpoint.id, page]))),
    forms: new Map(options.modules.flatMap(module => module.forms.map(form => [form.endpoint.id, form]))),
    nav: options.modules.flatMap(module => module.nav ?? []),
  }
}
