import { createHash, createHmac } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'

type Stored = { bytes: Buffer; at: Date }

/** The part of the S3 API that the store uses, in memory, with the signature of every request verified (AWS Signature Version 4). */
export async function startS3(keys: { id: string; secret: string }, bucket: string) {
  const objects = new Map<string, Stored>()
  let failing = 0
  const server = createServer((request, response) => {
    answer(request, response).catch(error => response.writeHead(500).end(String(error)))
  })
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const body = await bodyOf(request)
    if (failing > 0 && request.method === 'PUT') {
      failing -= 1
      return sendError(response, 503, 'SlowDown')
    }
    if (!isSigned(request, body, keys)) return sendError(response, 403, 'SignatureDoesNotMatch')
    const url = new URL(request.url ?? '/', 'http://localhost')
    const key = decodeURIComponent(url.pathname).slice(bucket.length + 2)
    if (!url.pathname.startsWith(`/${bucket}`)) return sendError(response, 404, 'NoSuchBucket')
    if (request.method === 'GET' && key === '') return sendList(response, objects, url.searchParams)
    if (request.method === 'PUT') return putObject(request, response, objects, key, body, bucket)
    if (request.method === 'DELETE') {
      objects.delete(key)
      return void response.writeHead(204).end()
    }
    const found = objects.get(key)
    if (!found) return sendError(response, 404, 'NoSuchKey')
    const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? []
    const bytes = from === undefined ? found.bytes : found.bytes.subarray(Number(from), Number(to) + 1)
    response.writeHead(from === undefined ? 200 : 206, {
      'content-length': bytes.length,
      'last-modified': found.at.toUTCString(),
      etag: '"x"',
    })
    return void response.end(request.method === 'HEAD' ? undefined : bytes)
  }
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  return {
    endpoint: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`,
    /** Answers that many writes with 503. */
    failNext(times: number) {
      failing = times
    },
    async stop() {
      server.closeAllConnections()
      await new Promise(done => server.close(done))
    },
  }
}

function putObject(
  request: IncomingMessage,
  response: ServerResponse,
  objects: Map<string, Stored>,
  key: string,
  body: Buffer,
  bucket: string,
) {
  const source = request.headers['x-amz-copy-source']
  if (typeof source !== 'string') {
    objects.set(key, { bytes: body, at: new Date() })
    return void response.writeHead(200, { etag: '"x"' }).end()
  }
  const from = objects.get(
    decodeURIComponent(source)
      .replace(/^\//, '')
      .slice(bucket.length + 1),
  )
  if (!from) return sendError(response, 404, 'NoSuchKey')
  objects.set(key, { bytes: from.bytes, at: new Date() })
  return void response.writeHead(200).end('<CopyObjectResult><ETag>"x"</ETag></CopyObjectResult>')
}

function sendList(response: ServerResponse, objects: Map<string, Stored>, query: URLSearchParams) {
  const prefix = query.get('prefix') ?? ''
  const after = query.get('continuation-token') ?? ''
  const keys = [...objects.keys()].filter(key => key.startsWith(prefix) && key > after).toSorted()
  // Small pages, so that the reader has to turn them.
  const page = keys.slice(0, 2)
  const more = keys.length > page.length
  const rows = page.map(
    key =>
      `<Contents><Key>${key}</Key><LastModified>${objects.get(key)!.at.toISOString()}</LastModified><Size>${objects.get(key)!.bytes.length}</Size></Contents>`,
  )
  const next = more ? `<NextContinuationToken>${page.at(-1)}</NextContinuationToken>` : ''
  response.writeHead(200, { 'content-type': 'application/xml' })
  response.end(
    `<?xml version="1.0"?><ListBucketResult><IsTruncated>${more}</IsTruncated>${next}${rows.join('')}</ListBucketResult>`,
  )
}

function sendError(response: ServerResponse, status: number, code: string) {
  response
    .writeHead(status, { 'content-type': 'application/xml' })
    .end(`<Error><Code>${code}</Code><Message>${code}</Message></Error>`)
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks)
}

function isSigned(request: IncomingMessage, body: Buffer, keys: { id: string; secret: string }): boolean {
  const header =
    /Credential=([^/]+)\/(\d+)\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})/.exec(
      request.headers.authorization ?? '',
    )
  if (!header) return false
  const [, id, date = '', region = '', signed = '', signature] = header
  const payload = String(request.headers['x-amz-content-sha256'])
  if (/^[0-9a-f]{64}$/.test(payload) && createHash('sha256').update(body).digest('hex') !== payload) return false
  const url = new URL(request.url ?? '/', 'http://localhost')
  const query = [...url.searchParams]
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .toSorted()
    .join('&')
  const headers = signed
    .split(';')
    .map(name => `${name}:${String(request.headers[name]).trim()}\n`)
    .join('')
  const canonical = [request.method, url.pathname, query, headers, signed, payload].join('\n')
  const scope = `${date}/${region}/s3/aws4_request`
  const text = [
    'AWS4-HMAC-SHA256',
    request.headers['x-amz-date'],
    scope,
    createHash('sha256').update(canonical).digest('hex'),
  ].join('\n')
  const key = [date, region, 's3', 'aws4_request'].reduce<string | Buffer>(
    (secret, part) => createHmac('sha256', secret).update(part).digest(),
    `AWS4${keys.secret}`,
  )
  return id === keys.id && createHmac('sha256', key).update(text).digest('hex') === signature
}

function encode(text: string): string {
  return encodeURIComponent(text).replaceAll(
    /[!'()*]/g,
    letter => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
