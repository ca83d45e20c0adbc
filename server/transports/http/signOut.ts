import { stringifySetCookie } from 'cookie'
import { ok, type Result } from '../../../shared/base/index.ts'
import { endGuest, type Workspace } from '../../meetings/index.ts'
import { guestCookieName } from '../identify.ts'
import type { Call } from './route.ts'

/** Ends the session of this browser, whoever it is: the cookie is worth nothing afterwards, and its sockets close. */
export async function signOut(call: Call<unknown, unknown>): Promise<Result<null>> {
  const { at, caller } = call
  const { loginSession, cookies } = await at.accounts.signOut(call.headers)
  for (const line of cookies) call.setCookie(line)
  if (loginSession !== null) at.rooms.closeConnections({ loginSession }, 'ended', 'You signed out.')
  await endGuest(at, caller)
  forgetGuest(call)
  return ok(null)
}

/** The cookie that keeps a guest on this device. */
export function guestCookie(at: Workspace, token: string): string {
  return cookieLine(at, token, 180 * 24 * 3600)
}

/** Clears the guest's cookie. */
export function forgetGuest(call: Pick<Call<unknown, unknown>, 'at' | 'setCookie'>): void {
  call.setCookie(cookieLine(call.at, '', 0))
}

function cookieLine(at: Workspace, value: string, maxAge: number): string {
  const secure = at.publicUrl.startsWith('https:')
  return stringifySetCookie({
    name: guestCookieName(at.publicUrl),
    value,
    maxAge,
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure,
  })
}
