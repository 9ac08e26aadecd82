import type { FastifyReply, FastifyRequest } from 'fastify'
import { Invalid, Refusal, type Actor, type Download, type Lang } from '../../contract/index.ts'
import { findingText, kernelRefusals, renderDocument, type FormState, type PageContextValue } from '../../html/index.ts'
import { signTopics } from '../live.ts'
import { describeError } from '../log.ts'
import { h } from 'preact'
import type { Done, PageBinding, ShellKind } from '../module.ts'
import { cookiesOf, csrfFor, flashCookie, langCookie, setCookie } from './guard.ts'
import { partAsked } from './part.ts'
import type { Site } from './site.ts'

export type Seen = { actor: Actor; idle: number }

/** The reader's language: their choice, Vietnamese otherwise. */
export function langOf(request: FastifyRequest): Lang {
  return cookiesOf(request).get(langCookie) === 'en' ? 'en' : 'vi'
}

/** What a page knows about this request. */
export function pageContext(
  site: Site,
  request: FastifyRequest,
  reply: FastifyReply,
  seen: Seen,
  form?: FormState,
): PageContextValue {
  const flash = readFlash(site, request, reply)
  return {
    lang: langOf(request),
    csrf: csrfFor(request, reply, site.secret, site.secureCookies),
    path: request.url,
    now: site.clock(),
    actor: seen.actor,
    topics: [],
    assets: site.look.assets,
    ...(form ? { form } : {}),
    ...(flash ? { flash } : {}),
  }
}

/** Writes a page: content in its shell in a document. */
export function sendPage(
  site: Site,
  reply: FastifyReply,
  page: PageContextValue,
  binding: PageBinding,
  view: unknown,
  seen: Seen,
  status = 200,
): FastifyReply {
  page.topics.push(...(binding.topics?.(view as never, page) ?? []))
  const title = binding.title(view as never, page)
  const frame = binding.frame?.(view as never, page) ?? {}
  const content = h(binding.component, { view: view as never, page })
  return sendHtml(
    site,
    reply,
    page,
    binding.shell,
    title,
    () => site.look.shell(binding.shell, page, site.nav, content, seen.idle, frame),
    seen,
    status,
  )
}

/** Answers a refusal, bad input or fault: a page for browsers, problem JSON (RFC 9457) for programs. */
export function sendProblem(
  site: Site,
  request: FastifyRequest,
  reply: FastifyReply,
  error: unknown,
  seen: Seen,
): FastifyReply {
  const lang = langOf(request)
  const problem = problemOf(site, lang, error, request.id)
  if (problem.status >= 500) site.log.error({ request: request.id, ...describeError(error) }, 'request failed')
  if (wantsJson(request))
    return reply
      .status(problem.status)
      .type('application/problem+json')
      .send(JSON.stringify({ type: 'about:blank', ...problem }))
  if (problem.status === 401)
    return reply.redirect(
      `${site.look.signIn}?next=${encodeURIComponent(request.method === 'GET' ? request.url : '/')}`,
      303,
    )
  const page = pageContext(site, request, reply, seen)
  const kind: ShellKind = seen.actor.kind === 'person' ? 'staff' : 'public'
  const what = { status: problem.status, code: problem.code, message: problem.detail, request: request.id }
  return sendHtml(
    site,
    reply,
    page,
    kind,
    problem.title,
    () => site.look.shell(kind, page, site.nav, site.look.refusal(page, what), seen.idle, { paper: true }),
    seen,
    problem.status,
  )
}

/** A failed form's state: what was typed, and what is wrong, in the reader's language. */
export function formState(
  site: Site,
  lang: Lang,
  action: string,
  values: Record<string, unknown>,
  error: Invalid | Refusal,
): FormState {
  if (error instanceof Invalid) {
    return {
      action,
      values,
      errors: error.findings.map(finding => ({ path: finding.path, message: findingText(lang, finding) })),
    }
  }
  const message = refusalText(site, lang, error)
  return {
    action,
    values,
    errors: error.field ? [{ path: error.field, message }] : [],
    refusal: { code: error.code, message },
  }
}

