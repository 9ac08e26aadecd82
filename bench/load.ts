import { randomUUID } from 'node:crypto'
import { Agent, request } from 'node:http'

/** How fast and how even something was. */
export type Figures = { perSecond: number; p50: number; p95: number }

export type Shot = { method: string; path: () => string; cookie: string; body?: () => string; key?: boolean }

/** Sends requests over kept connections, each lane one after the other, for some seconds after one of warming up. */
export async function drive(
  port: number,
  shot: Shot,
  { seconds, lanes }: { seconds: number; lanes: number },
): Promise<Figures> {
  const agent = new Agent({ keepAlive: true, maxSockets: lanes })
  const run = async (until: number, took: number[]) => {
    while (performance.now() < until) {
      const began = performance.now()
      await send(agent, port, shot)
      took.push(performance.now() - began)
    }
  }
  const together = async (ms: number) => {
    const took: number[] = []
    const until = performance.now() + ms
    await Promise.all(Array.from({ length: lanes }, () => run(until, took)))
    return took
  }
  await together(2000)
  const began = performance.now()
  const took = await together(seconds * 1000)
  const elapsed = (performance.now() - began) / 1000
  agent.destroy()
  return { perSecond: took.length / elapsed, ...spread(took) }
}

/** The middle and the slow end of some times. */
export function spread(took: readonly number[]): { p50: number; p95: number } {
  const sorted = took.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return { p50: at(0.5), p95: at(0.95) }
}

function send(agent: Agent, port: number, shot: Shot): Promise<void> {
  return new Promise((resolve, reject) => {
    const body = shot.body?.()
    const headers: Record<string, string> = { cookie: `congso=${shot.cookie}` }
    if (body !== undefined) headers['content-type'] = 'application/json'
    if (shot.key) headers['idempotency-key'] = randomUUID()
    const sent = request({ agent, port, host: '127.0.0.1', method: shot.method, path: shot.path(), headers }, reply => {
      let text = ''
      reply.setEncoding('utf8')
      reply.on('data', (part: string) => (text += reply.statusCode === 200 ? '' : part))
      reply.on('end', () =>
        reply.statusCode === 200
          ? resolve()
          : reject(new Error(`${shot.path()} answered ${reply.statusCode}: ${text.slice(0, 300)}`)),
      )
    })
    sent.on('error', reject)
    sent.end(body)
  })
}
