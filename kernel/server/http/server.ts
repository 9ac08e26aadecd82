import { randomUUID } from 'node:crypto'
import compress from '@fastify/compress'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import staticFiles from '@fastify/static'
import fastify, { type FastifyInstance } from 'fastify'
import { anonymous } from '../../contract/actor.ts'
import { Refusal } from '../../contract/index.ts'
import { readTopics } from '../live.ts'
import { sendProblem } from './answer.ts'
import { langCookie, safetyHeaders, setCookie, tokenOf } from './guard.ts'
import { openApi } from './openapi.ts'
import { addRoutes } from './routes.ts'
import { siteOf, type Site, type SiteOptions } from './site.ts'

const bodyLimit = 2 * 1024 * 1024

/** Builds the HTTP edge; it does not listen. */
export async function createServer(options: SiteOptions): Promise<FastifyInstance> {
  const site = siteOf(options)
  const app = fastify({
    bodyLimit,
    trustProxy: options.trustProxy ?? false,
    genReqId: () => randomUUID(),
    forceCloseConnections: 'idle',
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 200 },
  })
  app.setValidatorCompiler(() => () => true)
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) =>
    done(null, new URLSearchParams(String(body))),
  )
  await app.register(multipart, {
    limits: { fileSize: 512 * 1024 * 1024, files: 50, fields: 2000, fieldSize: 200_000 },
  })
  await app.register(compress, {
    global: true,
    threshold: 1400,
    encodings: ['br', 'gzip'],
    brotliOptions: { params: { 1: 4 } },
  })
  await app.register(rateLimit, {
    max: options.requestsPerMinute ?? 1200,
    timeWindow: 60_000,
    keyGenerator: request => tokenOf(request)?.toString('base64url') ?? request.ip,
    errorResponseBuilder: (_request, context) =>
      new Refusal('kernel.too-many', { seconds: Math.ceil(context.ttl / 1000) }, 429),
  })
  await app.register(staticFiles, {
    root: site.look.assetsFolder,
    prefix: '/assets/',
    immutable: true,
    maxAge: '365d',
    preCompressed: true,
  })
  addHooks(app, site)
  addOwnRoutes(app, site)
  addRoutes(app, site)
  return app
}

function addHooks(app: FastifyInstance, site: Site): void {
  app.addHook('onSend', async (_request, reply) => {
    reply.headers(safetyHeaders)
  })
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown'
    site.measured?.(`${request.method} ${route}`, reply.statusCode, reply.elapsedTime)
    site.log.info(
      {
        request: request.id,
        method: request.method,
        route,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      },
      'answered',
    )
  })
  app.setErrorHandler((error, request, reply) =>
    sendProblem(site, request, reply, asRefusal(error), { actor: anonymous, idle: 0 }),
  )
  app.setNotFoundHandler(async (request, reply) => {
    const seen = await site.runner.whoIs(tokenOf(request)).catch(() => ({ actor: anonymous, idle: 0 }))
    return sendProblem(site, request, reply, new Refusal('kernel.not-found', {}, 404), seen)
  })
}

function addOwnRoutes(app: FastifyInstance, site: Site): void {
  app.get('/', async (request, reply) =>
    reply.redirect(site.look.home((await site.runner.whoIs(tokenOf(request))).actor), 303),
  )
  app.get('/healthz', async () => ({ ok: true }))
  app.get('/readyz', async (_request, reply) => {
    const ready = await site.pool.query('select 1').then(
      () => true,
      () => false,
    )
    return reply.status(ready ? 200 : 503).send({ ready })
  })
  app.get('/metrics', async (_request, reply) =>
    reply.type('text/plain; version=0.0.4').send((await site.metrics?.()) ?? ''),
  )
  app.get('/openapi.json', async () => openApi(site.modules, site.version))
  app.get<{ Params: { lang: string }; Querystring: { back?: string } }>('/language/:lang', async (request, reply) => {
    setCookie(reply, site.secureCookies, langCookie, request.params.lang === 'en' ? 'en' : 'vi', 31_536_000)
    const back = request.query.back ?? '/'
    return reply.redirect(/^\/(?![/\\])/.test(back) ? back : '/', 303)
  })
  app.get<{ Querystring: { topics?: string } }>('/live', async (request, reply) => {
    const { actor } = await site.runner.whoIs(tokenOf(request))
    const topics = readTopics(site.secret, request.query.topics ?? '')
    if (actor.kind !== 'person' || !topics || !site.live)
      return sendProblem(site, request, reply, new Refusal('kernel.forbidden', {}, 403), { actor, idle: 0 })
    reply.hijack()
    reply.raw.writeHead(200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
      ...safetyHeaders,
    })
    site.live.follow(topics, reply.raw)
    return reply
  })
}

/** What the edge itself refuses, in the words of everybody else's refusals. */
function asRefusal(error: unknown): unknown {
  if (error instanceof Refusal || !(error instanceof Error)) return error
  const status = 'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : 500
  if (status === 413) return new Refusal('kernel.too-large', { limit: '2 MB' }, 413)
  if (status >= 400 && status < 500) return new Refusal('kernel.malformed', {}, status)
  return error
}
