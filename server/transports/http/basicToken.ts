import type { IncomingHttpHeaders } from 'node:http'
import { tokenPrefix } from '../../meetings/index.ts'

/**
 * The personal token that a calendar program sends as the password of HTTP Basic; the user's name does not count. Null when it
 * sends none. Another password is handed on as a token that is not good, so that it is refused.
 */
export function basicToken({ authorization }: IncomingHttpHeaders): string | null {
  const given = authorization === undefined ? null : /^Basic +([A-Za-z0-9+/]{1,2000}={0,2})$/i.exec(authorization)
  if (given === null) return null
  const text = Buffer.from(given[1] ?? '', 'base64').toString('utf8')
  const password = text.slice(text.indexOf(':') + 1)
  const isPersonal =
    text.includes(':') && password.startsWith(tokenPrefix.personal) && /^[A-Za-z0-9._~+/=-]{1,200}$/.test(password)
  return isPersonal ? password : ''
}

/** Whether to ask for a password in that way, should nobody be signed in: never a page, whose browser would ask the person. */
export function asksBasic({ 'sec-fetch-site': site, cookie }: IncomingHttpHeaders): boolean {
  return site === undefined && cookie === undefined
}
