import { ok, type Refused } from '../../../shared/base/index.ts'
import { type Account, accountCaller, deviceOf, readSession } from '../../meetings/index.ts'
import type { Call } from './route.ts'
import { forgetGuest } from './signOut.ts'

/** Signs in by address and password, within the limits on guessing. A guest of this browser is one no longer. */
export async function signIn(call: Call<unknown, unknown>, email: string, password: string) {
  const allowed = await call.guesses.signIn(email)
  if (!allowed.ok) return notSignedIn(call, email, allowed)
  const entered = await enter(call, { email }, password)
  if (!entered.ok) return notSignedIn(call, email, entered)
  await call.guesses.signedIn(email)
  forgetGuest(call)
  return entered
}

/** Whose account was tried, if it is one: the address itself may be anything, a password in the wrong field too. */
function notSignedIn(call: Call<unknown, unknown>, email: string, refused: Refused): Refused {
  const account = call.at.accounts.findByEmail(email)?.id ?? null
  call.at.log.warn({ account, code: refused.refusal.code }, 'not signed in')
  return refused
}

/** Signs in somebody who has just proved themselves, by a password or by a one-time link: always a new session. */
export async function enter(call: Call<unknown, unknown>, { email }: Pick<Account, 'email'>, password: string) {
  const device = deviceOf(call.headers.get('user-agent') ?? '')
  const signedIn = await call.at.accounts.signIn(email, password, device)
  if (!signedIn.ok) return signedIn
  const { account, cookies } = signedIn.value
  for (const line of cookies) call.setCookie(line)
  call.at.log.info({ account: account.id }, 'signed in')
  return ok(await readSession(call.at, accountCaller(call.at, account, 'cookie')))
}
