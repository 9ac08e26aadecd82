import { timingSafeEqual } from 'node:crypto'
import { BlockList, isIPv6 } from 'node:net'
import { notFound } from '@congso/kernel/contract'
import { journalLead } from '@congso/kernel/server'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type pg from 'pg'
import type { Config } from './config.ts'

/**
 * Who may watch this server, and what it says of itself: figures only to who shows the token, or without one to this machine and
 * private networks; readiness tells when the journal stands still because it is ahead of its database.
 */
export function watchOver(
  server: FastifyInstance,
  { config, pool }: { config: Pick<Config, 'metricsToken' | 'trustProxy'>; pool: Pick<pg.Pool, 'query'> },
): void {
  server.addHook('onRequest', async (request, reply) => {
    const { url } = request.routeOptions
    if (url === '/metrics' && !mayReadMetrics(request, config)) return notFound()
    if (url !== '/readyz') return undefined
    // A database that does not answer is told by the route itself.
    const lead = await journalLead(pool).catch(() => 0)
    return lead > 0 ? reply.status(503).send({ ready: false, why: 'journal-ahead', lead }) : undefined
  })
}

type Asking = Pick<FastifyRequest, 'ip' | 'headers'>

/** Whether this request may have the figures of the process. */
export function mayReadMetrics(
  { ip, headers }: Asking,
  { metricsToken, trustProxy }: Pick<Config, 'metricsToken' | 'trustProxy'>,
): boolean {
  if (metricsToken !== '') return isSame(headers.authorization ?? '', `Bearer ${metricsToken}`)
  // A proxy nobody told us of makes everybody look like a neighbour.
  const hides = headers['x-forwarded-for'] !== undefined || headers.forwarded !== undefined
  return (trustProxy || !hides) && neighbours.check(ip, isIPv6(ip) ? 'ipv6' : 'ipv4')
}

const neighbours = new BlockList()
neighbours.addSubnet('127.0.0.0', 8)
neighbours.addSubnet('10.0.0.0', 8)
neighbours.addSubnet('172.16.0.0', 12)
neighbours.addSubnet('192.168.0.0', 16)
neighbours.addAddress('::1', 'ipv6')
neighbours.addSubnet('fc00::', 7, 'ipv6')
neighbours.addSubnet('fe80::', 10, 'ipv6')

function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)]
  return a.length === b.length && timingSafeEqual(a, b)
}
