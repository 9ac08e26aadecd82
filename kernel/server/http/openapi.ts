import type { Endpoint } from '../../contract/index.ts'
import type { Module } from '../module.ts'

/** The OpenAPI 3.1 description of everything under `/api`, from the same values that are served. */
export function openApi(modules: readonly Module[], version: string): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const module of modules) {
    for (const { endpoint } of module.handlers) {
      const path = `/api${endpoint.path.replaceAll(/:([a-zA-Z]+)/g, '{$1}')}`
      paths[path] = { ...paths[path], [endpoint.kind === 'query' ? 'get' : 'post']: operation(module, endpoint) }
    }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Congso', version, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    components: {
      securitySchemes: { session: { type: 'http', scheme: 'bearer' } },
      schemas: { Problem: problem },
    },
    paths,
  }
}

const problem = {
  type: 'object',
  description: 'RFC 9457 problem',
  required: ['status', 'code', 'title', 'detail'],
  properties: {
    status: { type: 'integer' },
    code: { type: 'string' },
    title: { type: 'string' },
    detail: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        properties: { path: { type: 'string' }, code: { type: 'string' }, message: { type: 'string' } },
      },
    },
  },
}

function operation(module: Module, endpoint: Endpoint): Record<string, unknown> {
  const inPath = [...endpoint.path.matchAll(/:([a-zA-Z]+)/g)].map(found => found[1] ?? '')
  const properties = Object.entries(endpoint.input.properties)
  const required = new Set(endpoint.input.required ?? [])
  const parameters = properties
    .filter(([name]) => inPath.includes(name) || endpoint.kind === 'query')
    .map(([name, schema]) => ({
      name,
      in: inPath.includes(name) ? 'path' : 'query',
      required: inPath.includes(name) || required.has(name),
      schema,
    }))
  const bodyProperties = properties.filter(([name]) => !inPath.includes(name))
  return {
    operationId: endpoint.id,
    tags: [module.name],
    summary: endpoint.summary,
    ...(endpoint.permission === 'public'
      ? { security: [] }
      : { security: [{ session: [] }], 'x-permission': endpoint.permission }),
    parameters: endpoint.kind === 'command' ? [...parameters, keyHeader] : parameters,
    ...(endpoint.kind === 'command' ? { requestBody: bodyOf(bodyProperties, required) } : {}),
    responses: {
      200: { description: 'done', content: { 'application/json': { schema: endpoint.reply } } },
      422: problemReply('bad input'),
      ...(endpoint.refusals.length > 0 ? { 409: problemReply(`refused: ${endpoint.refusals.join(', ')}`) } : {}),
    },
  }
}

const keyHeader = { name: 'Idempotency-Key', in: 'header', required: false, schema: { type: 'string', format: 'uuid' } }

function bodyOf(properties: readonly (readonly [string, unknown])[], required: ReadonlySet<string>) {
  const schema = {
    type: 'object',
    properties: Object.fromEntries(properties),
    required: properties.map(([name]) => name).filter(name => required.has(name)),
  }
  return { content: { 'application/json': { schema } } }
}

function problemReply(description: string) {
  return { description, content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } }
}
