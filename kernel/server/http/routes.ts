import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { holds, Invalid, Refusal, type Download, type Endpoint } from '../../contract/index.ts'
import type { Call } from '../runner.ts'
import type { Door, FormBinding } from '../module.ts'
import { anonymous, systemActor } from '../../contract/actor.ts'
import { formState, keepFlash, langOf, pageContext, sendDownload, sendPage, sendProblem, type Seen } from './answer.ts'
import { decodeForm } from './decode.ts'
import { cookiesOf, refuseForeign, refuseForgery, setCookie, tokenOf } from './guard.ts'
import { readBody, type Body } from './body.ts'
import type { Site } from './site.ts'

/** Serves every endpoint twice: as a page at its path, and as JSON under `/api`. */
export function addRoutes(app: FastifyInstance, site: Site): void {
  for (const module of site.modules) {
    for (const { endpoint } of module.handlers) {
      const options = endpoint.perMinute
        ? { config: { rateLimit: { max: endpoint.perMinute, timeWindow: 60_000 } } }
        : {}
      const url = endpoint.path
      if (endpoint.kind === 'query') {
        app.get(`/api${url}`, options, (request, reply) => answerQuery(site, endpoint, request, reply))
        if (site.pages.has(endpoint.id))
          app.get(url, options, (request, reply) => answerPage(site, endpoint, request, reply))
        else if (isDownload(endpoint))
          app.get(url, options, (request, reply) => answerQuery(site, endpoint, request, reply))
      } else {
        app.post(`/api${url}`, options, (request, reply) => answerCommand(site, endpoint, request, reply))
        const form = site.forms.get(endpoint.id)
        if (form) app.post(url, options, (request, reply) => answerForm(site, endpoint, form, request, reply))
      }
    }
    for (const door of module.doors ?? []) {
      const options = door.perMinute ? { config: { rateLimit: { max: door.perMinute, timeWindow: 60_000 } } } : {}
      app.get(door.path, options, (request, reply) => openDoor(site, door, request, reply))
    }
  }
}

async function answerQuery(
  site: Site,
  endpoint: Endpoint,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  let seen = nobody
  try {
    const outcome = await site.runner.run(endpoint, inputOf(endpoint, request, {}), callOf(request))
    seen = outcome
    if (isDownload(endpoint)) return sendDownload(request, reply, outcome.reply as Download)
    return reply
      .type('application/json')
      .header('cache-control', 'private, no-store')
      .send(JSON.stringify(outcome.reply))
  } catch (error) {
    return sendProblem(site, request, reply, error, seen)
  }
}

async function answerPage(
  site: Site,
  endpoint: Endpoint,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  try {
    const outcome = await site.runner.run(endpoint, inputOf(endpoint, request, {}), callOf(request))
    const page = pageContext(site, request, reply, outcome)
    return sendPage(site, reply, page, site.pages.get(endpoint.id)!, outcome.reply, outcome)
  } catch (error) {
    return sendProblem(site, request, reply, error, await seenOf(site, request))
  }
}

async function answerCommand(
  site: Site,
  endpoint: Endpoint,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  try {
    refuseForeign(request)
    const body = await readBody(site, request, endpoint, () => admitUpload(site, endpoint, request))
    const key = request.headers['idempotency-key']
    const outcome = await site.runner.run(
      endpoint,
      inputOf(endpoint, request, body),
      callOf(request, typeof key === 'string' ? key : undefined),
    )
    if (isDownload(endpoint)) return sendDownload(request, reply, outcome.reply as Download)
    return reply.type('application/json').header('cache-control', 'no-store').send(JSON.stringify(outcome.reply))
  } catch (error) {
    return sendProblem(site, request, reply, error, nobody)
  }
}

async function openDoor(site: Site, door: Door, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const from = fromOf(request)
  const tools: Parameters<Door['open']>[0] = {
    run: async (endpoint, input) =>
      (await site.runner.run(endpoint, input, { actor: systemActor(door.path), from, requestId: request.id })).reply,
    log: (message, data) => site.log.info({ request: request.id, ...data }, message),
  }
  try {
    const cookies = cookiesOf(request)
    const opened = await door.open(tools, { query: request.url.split('?')[1] ?? '', cookie: name => cookies.get(name) })
    for (const cookie of opened.cookies) setCookie(reply, site.secureCookies, cookie.name, cookie.value, cookie.maxAge)
    return reply.header('cache-control', 'no-store').redirect(opened.to, 303)
  } catch (error) {
    return sendProblem(site, request, reply, error, nobody)
  }
}

