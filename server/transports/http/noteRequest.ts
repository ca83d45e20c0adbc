import type { Request, RequestHandler } from 'express'
import type { Clock, Log } from '../../base/index.ts'
import type { Metrics } from './createMetrics.ts'

/**
 * Notes each answer: the route's pattern and the ids in it, the status, why it was refused, the time and who it was. No address,
 * no header, no body, no query; an id that is none is not repeated.
 */
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
      const code: unknown = response.locals.refused
      const facts = {
        method: request.method,
        route,
        ...idsOf(request),
        status: response.statusCode,
        ...(code === undefined ? {} : { code }),
        ms: Math.round(tookMs),
        person,
      }
      // What somebody was not allowed, or tried too often, is to be found without looking for it.
      if ([401, 403, 429].includes(response.statusCode)) parts.log.warn(facts, 'refused')
      else parts.log.info(facts, 'request')
    })
    next()
  }
}

function idsOf({ params }: Request): { readonly ids?: Readonly<Record<string, string>> } {
  const ids = Object.entries(params).map(([name, value]) => {
    const text = typeof value === 'string' && /^[A-Za-z0-9_.-]{1,64}$/.test(value) ? value : '?'
    return [name, text] as const
  })
  return ids.length === 0 ? {} : { ids: Object.fromEntries(ids) }
}
