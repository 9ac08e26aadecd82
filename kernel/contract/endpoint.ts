import type { Static, TObject, TSchema } from 'typebox'

/** Everything a page can do, a program can do: one value that is served as a page and as JSON under `/api`. */
export type Endpoint<I extends TObject = TObject, R extends TSchema = TSchema> = {
  kind: 'query' | 'command'
  /** `module.verb-noun`: names the endpoint in logs, metrics, OpenAPI. */
  id: string
  /** Path with `:name` parts, which are read into the input. */
  path: string
  /** A permission, `signed-in`, or `public`. */
  permission: string
  input: I
  reply: R
  /** Refusal codes it may answer with, besides the kernel's own. */
  refusals: readonly string[]
  /** One English sentence for OpenAPI, with the law or source where there is one. */
  summary: string
  /** Stricter than the general limit: requests a minute from one address. */
  perMinute?: number
  /**
   * Why this command is never repeated by key: its input or reply is a secret, and a kept reply or a hash of the input would
   * outlive it in the database. The key is ignored; sending it twice must do no harm.
   */
  unrepeated?: string
  /** A command that leaves no trace on purpose (a preview, a search by POST) says why here. */
  recordsNothing?: string
}

type Spec<I extends TObject, R extends TSchema> = Omit<Endpoint<I, R>, 'kind' | 'refusals'> & {
  refusals?: readonly string[]
}

/** An endpoint that only reads: GET. */
export function query<I extends TObject, R extends TSchema>(spec: Spec<I, R>): Endpoint<I, R> & { kind: 'query' } {
  return { refusals: [], ...spec, kind: 'query' }
}

/** An endpoint that changes something, in one transaction, at most once per idempotency key: POST. */
export function command<I extends TObject, R extends TSchema>(spec: Spec<I, R>): Endpoint<I, R> & { kind: 'command' } {
  return { refusals: [], ...spec, kind: 'command' }
}

export type InputOf<E> = E extends Endpoint<infer I, TSchema> ? Static<I> : never
export type ReplyOf<E> = E extends Endpoint<TObject, infer R> ? Static<R> : never

/** The address of an endpoint: path parts filled in, the rest as a query string; undefined values are left out. */
export function pathTo(endpoint: { path: string }, values: Readonly<Record<string, unknown>> = {}): string {
  const used = new Set<string>()
  const path = endpoint.path.replace(/:([a-zA-Z]+)/g, (_, name: string) => {
    used.add(name)
    return encodeURIComponent(String(values[name]))
  })
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(values)) {
    if (used.has(name) || value === undefined || value === null || value === '') continue
    for (const one of Array.isArray(value) ? value : [value]) search.append(name, String(one))
  }
  const tail = search.toString()
  return tail ? `${path}?${tail}` : path
}
