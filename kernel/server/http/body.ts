import type { FastifyRequest } from 'fastify'
import { Refusal, type Endpoint, type FileToRead } from '../../contract/index.ts'
import type { Site } from './site.ts'

/** A request body: form entries or JSON, what was typed (to show it again), and the form's own control fields. */
export type Body = {
  entries?: [string, unknown][]
  json?: Record<string, unknown>
  values: Record<string, unknown>
  control: { _csrf?: string; _back?: string; _key?: string }
}

/** Reads a form, multipart form or JSON body. Files go to the store while they arrive, after `admit` has let them. */
export async function readBody(
  site: Site,
  request: FastifyRequest,
  endpoint: Endpoint,
  admit: () => Promise<void>,
): Promise<Body> {
  if (request.isMultipart()) {
    await admit()
    return bodyOf(await readParts(site, request, endpoint))
  }
  const body = request.body
  if (body instanceof URLSearchParams) return bodyOf([...body])
  if (body === undefined || body === null) return bodyOf([])
  if (typeof body === 'object' && !Array.isArray(body)) return { json: { ...body }, values: {}, control: {} }
  throw new Refusal('kernel.malformed', {}, 400)
}

async function readParts(site: Site, request: FastifyRequest, endpoint: Endpoint): Promise<[string, unknown][]> {
  const entries: [string, unknown][] = []
  for await (const part of request.parts()) {
    const toRead = mostToRead(endpoint, part.fieldname)
    if (part.type === 'field') {
      entries.push([part.fieldname, String(part.value)])
    } else if (part.filename !== '' && toRead > 0) {
      entries.push([part.fieldname, await readFile(part.file, part.filename.normalize('NFC'), toRead)])
    } else if (part.filename === '' || !takesFiles(endpoint)) {
      part.file.resume()
    } else {
      entries.push([
        part.fieldname,
        await site.keepUpload(part.file, { name: part.filename.normalize('NFC'), type: part.mimetype }),
      ])
    }
  }
  return entries
}

/** The most bytes a field takes of a file that is read and not kept; 0 when it takes none. */
function mostToRead(endpoint: Endpoint, field: string): number {
  const schema: unknown = endpoint.input.properties[field]
  const most = typeof schema === 'object' && schema !== null && 'readsBytes' in schema ? schema.readsBytes : 0
  return typeof most === 'number' ? most : 0
}

/** What is over the limit is read and dropped: a browser hears a refusal only after it has sent everything. */
async function readFile(stream: AsyncIterable<Uint8Array>, name: string, most: number): Promise<FileToRead> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of stream) {
    size += part.byteLength
    if (size <= most) parts.push(part)
  }
  if (size > most) throw new Refusal('kernel.too-large', { limit: `${Math.floor(most / 1_048_576)} MB` }, 413)
  return { name, base64: Buffer.concat(parts).toString('base64') }
}

function takesFiles(endpoint: Endpoint): boolean {
  return JSON.stringify(endpoint.input).includes('"upload":true')
}

const controls = new Set(['_csrf', '_back', '_key'])

function bodyOf(entries: [string, unknown][]): Body {
  const body: Body = { entries, values: {}, control: {} }
  for (const [name, value] of entries) {
    if (typeof value === 'string' && controls.has(name)) Object.assign(body.control, { [name]: value })
    else if (name in body.values) body.values[name] = [body.values[name], value].flat()
    else body.values[name] = value
  }
  return body
}
