import { refusalCodes } from '../../shared/base/index.ts'
import type { Problem } from '../../shared/protocol/index.ts'
import { ApiRefused, ApiUnreachable } from './ApiError.ts'

export type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE'

/** What goes out as a body: a file as it is, everything else as JSON. */
function bodyOf(body: unknown): { readonly type: string; readonly body: Blob | string } {
  if (body instanceof Blob) return { type: 'application/octet-stream', body }
  return { type: 'application/json', body: JSON.stringify(body) }
}

/**
 * One question to the server under `/api`. Throws ApiRefused for its no, ApiUnreachable for silence. Answers are not
 * parsed against their schemas: a page that is older than the server must live with fields it does not know.
 */
export async function request<T>(method: Method, path: string, body?: unknown, signal?: AbortSignal): Promise<T> {
  const response = await reach(method, path, body, signal)
  if (response.status === 204) return undefined as T // nothing was asked for by those who call with T = void
  const answer: unknown = await read(response)
  if (response.ok) return answer as T // our own server's answer, whose shape shared/protocol fixes and its tests check
  throw refused(response.status, answer)
}

async function reach(method: Method, path: string, body: unknown, signal: AbortSignal | undefined): Promise<Response> {
  const sent = body === undefined ? null : bodyOf(body)
  try {
    return await fetch(`/api${path}`, {
      method,
      credentials: 'same-origin',
      cache: 'no-store',
      // A question that nobody waits for any more is taken back.
      ...(signal === undefined ? {} : { signal }),
      headers: { accept: 'application/json', ...(sent === null ? {} : { 'content-type': sent.type }) },
      ...(sent === null ? {} : { body: sent.body }),
    })
  } catch (cause) {
    throw new ApiUnreachable(cause)
  }
}

async function read(response: Response): Promise<unknown> {
  const text = await response.text().catch((cause: unknown) => {
    throw new ApiUnreachable(cause)
  })
  try {
    return text === '' ? undefined : JSON.parse(text)
  } catch (cause) {
    // A proxy's own page in place of our answer: the server was not reached.
    throw new ApiUnreachable(cause)
  }
}

function refused(status: number, answer: unknown): ApiRefused {
  const problem = (typeof answer === 'object' && answer !== null ? answer : {}) as Partial<Problem> // each member is checked below
  const code = refusalCodes.find((known) => known === problem.code) ?? (status >= 500 ? 'internal' : 'invalid')
  const fields = Array.isArray(problem.fields) ? problem.fields.map(String) : []
  return new ApiRefused(
    code,
    typeof problem.detail === 'string' ? problem.detail : code,
    fields,
    problem.fault ?? null,
    problem.reason ?? null,
  )
}
