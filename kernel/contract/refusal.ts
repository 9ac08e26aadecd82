/** Values a refusal's text may speak of: names, dates, counts; never secrets. */
export type RefusalParams = Readonly<Record<string, string | number>>

/** A business "no": nothing was changed, and the reader is told why in their own language. */
export class Refusal extends Error {
  readonly code: string
  readonly params: RefusalParams
  readonly status: number
  /** The input field the reason belongs to, as a path such as `papers.0.verdict`. */
  readonly field: string | undefined
  constructor(code: string, params: RefusalParams = {}, status = 409, field?: string) {
    super(code)
    this.name = 'Refusal'
    this.code = code
    this.params = params
    this.status = status
    this.field = field
  }
}

/** Bad input: each finding names its field by path and the rule it breaks. */
export class Invalid extends Error {
  readonly findings: readonly Finding[]
  constructor(findings: readonly Finding[]) {
    super('kernel.invalid-input')
    this.name = 'Invalid'
    this.findings = findings
  }
}
export type Finding = { path: string; code: string; params?: RefusalParams }

/** The declared refusal codes of a module, `module.reason`, as a typed function that throws one of them. */
export function refusals<M extends string, const Codes extends readonly string[]>(module: M, codes: Codes) {
  type Code = `${M}.${Codes[number]}`
  const refuse = (code: Code, params?: RefusalParams, field?: string): never => {
    throw new Refusal(code, params, 409, field)
  }
  const list = codes.map(code => `${module}.${code}`)
  return { refuse, list }
}

/** The code union of a module's refusals, for texts: `Record<CodesOf<typeof refuse>, …>`. */
export type CodesOf<F> = F extends (code: infer C, ...rest: never[]) => never ? Extract<C, string> : never

/** What the actor may not see does not exist for them: same answer as for a thing that is not there. */
export function notFound(): never {
  throw new Refusal('kernel.not-found', {}, 404)
}

/** The actor may see the thing but not do this to it. */
export function forbidden(permission: string): never {
  throw new Refusal('kernel.forbidden', { permission }, 403)
}

/** The thing has changed since the reader looked at it. */
export function stale(): never {
  throw new Refusal('kernel.stale', {}, 409)
}
