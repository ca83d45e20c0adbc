import type { Request, RequestHandler, Response } from 'express'
import { type Result, refuse } from '../../../shared/base/index.ts'
import type { ReportFault } from '../../base/index.ts'
import type { ExportFile } from '../../exports/index.ts'
import type { Workspace } from '../../meetings/index.ts'
import type { Identified, Identify } from '../identify.ts'
import { originAllowed } from '../identify.ts'
import { asksBasic, basicToken } from './basicToken.ts'
import { addressRates, costOf, type MayCall, personRates } from './createCallBudget.ts'
import type { Guesses } from './createGuessGuard.ts'
import { parseInput } from './parseInput.ts'
import type { Route } from './route.ts'
import { sendAnswer } from './sendAnswer.ts'
import { sendFile } from './sendFile.ts'
import { sendProblem } from './sendProblem.ts'

/** What the HTTP door works with. */
export interface DoorParts {
  readonly at: Workspace
  readonly identify: Identify
  readonly reportFault: ReportFault
  readonly guesses: (address: string) => Guesses
  /** Null: nobody's calls are counted. */
  readonly mayCall: MayCall | null
}

/** The handler of one route: who calls, may they use their cookie here, does the input fit; then the use case. */
export function answerCall(parts: DoorParts, route: Route): RequestHandler {
  return async (request, response) => {
    try {
      await answer(parts, route, request, response)
    } catch (error) {
      answerFault(parts, error, `${route.method} ${route.path}`, response)
    }
  }
}

async function answer(parts: DoorParts, route: Route, request: Request, response: Response): Promise<void> {
  const { at } = parts
  response.locals.asksBasic = route.acceptsBasic === true && asksBasic(request.headers)
  const identified = await parts.identify(request.headers, route.acceptsBasic === true ? basicToken(request.headers) : null)
  if (!identified.ok) return sendProblem(response, identified.refusal)
  response.locals.person = identified.value.caller.kind === 'stranger' ? null : identified.value.caller.person
  const counted = countCall(parts, route, request, identified.value)
  if (!counted.ok) return sendProblem(response, counted.refusal)
  const allowed = mayCall(at, route, request, identified.value)
  if (!allowed.ok) return sendProblem(response, allowed.refusal)
  // Another kind of body is refused and not taken for none: a form of a foreign page is of such a kind (RELIABILITY W2).
  const isFile = route.takesFile !== undefined
  if (route.takesFile === true) {
    if (request.is('application/octet-stream') === false) return sendProblem(response, notBytes, { fields: [] })
  } else if (hasBody(request) && request.is('application/json') === false) {
    return sendProblem(response, notJson, { fields: [] })
  }
  const body = isFile ? ({ ok: true, value: undefined } as const) : parseInput(route.body, request.body)
  if (!body.ok) return sendProblem(response, body.refusal, { fields: body.fields })
  const query = parseInput(route.query, route.query === undefined ? undefined : request.query)
  if (!query.ok) return sendProblem(response, query.refusal, { fields: query.fields })

  const cookies: string[] = []
  const result = await route.handle({
    at,
    caller: identified.value.caller,
    loginSession: identified.value.loginSession,
    headers: headersOf(request),
    guesses: parts.guesses(request.ip ?? 'unknown'),
    body: body.value,
    file: isFile && Buffer.isBuffer(request.body) ? request.body : new Uint8Array(),
    query: query.value,
    param: (name) => paramOf(request, name),
    setCookie: (line) => cookies.push(line),
  })
  for (const line of cookies) response.append('set-cookie', line)
  if (!result.ok) return sendProblem(response, result.refusal)
  // `fileRoute` is the only maker of such routes, and its handlers answer with a file.
  if (route.isFile === true) return sendFile(response, result.value as ExportFile)
  sendAnswer(request, response, route.status, result.value)
}

/** A6: somebody who is known is counted as themselves, wherever they call from; a stranger by their address. */
function countCall({ mayCall }: DoorParts, route: Route, request: Request, { caller }: Identified): Result<null> {
  if (mayCall === null) return { ok: true, value: null }
  return caller.kind === 'stranger'
    ? mayCall(`address ${request.ip ?? ''}`, 1, addressRates)
    : mayCall(caller.person, costOf(route), personRates)
}

/** What the accounts need of a request: the cookie, and by what browser somebody signs in. */
function headersOf({ headers }: Request): Headers {
  const { cookie, 'user-agent': userAgent } = headers
  return new Headers({
    ...(cookie === undefined ? {} : { cookie }),
    ...(userAgent === undefined ? {} : { 'user-agent': userAgent }),
  })
}

function hasBody({ headers }: Request): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0
}

/** Of all kinds only this one can be sent by no form of a foreign page; what the file is, its bytes and its name say. */
const notBytes = { code: 'invalid', message: 'Send the file as application/octet-stream.' } as const
const notJson = { code: 'invalid', message: 'Send a body as application/json.' } as const

/** Whether this caller may use this route at all, before anything of the request is looked at. */
function mayCall(at: Workspace, route: Route, request: Request, { caller }: Identified): Result<null> {
  const { headers } = request
  const changes = route.method !== 'get'
  // With a token given on purpose no cookie counts. A foreign page may not sign somebody in either, cookie or not.
  const foreign = headers.origin !== undefined && headers.origin !== at.publicUrl
  if (changes && headers.authorization === undefined && (foreign || !originAllowed(headers, at.publicUrl))) {
    return refuse('forbidden', 'This request does not come from a page of this server.')
  }
  switch (route.who) {
    case 'anybody':
      return { ok: true, value: null }
    case 'administrator':
      if (caller.kind === 'stranger') return refuse('unauthenticated', 'Sign in first.')
      if (caller.kind !== 'account' || !caller.administrator) return refuse('forbidden', 'Only administrators may do that.')
      return { ok: true, value: null }
    case 'account':
      return caller.kind === 'account' ? { ok: true, value: null } : refuse('unauthenticated', 'Sign in first.')
    default:
      // An action of the table: the use case asks it, for the group that the path names.
      if (caller.kind === 'stranger') return refuse('unauthenticated', 'Sign in, or come in by a seat link.')
      return { ok: true, value: null }
  }
}

function paramOf(request: Request, name: string): string {
  const value = request.params[name]
  if (typeof value !== 'string') throw new Error(`The route has no part :${name}`)
  return value
}

/** Tells a fault of ours by its id and nothing else; a store that does not store is told as what it is. */
export function answerFault(parts: DoorParts, error: unknown, route: string, response: Response): void {
  const fault = parts.reportFault(error, { route })
  if (response.headersSent) {
    response.destroy()
    return
  }
  if (!parts.at.storage.health().saving) {
    sendProblem(response, { code: 'notSaving', message: 'The server cannot store anything at the moment: try again soon.' })
    return
  }
  sendProblem(response, { code: 'internal', message: `Something went wrong here; it is noted as ${fault}.` }, { fault })
}