/** Sends a file with its length; the one part of it that a reader of a long document asks for, when the file can give parts. */
export function sendDownload(request: FastifyRequest, reply: FastifyReply, file: Download): FastifyReply {
  const kind = file.inline ? 'inline' : 'attachment'
  reply
    .type(file.type)
    .header(
      'content-disposition',
      `${kind}; filename="${file.name.replaceAll(/[^\w.-]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    )
    .header('cache-control', 'private, no-store')
  if (file.body instanceof Uint8Array) return reply.send(Buffer.from(file.body))
  const { size, part } = file
  if (size === undefined) return reply.send(file.body)
  if (!part) return reply.header('content-length', size).send(file.body)
  reply.header('accept-ranges', 'bytes')
  // Nothing here names a version of the file, so a condition on one is never met and means the whole.
  const asked = request.headers['if-range'] === undefined ? partAsked(request.headers.range, size) : 'whole'
  if (asked === 'whole') return reply.header('content-length', size).send(file.body)
  if (asked === 'none') return reply.status(416).header('content-range', `bytes */${size}`).send('')
  return reply
    .status(206)
    .header('content-range', `bytes ${asked.from}-${asked.to}/${size}`)
    .header('content-length', asked.to - asked.from + 1)
    .send(part(asked.from, asked.to))
}

/** A word shown once on the next page. */
export function keepFlash(site: Site, reply: FastifyReply, done: Done): void {
  const { kind, text } = typeof done === 'string' ? { kind: 'done', text: done } : done
  setCookie(reply, site.secureCookies, flashCookie, `${kind}:${text}`, 30)
}

export function wantsJson(request: FastifyRequest): boolean {
  return request.url.startsWith('/api/')
}

function readFlash(site: Site, request: FastifyRequest, reply: FastifyReply): PageContextValue['flash'] {
  const kept = /^(done|partly):(.+)$/s.exec(cookiesOf(request).get(flashCookie) ?? '')
  if (!kept?.[2]) return undefined
  setCookie(reply, site.secureCookies, flashCookie, '', 0)
  return { kind: kept[1] === 'partly' ? 'partly' : 'done', text: kept[2] }
}

type Problem = { status: number; code: string; title: string; detail: string; errors?: unknown[]; instance?: string }

function problemOf(site: Site, lang: Lang, error: unknown, request: string): Problem {
  const texts = kernelRefusals(lang)
  if (error instanceof Invalid) {
    const errors = error.findings.map(finding => ({
      path: finding.path,
      code: finding.code,
      message: findingText(lang, finding),
    }))
    const title = texts['kernel.invalid-input']!({})
    return {
      status: 422,
      code: 'kernel.invalid-input',
      title,
      detail: [title, ...errors.map(one => `${one.path}: ${one.message}`)].join(' '),
      errors,
    }
  }
  if (error instanceof Refusal) {
    const detail = refusalText(site, lang, error)
    return {
      status: error.status,
      code: error.code,
      title: detail,
      detail,
      ...(error.field ? { errors: [{ path: error.field, code: error.code, message: detail }] } : {}),
    }
  }
  const detail = texts['kernel.unexpected']!({ request })
  return { status: 500, code: 'kernel.unexpected', title: detail, detail, instance: request }
}

function refusalText(site: Site, lang: Lang, refusal: Refusal): string {
  const own = kernelRefusals(lang)[refusal.code]
  if (own) return own(refusal.params)
  for (const module of site.modules) {
    const text = module.texts[lang].refusals[refusal.code]
    if (text !== undefined) return typeof text === 'string' ? text : text(refusal.params)
  }
  return refusal.code
}

function sendHtml(
  site: Site,
  reply: FastifyReply,
  page: PageContextValue,
  kind: ShellKind,
  title: string,
  body: () => Parameters<typeof renderDocument>[0]['body'],
  seen: Seen,
  status: number,
): FastifyReply {
  const html = renderDocument({
    title: `${title} · ${site.look.siteName(page.lang)}`,
    body: body(),
    page,
    live: () => (page.topics.length > 0 && seen.actor.kind === 'person' ? signTopics(site.secret, page.topics) : ''),
    idle: seen.actor.kind === 'person' ? seen.idle : 0,
    bodyClass: `cs-${kind}`,
    // What somebody asked for is for them, not for search engines.
    robots: kind === 'public' && !page.path.includes('?'),
  })
  return reply
    .status(status)
    .type('text/html; charset=utf-8')
    .header('cache-control', 'private, no-store')
    .send(Buffer.from(html))
}
