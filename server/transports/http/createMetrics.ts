import type { RequestHandler } from 'express'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Storage, StorageHealth } from '../../storage/index.ts'

/** What machines may read of this server: counts and times, never content. */
export interface Metrics {
  /** Counts each request by the route's pattern, so that no id stands in a label. */
  count(route: string, method: string, status: number, seconds: number): void
  readonly handler: RequestHandler
}

/** Why edits cannot be stored, or not soon, in one word; null when all is well. A green light over a hanging disk would be a lie. */
export function whyNotReady({ saving, reason, late }: StorageHealth): string | null {
  if (!saving) return reason ?? 'not saving'
  return late ? 'slow' : null
}

/** Opens the figures of one server. `withProcess` adds those of the Node process. */
export function createMetrics(storage: Storage, options: { readonly withProcess: boolean }): Metrics {
  const registry = new Registry()
  if (options.withProcess) collectDefaultMetrics({ register: registry })
  const labelNames = ['route', 'method', 'status'] as const
  const requests = new Counter({ name: 'http_requests_total', help: 'Requests answered', labelNames, registers: [registry] })
  const seconds = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time to answer',
    labelNames: ['route', 'method'],
    buckets: [0.005, 0.02, 0.1, 0.5, 2],
    registers: [registry],
  })
  new Gauge({
    name: 'rapporteur_saving',
    help: '1 while edits can be stored, 0 while they cannot',
    registers: [registry],
    collect() {
      this.set(storage.health().saving ? 1 : 0)
    },
  })
  new Gauge({
    name: 'rapporteur_not_ready',
    help: '1 with the reason for which edits cannot be stored, or not soon; without a sample all is well',
    labelNames: ['reason'],
    registers: [registry],
    collect() {
      this.reset()
      const reason = whyNotReady(storage.health())
      if (reason !== null) this.set({ reason }, 1)
    },
  })
  return {
    count(route, method, status, took) {
      requests.inc({ route, method, status })
      seconds.observe({ route, method }, took)
    },
    handler: async (_request, response) => {
      const text = await registry.metrics()
      response.set('cache-control', 'no-store').type(registry.contentType).send(text)
    },
  }
}
