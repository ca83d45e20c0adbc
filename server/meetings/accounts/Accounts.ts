import type { PersonId, Result } from '../../../shared/base/index.ts'
import type { Device } from './deviceOf.ts'

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

/** One place where an account is signed in. Times are ms since 1970. */
export interface LoginLine {
  readonly loginSession: string
  readonly device: Device
  readonly since: number
  readonly seen: number
  readonly until: number
}

/** A password that was looked at and hashed, ready to be stored. */
export interface PreparedPassword {
  readonly hash: string
}

/** Who has an account and who is signed in. The rest of the house knows nothing of the library behind it. */
export interface Accounts {
  /** Who the cookies of these headers belong to. Never writes. */
  loginOf(headers: Headers): Promise<Login | null>
  /** As `loginOf`, and makes a session in use last longer; the cookies go to the browser. */
  refresh(headers: Headers): Promise<{ readonly login: Login | null; readonly cookies: readonly string[] }>
  /** Refuses `unauthenticated` alike for an unknown address and a wrong password. */
  signIn(
    email: string,
    password: string,
    device: Device,
  ): Promise<Result<{ readonly account: Account; readonly cookies: readonly string[] }>>
  /** Ends the session of these headers; the cookies clear the browser's. */
  signOut(headers: Headers): Promise<{ readonly loginSession: string | null; readonly cookies: readonly string[] }>
  find(accountId: string): Account | null
  findByEmail(email: string): Account | null
  /** Refuses `conflict` when the address has an account. It has no password yet. */
  create(who: { readonly email: string; readonly name: string }): Promise<Result<Account>>
  /** Sets the first or a new password and ends every session of the account. */
  setPassword(accountId: string, password: string | PreparedPassword): Promise<void>
  /** Refuses `invalid` for a password that is easily guessed, `tooMany` when too much is being hashed. Changes nothing. */
  prepare(password: string, owner: { readonly email: string; readonly name: string }): Promise<Result<PreparedPassword>>
  /** Whether this is the account's password; refuses `tooMany` when too much is being hashed. */
  isPassword(accountId: string, password: string): Promise<Result<boolean>>
  /** Where the account is signed in, the newest first. */
  loginsOf(accountId: string): readonly LoginLine[]
  /** Ends those of the account's sessions that `which` names; says which they were. */
  endLogins(accountId: string, which: (login: LoginLine) => boolean): Promise<readonly string[]>
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
