import type { PersonId, Result } from '../../../shared/base/index.ts'

/** Somebody with an e-mail address who can sign in. */
export interface Account {
  readonly id: string
  readonly email: string
  readonly name: string
}

/** A signed-in browser: whose it is, and which of their sessions (for closing its sockets at sign-out). */
export interface Login {
  readonly account: Account
  readonly loginSession: string
}

/** Who has an account and who is signed in. The rest of the house knows nothing of the library behind it. */
export interface Accounts {
  /** Who the cookies of these headers belong to. Never writes. */
  loginOf(headers: Headers): Promise<Login | null>
  /** As `loginOf`, and makes a session in use last longer; the cookies go to the browser. */
  refresh(headers: Headers): Promise<{ readonly login: Login | null; readonly cookies: readonly string[] }>
  /** Refuses `unauthenticated` alike for an unknown address and a wrong password. */
  signIn(email: string, password: string): Promise<Result<{ readonly account: Account; readonly cookies: readonly string[] }>>
  /** Ends the session of these headers; the cookies clear the browser's. */
  signOut(headers: Headers): Promise<{ readonly loginSession: string | null; readonly cookies: readonly string[] }>
  find(accountId: string): Account | null
  findByEmail(email: string): Account | null
  /** Refuses `conflict` when the address has an account. It has no password yet. */
  create(who: { readonly email: string; readonly name: string }): Promise<Result<Account>>
  /** Sets the first or a new password and ends every session of the account. */
  setPassword(accountId: string, password: string): Promise<void>
  hasPassword(accountId: string): boolean
  rename(accountId: string, name: string): Promise<void>
}

/** The person behind an account. */
export function personOfAccount(accountId: string): PersonId {
  // The brand is earned by the prefix, which no guest has.
  return `a:${accountId}` as PersonId
}

/** The account behind a person; null for a guest. */
export function accountOfPerson(person: PersonId): string | null {
  return person.startsWith('a:') ? person.slice(2) : null
}
