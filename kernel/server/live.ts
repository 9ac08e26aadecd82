import { createHmac, timingSafeEqual } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import pg from 'pg'
import { describeError, type Log } from './log.ts'
import { liveChannel } from './relay.ts'

/** Open event streams of this node, each following some topics. */
export type Live = {
  follow(topics: readonly string[], response: ServerResponse): void
  readonly open: number
  stop(): Promise<void>
}

/** Listens on the database and passes "this topic changed" on to the browsers that show it; carries no data. */
export async function startLive(url: string, log: Log): Promise<Live> {
  const streams = new Set<{ topics: ReadonlySet<string>; response: ServerResponse }>()
  let stopped = false
  let client: pg.Client | undefined
  const connect = async () => {
    const fresh = new pg.Client({
      connectionString: url,
      application_name: 'congso-live',
      options: '-c role=congso_app',
      keepAlive: true,
    })
    fresh.on('error', error => {
      log.warn(describeError(error), 'live connection lost')
      tryAgain()
    })
    fresh.on('notification', message => {
      const changed = (message.payload ?? '').split(' ')
      for (const stream of streams) {
        const mine = changed.filter(topic => stream.topics.has(topic))
        if (mine.length > 0) stream.response.write(`data: ${mine.join(' ')}\n\n`)
      }
    })
    await fresh.connect()
    await fresh.query(`listen ${liveChannel}`)
    client = fresh
  }
  let waiting: NodeJS.Timeout | undefined
  // As often as it takes: a database may be away for longer than a moment.
  const tryAgain = () => {
    clearTimeout(waiting)
    if (!stopped) waiting = setTimeout(() => void connect().catch(tryAgain), 1000).unref()
  }
  await connect()
  const heartbeat = setInterval(() => {
    for (const stream of streams) stream.response.write(': still here\n\n')
  }, 25_000)
  heartbeat.unref()
  return {
    get open() {
      return streams.size
    },
    follow(topics, response) {
      const stream = { topics: new Set(topics), response }
      streams.add(stream)
      response.on('close', () => streams.delete(stream))
      response.write('retry: 3000\n\n')
    },
    async stop() {
      stopped = true
      clearInterval(heartbeat)
      for (const stream of streams) stream.response.end()
      await client?.end()
    },
  }
}

/** A page's topics with proof that this server rendered them: a browser can only follow what it was shown. */
export function signTopics(secret: string, topics: readonly string[]): string {
  const list = [...new Set(topics)].sort().join(' ')
  return `${Buffer.from(list).toString('base64url')}.${createHmac('sha256', secret).update(list).digest('base64url')}`
}

/** The topics of a signed list, or undefined when this server did not make it. */
export function readTopics(secret: string, signed: string): string[] | undefined {
  const [body, mac] = signed.split('.')
  if (!body || !mac) return undefined
  const list = Buffer.from(body, 'base64url').toString()
  const expected = createHmac('sha256', secret).update(list).digest()
  const given = Buffer.from(mac, 'base64url')
  return given.length === expected.length && timingSafeEqual(given, expected)
    ? list.split(' ').filter(Boolean)
    : undefined
}
