import type { Response } from 'express'
import type { Refusal } from '../../../shared/base/index.ts'
import type { Problem } from '../../../shared/protocol/index.ts'
import { statusOf, titleOf } from '../answer.ts'

const basic = 'Basic realm="Rapporteur", charset="UTF-8"'

/** Sends a refusal as `application/problem+json` (RFC 9457). */
export function sendProblem(
  response: Response,
  refusal: Refusal,
  more: { readonly fault?: string; readonly fields?: readonly string[] } = {},
): void {
  const status = statusOf(refusal.code)
  const fields = more.fields ?? refusal.fields
  response.locals.refused = refusal.code
  const problem: Problem = {
    type: 'about:blank',
    title: titleOf(refusal.code),
    status,
    code: refusal.code,
    detail: refusal.message,
    ...(refusal.reason === undefined ? {} : { reason: refusal.reason }),
    ...(more.fault === undefined ? {} : { fault: more.fault }),
    ...(fields === undefined ? {} : { fields: [...fields] }),
  }
  if (status === 429) response.set('retry-after', '60')
  if (status === 503) response.set('retry-after', '2')
  if (status === 401) response.set('www-authenticate', response.locals.asksBasic === true ? basic : 'Bearer realm="rapporteur"')
  response.status(status).set('cache-control', 'no-store').type('application/problem+json').send(JSON.stringify(problem))
}
