import type { IncomingHttpHeaders } from 'node:http'
import { parseCookie } from 'cookie'
import type { Caller } from '../../shared/access/index.ts'
import { ok, type Result, refuse } from '../../shared/base/index.ts'
import { accountCaller, callerOfGuestToken, callerOfToken, tokenPrefix, type Workspace } from '../meetings/index.ts'

/** Who is calling, and by which cookie session, so that signing out can close its sockets; null for tokens and guests. */
export interface Identified {
  readonly caller: Caller
  readonly loginSession: string | null
}

/** Finds out who is calling; `token` is what a door took from elsewhere than the headers (`auth.token`, a subprotocol). */
export type Identify = (headers: IncomingHttpHeaders, token?: string | null) => Promise<Result<Identified>>

/**
 * The one function that says who is calling, for every door. A token given on purpose comes before any cookie, and a token that
 * is not good is refused rather than ignored. Nothing but the server's own knowledge goes into the answer.
 */
export function createIdentify(at: Workspace): Identify {
  return async (headers, token = null) => {
    const given = token ?? bearerOf(headers)
    if (given !== null) {
      const caller = given.startsWith(tokenPrefix.guest) ? await callerOfGuestToken(at, given, 'token') : callerOfToken(at, given)
      if (caller === null) return refuse('unauthenticated', 'That token is not good, or no longer.')
      return ok({ caller, loginSession: null })
    }
    if (headers.cookie === undefined) return ok(stranger)
    const login = await at.accounts.loginOf(new Headers({ cookie: headers.cookie }))
    if (login !== null) {
      return ok({ caller: accountCaller(at, login.account, 'cookie'), loginSession: login.loginSession })
    }
    const guestToken = parseCookie(headers.cookie)[guestCookieName(at.publicUrl)]
    const guest = guestToken === undefined ? null : await callerOfGuestToken(at, guestToken, 'cookie')
    return ok(guest === null ? stranger : { caller: guest, loginSession: null })
  }
}

/**
 * Whether a cookie of ours may be used by the page that made this request: only a page of the one public address. Foreign, `null`
 * and missing origins may not, on state-changing requests and at every socket handshake, polling included (DECIDED 16, W1, W2).
 * Browsers leave `Origin` out of same-origin GET requests, of which long polling is made; `Sec-Fetch-Site`, which no page can set,
 * vouches for those. Without a cookie there is nothing to abuse.
 */
export function originAllowed(headers: IncomingHttpHeaders, publicUrl: string): boolean {
  if (headers.cookie === undefined || headers.origin === publicUrl) return true
  return headers.origin === undefined && headers['sec-fetch-site'] === 'same-origin'
}

/** The name of the guest's cookie; with https bound to this host, path `/` and a secure line. */
export function guestCookieName(publicUrl: string): string {
  return publicUrl.startsWith('https:') ? '__Host-rapporteur-guest' : 'rapporteur-guest'
}

const stranger: Identified = { caller: { kind: 'stranger' }, loginSession: null }

function bearerOf(headers: IncomingHttpHeaders): string | null {
  const { authorization } = headers
  if (authorization === undefined) return null
  return /^Bearer +([A-Za-z0-9._~+/=-]{1,200})$/i.exec(authorization)?.[1] ?? ''
}
