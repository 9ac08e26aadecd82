import type { Static, TObject, TSchema } from 'typebox'
import type { ComponentChild } from 'preact'
import type { Actor, Endpoint, Event, Id, RefusalParams, Scope } from '../contract/index.ts'
import type { Frame, PageContextValue } from '../html/page-context.ts'
import type { Db } from './db.ts'

/** What a handler is given. `db` is the transaction; who holds it does not hold the outside world. */
export type Ctx = {
  db: Db
  actor: Actor
  /** Epoch milliseconds; the only time there is. */
  now: number
  requestId: string
  caller: Caller
  /** Writes a fact into the journal and, when somebody reacts to it, into the outbox, in this transaction. */
  record<D extends TObject, P extends TObject>(event: Event<D, P>, fact: Fact<D, P>): void
  /** The rows this actor may see under a permission; refuses when it is not held. */
  scope(permission: string): Scope
}

/** Where a request comes from: its living session, the network address, and what the browser says of itself. */
export type Caller = { session: Id<'session'> | null; address: string; device: string }

export type Fact<D extends TObject, P extends TObject> = {
  /** The thing the fact is about. */
  subject: string
  data: Static<D>
  personal?: Static<P>
  /** The agency the fact belongs to; the actor's own when left out. */
  agency?: string
}

export type Handler = {
  endpoint: Endpoint
  run: (ctx: Ctx, input: never) => Promise<unknown>
  /** A query that reads in one statement, which sees one moment by itself: it needs no transaction around it. */
  oneStatement?: boolean
}

/** Binds an endpoint to the function that does it. */
export function handle<I extends TObject, R extends TSchema>(
  endpoint: Endpoint<I, R>,
  run: (ctx: Ctx, input: Static<I>) => Promise<Static<R>>,
  { oneStatement = false }: Pick<Handler, 'oneStatement'> = {},
): Handler {
  return { endpoint, run, oneStatement }
}

export type PageProps<View> = { view: View; page: PageContextValue }
export type PageBinding = {
  endpoint: Endpoint
  component: (props: PageProps<never>) => ComponentChild
  title: (view: never, page: PageContextValue) => string
  shell: ShellKind
  topics?: (view: never, page: PageContextValue) => string[]
  frame?: (view: never, page: PageContextValue) => Frame
}
export type ShellKind = 'staff' | 'public' | 'bare' | 'sign-in'

/** A page for a query: a pure function of the view and the page context. */
export function page<I extends TObject, R extends TSchema>(
  endpoint: Endpoint<I, R>,
  component: (props: PageProps<Static<R>>) => ComponentChild,
  options: {
    title: (view: Static<R>, page: PageContextValue) => string
    shell?: ShellKind
    /** What this page shows, so that it refreshes when one of them changes. */
    topics?: (view: Static<R>, page: PageContextValue) => string[]
    frame?: (view: Static<R>, page: PageContextValue) => Frame
  },
): PageBinding {
  return { endpoint, component, shell: 'staff', ...options }
}

/** What a form says once it is done; `partly` when only some of what was asked happened. */
export type Done = string | { kind: 'done' | 'partly'; text: string }
export type FormBinding = {
  endpoint: Endpoint
  to: (reply: never, input: never, back: string) => string
  done?: (reply: never, page: PageContextValue) => Done
  cookies?: (reply: never) => readonly SetCookie[]
}
export type SetCookie = { name: string; value: string; maxAge: number }

/** Where a browser goes after a command has been done, and the word shown there once. `back` is the page the form stood on. */
export function form<I extends TObject, R extends TSchema>(
  endpoint: Endpoint<I, R>,
  options: {
    to: (reply: Static<R>, input: Static<I>, back: string) => string
    done?: (reply: Static<R>, page: PageContextValue) => Done
    cookies?: (reply: Static<R>) => readonly SetCookie[]
  },
): FormBinding {
  return { endpoint, ...options }
}

export type Reaction = {
  name: string
  event: Event
  run: (ctx: Ctx, fact: { data: never; subject: string; journal: number }) => Promise<void>
}

/** What a module does, durably and once, when a fact was recorded: its own transaction, as the system. */
export function on<D extends TObject>(
  event: Event<D>,
  name: string,
  run: (ctx: Ctx, fact: { data: Static<D>; subject: string; journal: number }) => Promise<void>,
): Reaction {
  return { name, event, run }
}

/** Scheduled work without a database of its own: it runs commands. `every` is a crontab pattern in UTC, or absent for on demand. */
export type Job = { name: string; every?: string; run: (tools: JobTools) => Promise<void> }
export type JobTools = {
  now: number
  run<I extends TObject, R extends TSchema>(endpoint: Endpoint<I, R>, input: Static<I>): Promise<Static<R>>
  log: (message: string, data?: Record<string, unknown>) => void
}

/**
 * A request that goes out into the world before it is answered, such as signing in through another system: it has ports and
 * runs commands as the system, and no database of its own, so that no network call happens inside a transaction.
 */
export type Door = {
  path: string
  perMinute?: number
  open: (
    tools: Pick<JobTools, 'run' | 'log'>,
    request: DoorRequest,
  ) => Promise<{ to: string; cookies: readonly SetCookie[] }>
}
/** `query`: the address's own, without the question mark. */
export type DoorRequest = { query: string; cookie: (name: string) => string | undefined }

/** The text of a refusal in a language. */
export type RefusalText = string | ((params: RefusalParams) => string)
export type ModuleTexts = {
  refusals: Readonly<Record<string, RefusalText>>
  /** Names of permissions as administrators read them. */
  permissions: Readonly<Record<string, string>>
  /** What its facts are called in the journal, by the names of its events. */
  events?: Readonly<Record<string, string>>
}

export type NavItem = {
  key: string
  /** Where it stands in the navigation; the application names and orders the groups. */
  group: string
  icon: string
  path: string
  permission: string
  label: { vi: string; en: string }
}

/** A business area as the application sees it. */
export type Module = {
  name: string
  /** Folder of the module's migrations. */
  migrations?: string
  permissions: readonly string[]
  handlers: readonly Handler[]
  pages: readonly PageBinding[]
  forms: readonly FormBinding[]
  reactions?: readonly Reaction[]
  jobs?: readonly Job[]
  doors?: readonly Door[]
  nav?: readonly NavItem[]
  texts: { vi: ModuleTexts; en: ModuleTexts }
}

/** Checks a module's own promises once, at start: every command a form or an API only, every permission declared. */
export function defineModule(module: Module): Module {
  for (const { endpoint } of module.handlers) {
    const open = endpoint.permission === 'public' || endpoint.permission === 'signed-in'
    if (!open && !module.permissions.includes(endpoint.permission)) {
      throw new Error(`${endpoint.id}: permission ${endpoint.permission} is not declared by ${module.name}`)
    }
    for (const code of endpoint.refusals) {
      if (!(code in module.texts.vi.refusals) && code.startsWith(`${module.name}.`))
        throw new Error(`${endpoint.id}: refusal ${code} has no text`)
    }
  }
  return module
}
