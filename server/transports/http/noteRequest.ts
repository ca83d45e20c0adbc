import type { RequestHandler } from 'express'
import type { Clock, Log } from '../../base/index.ts'
import type { Metrics } from './createMetrics.ts'

/** Notes each answer: the route's pattern, the status, the time and who it was; no address, no header, no body, no query. */
export function noteRequest(
  route: string,
  parts: { readonly log: Log; readonly clock: Clock; readonly metrics: Metrics },
): RequestHandler {
  return (request, response, next) => {
    const began = parts.clock.monotonicMs()
    response.once('finish', () => {
      const tookMs = parts.clock.monotonicMs() - began
      parts.metrics.count(route, request.method, response.statusCode, tookMs / 1000)
      const person: unknown = response.locals.person ?? null
      parts.log.info({ method: request.method, route, status: response.statusCode, ms: Math.round(tookMs), person }, 'request')
    })
    next()
  }
}