async function answerForm(
  site: Site,
  endpoint: Endpoint,
  form: FormBinding,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  let body: Body = { values: {}, control: {} }
  try {
    body = await readBody(site, request, endpoint, () => admitUpload(site, endpoint, request))
    refuseForgery(request, site.secret, body.control._csrf)
    const input = inputOf(endpoint, request, body)
    const outcome = await site.runner.run(endpoint, input, callOf(request, body.control._key || undefined))
    const page = pageContext(site, request, reply, outcome)
    const word = form.done?.(outcome.reply as never, page)
    if (word) keepFlash(site, reply, word)
    for (const cookie of form.cookies?.(outcome.reply as never) ?? [])
      setCookie(reply, site.secureCookies, cookie.name, cookie.value, cookie.maxAge)
    return reply.redirect(form.to(outcome.reply as never, input as never, localPath(body.control._back)), 303)
  } catch (error) {
    if (!(error instanceof Invalid || error instanceof Refusal))
      return sendProblem(site, request, reply, error, await seenOf(site, request))
    return showFormAgain(site, request, reply, body, error)
  }
}

/** The page a form says it stood on, if that is a page of ours. */
function localPath(back: string | undefined): string {
  return back && /^\/(?![/\\])/.test(back) ? back : '/'
}

/** The page the form stood on, with what was typed and what is wrong; nothing was changed. */
async function showFormAgain(
  site: Site,
  request: FastifyRequest,
  reply: FastifyReply,
  body: Body,
  error: Invalid | Refusal,
): Promise<FastifyReply> {
  const seen = await seenOf(site, request)
  const back = body.control._back && findPage(site, body.control._back)
  if (!back || (error instanceof Refusal && (error.status === 401 || error.status === 404)))
    return sendProblem(site, request, reply, error, seen)
  try {
    const input = decodeForm(back.endpoint.input, back.entries)
    const outcome = await site.runner.run(back.endpoint, input, callOf(request))
    const state = formState(site, langOf(request), request.url, body.values, error)
    const page = { ...pageContext(site, request, reply, outcome, state), path: body.control._back ?? '/' }
    return sendPage(
      site,
      reply,
      page,
      site.pages.get(back.endpoint.id)!,
      outcome.reply,
      outcome,
      error instanceof Invalid ? 422 : error.status,
    )
  } catch {
    return sendProblem(site, request, reply, error, seen)
  }
}

const nobody: Seen = { actor: anonymous, idle: 0 }

async function seenOf(site: Site, request: FastifyRequest): Promise<Seen> {
  return await site.runner.whoIs(tokenOf(request)).catch(() => nobody)
}

/** Nobody fills the disk with files for a command they may not run. */
async function admitUpload(site: Site, endpoint: Endpoint, request: FastifyRequest): Promise<void> {
  if (endpoint.permission === 'public') return
  const { actor } = await site.runner.whoIs(tokenOf(request))
  if (actor.kind === 'anonymous') throw new Refusal('kernel.sign-in-first', {}, 401)
  if (endpoint.permission !== 'signed-in' && !holds(actor, endpoint.permission))
    throw new Refusal('kernel.forbidden', {}, 403)
}

function callOf(request: FastifyRequest, key?: string): Call {
  if (key !== undefined && !/^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/.test(key))
    throw new Invalid([{ path: 'Idempotency-Key', code: 'format' }])
  return { token: tokenOf(request), key, requestId: request.id, from: fromOf(request) }
}

function fromOf(request: FastifyRequest) {
  return { address: request.ip, device: (request.headers['user-agent'] ?? '').slice(0, 400) }
}

/** Path parts, then the query string or body. Text is decoded by the schema; a JSON body is taken as it is. */
function inputOf(
  endpoint: Endpoint,
  request: FastifyRequest,
  body: Body | Record<string, never>,
): Record<string, unknown> {
  const parts = Object.entries(record(request.params))
  if ('json' in body && body.json) {
    const named = decodeForm(endpoint.input, parts)
    return { ...body.json, ...Object.fromEntries(parts.map(([name]) => [name, named[name]])) }
  }
  const given = 'entries' in body && body.entries ? body.entries : queryEntries(request.url)
  return decodeForm(endpoint.input, [...given, ...parts])
}

function queryEntries(url: string): [string, string][] {
  return [...new URLSearchParams(url.split('?')[1] ?? '')]
}

function findPage(site: Site, back: string): { endpoint: Endpoint; entries: [string, string][] } | undefined {
  if (!back.startsWith('/') || back.startsWith('//')) return undefined
  const path = back.split('?')[0] ?? ''
  const candidates = [...site.pages.values()]
    .map(page => page.endpoint)
    .sort((a, b) => a.path.split(':').length - b.path.split(':').length)
  for (const endpoint of candidates) {
    const names: string[] = []
    const pattern = endpoint.path.replaceAll(/:([a-zA-Z]+)/g, (_, name: string) => (names.push(name), '([^/]+)'))
    const found = new RegExp(`^${pattern}$`).exec(path)
    if (found)
      return {
        endpoint,
        entries: [
          ...queryEntries(back),
          ...names.map((name, index): [string, string] => [name, decodeURIComponent(found[index + 1] ?? '')]),
        ],
      }
  }
  return undefined
}

function isDownload(endpoint: Endpoint): boolean {
  return 'download' in endpoint.reply && endpoint.reply.download === true
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
