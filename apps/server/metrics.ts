import type pg from 'pg'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

/** Prometheus figures of this node: the process, requests by route and status, the database pool, the work that waits or gave up. */
export function createMetrics(pool: pg.Pool) {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const requests = new Histogram({
    name: 'congso_request_seconds',
    help: 'Time to answer a request.',
    labelNames: ['route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  })
  new Gauge({
    name: 'congso_pool_waiting',
    help: 'Requests waiting for a database connection.',
    registers: [registry],
    collect() {
      this.set(pool.waitingCount)
    },
  })
  new Gauge({
    name: 'congso_jobs',
    help: 'Background jobs by state.',
    labelNames: ['state'],
    registers: [registry],
    async collect() {
      const found = await pool.query<{ state: string; n: number }>(
        `select case when attempts >= max_attempts then 'gave-up' when locked_at is not null then 'running' else 'waiting' end as state, count(*) as n from graphile_worker._private_jobs group by 1`,
      )
      this.reset()
      for (const row of found.rows) this.set({ state: row.state }, row.n)
    },
  })
  return {
    measured: (route: string, status: number, ms: number) => requests.observe({ route, status }, ms / 1000),
    text: () => registry.metrics(),
  }
}
