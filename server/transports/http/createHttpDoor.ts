import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express'
import { refuse } from '../../../shared/base/index.ts'
import type { Config, ReportFault } from '../../base/index.ts'
import { recordJsonSchema } from '../../exports/index.ts'
import type { Workspace } from '../../meetings/index.ts'
import type { Identify } from '../identify.ts'
import { answerCall, answerFault, type DoorParts } from './answerCall.ts'
import { createCallBudget } from './createCallBudget.ts'
import { createGuessGuard } from './createGuessGuard.ts'
import { createMetrics, whyNotReady } from './createMetrics.ts'
import { noteRequest } from './noteRequest.ts'
import { openApi } from './openApi.ts'
import { routes } from './routes.ts'
import { securityHeaders } from './securityHeaders.ts'
import { sendProblem } from './sendProblem.ts'
import { servePages } from './servePages.ts'

interface Needs {
  readonly at: Workspace
  readonly identify: Identify
  readonly reportFault: ReportFault
  readonly trustProxy: Config['trustProxy']
  /** The folder of the built pages. */
  readonly pages: string
  readonly withProcessMetrics?: boolean
  /** Calls are counted by whoever makes them; only a test that makes thousands goes without. */
  readonly countsCalls?: boolean
}

/** The longest body that most routes take. */
const usualBytes = 64 * 1024

/** The HTTP door: the table of routes under `/api`, health and figures for machines, and the pages. */
export function createHttpDoor(needs: Needs): Express {
  const { at } = needs
  const mayCall = needs.countsCalls === false ? null : createCallBudget(at.clock)
  const parts: DoorParts = { at, identify: needs.identify, reportFault: needs.reportFault, guesses: createGuessGuard(), mayCall }
  const metrics = createMetrics(at.storage, { withProcess: needs.withProcessMetrics ?? false })
  const note = (pattern: string) => noteRequest(pattern, { log: at.log, clock: at.clock, metrics })
  const door = express()
  // Whom to believe about a client's address; without a proxy, nobody.
  door.set('trust proxy', needs.trustProxy === false ? false : needs.trustProxy)
  door.set('query parser', 'simple')
  door.set('etag', false)
  door.disable('x-powered-by')
  door.use(securityHeaders(at.publicUrl))

  door.get('/livez', (_request, response) => {
    response.set('cache-control', 'no-store').type('text/plain').send('alive\n')
  })
  door.get('/readyz', ready(at))
  door.get('/metrics', onlyForMachines(parts), metrics.handler)

  for (const route of routes) {
    const { method, path, maxBytes, takesFile } = route
    const limit = maxBytes ?? usualBytes
    const json = express.json({ limit, strict: true, type: 'application/json' })
    const body = takesFile !== undefined ? express.raw({ limit, type: () => true }) : json
    const long = maxBytes === undefined ? [] : [onlyKnown(parts)]
    door[method](`/api${path}`, note(path), ...long, body, answerCall(parts, route))
  }
  const description = JSON.stringify(openApi(routes, at.publicUrl))
  door.get('/api/openapi.json', note('/openapi.json'), (_request, response) => {
    response.type('application/json').send(description)
  })
  const schema = JSON.stringify(recordJsonSchema(`${at.publicUrl}/api/schemas/record.json`))
  door.get('/api/schemas/record.json', note('/schemas/record.json'), (_request, response) => {
    response.type('application/schema+json').send(schema)
  })
  door.use('/api', note('unknown'), nothingHere)

  door.use(toPublicAddress(at.publicUrl))
  door.use(servePages(needs.pages))
  door.use(nothingHere)
  door.use(broken(parts))
  return door
}

/** On one's own machine two names lead here, but cookies and origins are bound to one: a page asked for by the other moves over. */
function toPublicAddress(publicUrl: string): RequestHandler {
  const other = publicUrl.replace('//127.0.0.1', '//localhost')
  return (request, response, next) => {
    const isOther = other !== publicUrl && request.headers.host === new URL(other).host
    if (!isOther || request.method !== 'GET') return next()
    response.set('cache-control', 'no-store').redirect(307, `${publicUrl}${request.originalUrl}`)
  }
}

/** Ready means: edits can be stored (RELIABILITY O4). */
function ready(at: Workspace): RequestHandler {
  return (_request, response) => {
    const why = whyNotReady(at.storage.health())
    response.set('cache-control', 'no-store').status(why === null ? 200 : 503)
    response.type('application/json').send(JSON.stringify({ ready: why === null, reason: why }))
  }
}

/** The figures are for this machine and for administrators: who else asks finds nothing. */
function onlyForMachines(parts: DoorParts): RequestHandler {
  return async (request, response, next) => {
    const { remoteAddress = '' } = request.socket
    const here = /^(127\.|::1$|::ffff:127\.)/.test(remoteAddress) && request.headers['x-forwarded-for'] === undefined
    if (here) return next()
    const identified = await parts.identify(request.headers)
    if (identified.ok && identified.value.caller.kind === 'account' && identified.value.caller.administrator) return next()
    nothingHere(request, response, next)
  }
}

/** Nobody's long body is read: who calls is asked again by the route itself, with all that it needs. */
function onlyKnown(parts: DoorParts): RequestHandler {
  return async (request, response, next) => {
    try {
      const identified = await parts.identify(request.headers)
      if (identified.ok && identified.value.caller.kind !== 'stranger') return next()
      const refusal = identified.ok
        ? refuse('unauthenticated', 'Sign in, or come in by a seat link.').refusal
        : identified.refusal
      // What is still on its way is not waited for.
      sendProblem(response.set('connection', 'close'), refusal)
    } catch (error) {
      answerFault(parts, error, `${request.method} ${request.path}`, response)
    }
  }
}

const nothingHere: RequestHandler = (_request, response) => {
  sendProblem(response, { code: 'notFound', message: 'There is nothing at this address.' })
}

/** What went wrong before a route was reached: a body that is too long or no JSON, an address that cannot be decoded. */
function broken(parts: DoorParts): ErrorRequestHandler {
  return (error: unknown, _request, response, _next) => {
    const { type, status, limit } = described(error)
    if (type === 'entity.too.large') {
      return sendProblem(response, { code: 'tooLarge', message: `The body is longer than ${Math.floor(limit / 1024)} kB.` })
    }
    if (status >= 400 && status < 500) {
      return sendProblem(response, { code: 'malformed', message: 'The request cannot be read.' })
    }
    answerFault(parts, error, 'http', response)
  }
}

function described(error: unknown): { type: string; status: number; limit: number } {
  if (typeof error !== 'object' || error === null) return { type: '', status: 500, limit: 0 }
  const type = 'type' in error && typeof error.type === 'string' ? error.type : ''
  const status = 'status' in error && typeof error.status === 'number' ? error.status : 500
  const limit = 'limit' in error && typeof error.limit === 'number' ? error.limit : 0
  return { type, status, limit }
}
