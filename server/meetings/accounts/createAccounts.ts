import { betterAuth } from 'better-auth'
import { isAPIError } from 'better-auth/api'
import { type Millis, type NewId, ok, refuse } from '../../../shared/base/index.ts'
import { newSecret, type Random } from '../../base/index.ts'
import type { JsonFile, PeopleFile } from '../../storage/index.ts'
import type { Account, Accounts, Login, LoginLine } from './Accounts.ts'
import { authAdapter } from './authAdapter.ts'
import { createQueue, QueueFull } from './createQueue.ts'
import { writeDevice } from './deviceOf.ts'
import { createGuessable } from './guessable.ts'
import { hashPassword, isFormerHash, verifyPassword } from './hashPassword.ts'
import { loginLine } from './loginLine.ts'
import { letAccountsRest } from './RestingStorage.ts'

/** A meeting day and the week around it; a session in use is renewed once a day. */
const sessionSeconds = 7 * 24 * 3600
const renewAfterSeconds = 24 * 3600
/** However much it is used, a session ends so long after the sign-in: a device that was forgotten somewhere forgets, too. */
const longestMs = 60 * 24 * 3600 * 1000
/** Signing in once more beyond this ends the oldest session, so that the file of accounts has a bound. */
const mostLogins = 20

interface Needs {
  readonly people: JsonFile<PeopleFile>
  readonly publicUrl: string
  readonly newId: NewId
  readonly random: Random
  readonly now: Millis
}

/** Opens the accounts over people.json. */
export async function createAccounts(needs: Needs): Promise<Accounts> {
  const { people } = needs
  // Passwords cost on purpose: a few at a time beside the main thread, and a bounded queue, so that many sign-ins at once
  // cannot starve the meetings (RELIABILITY W11).
  const costly = createQueue({ atOnce: 2, waiting: 40 })
  const auth = betterAuth({
    database: authAdapter(people, { sealSessions: true }),
    baseURL: needs.publicUrl,
    secret: await cookieSecret(people, needs.random, needs.now),
    telemetry: { enabled: false },
    logger: { disabled: true },
    // Our doors limit guesses themselves, by the address that the trusted proxy tells.
    rateLimit: { enabled: false },
    session: { expiresIn: sessionSeconds, updateAge: renewAfterSeconds, cookieCache: { enabled: false } },
    emailAndPassword: {
      enabled: true,
      // Accounts come from the one-time address, from members of a group and from the command line only.
      disableSignUp: true,
      minPasswordLength: 10,
      maxPasswordLength: 128,
      password: {
        hash: (password) => costly(() => hashPassword(password)),
        verify: (given) => costly(() => verifyPassword(given)),
      },
    },
    advanced: {
      useSecureCookies: false,
      database: { generateId: () => needs.newId() },
      cookies: { session_token: sessionCookie(needs.publicUrl) },
    },
  })
  const { internalAdapter } = await auth.$context
  letAccountsRest()

  const rows = (model: string) => people.value.auth[model] ?? []
  const accountWhere = (field: 'id' | 'email', value: string): Account | null => {
    const row = rows('user').find((user) => user[field] === value)
    return row === undefined ? null : { id: String(row.id), email: String(row.email), name: String(row.name) }
  }
  const loginFrom = (found: Awaited<ReturnType<typeof auth.api.getSession>>): Login | null => {
    if (found === null) return null
    const { user, session } = found
    if (session.createdAt.getTime() + longestMs <= Date.now()) return null
    return { account: { id: user.id, email: user.email, name: user.name }, loginSession: session.id }
  }
  const credentialOf = (accountId: string) =>
    rows('account').find((row) => row.userId === accountId && row.providerId === 'credential' && typeof row.password === 'string')

  const busy = () => refuse('tooMany', 'Too many people are signing in just now: try again in a moment.')
  const isGuessable = createGuessable()
  const loginsOf = (accountId: string): readonly LoginLine[] =>
    rows('session')
      .filter((row) => row.userId === accountId)
      .map(loginLine)
      .filter((login) => login.until > Date.now())
      .sort((one, other) => other.since - one.since)

  async function endLogins(accountId: string, which: (login: LoginLine) => boolean): Promise<readonly string[]> {
    const ended = await people.update((file) => {
      const ids: string[] = []
      const session = (file.auth.session ?? []).filter((row) => {
        const isMeant = row.userId === accountId && which(loginLine(row))
        if (isMeant) ids.push(String(row.id))
        return !isMeant
      })
      return ok({ value: { ...file, auth: { ...file.auth, session } }, result: ids })
    })
    if (!ended.ok) throw new Error(`Sessions could not be ended: ${ended.refusal.message}`)
    return ended.value
  }

  return {
    loginsOf,
    endLogins,

    async prepare(password, owner) {
      if (await isGuessable(password, owner)) {
        return refuse('invalid', 'This password is easily guessed: take a longer one, or some words that do not belong together.')
      }
      try {
        return ok({ hash: await costly(() => hashPassword(password)) })
      } catch (error) {
        if (error instanceof QueueFull) return busy()
        throw error
      }
    },

    async isPassword(accountId, password) {
      const hash = credentialOf(accountId)?.password
      try {
        return ok(typeof hash === 'string' && (await costly(() => verifyPassword({ hash, password }))))
      } catch (error) {
        if (error instanceof QueueFull) return busy()
        throw error
      }
    },

    loginOf: async (headers) => loginFrom(await auth.api.getSession({ headers, query: { disableRefresh: true } })),

    async refresh(headers) {
      const answer = await auth.api.getSession({ headers, returnHeaders: true })
      return { login: loginFrom(answer.response), cookies: answer.headers.getSetCookie() }
    },

    async signIn(email, password, device) {
      const wrong = () => refuse('unauthenticated', 'That e-mail address and password do not go together.')
      const held = (accountId: string) => credentialOf(accountId)?.password
      const asked = accountWhere('email', email.toLowerCase())
      const before = asked === null ? undefined : held(asked.id)
      try {
        const headers = new Headers({ 'user-agent': writeDevice(device) })
        const answer = await auth.api.signInEmail({
          body: { email: email.toLowerCase(), password },
          headers,
          returnHeaders: true,
        })
        const { id, name } = answer.response.user
        // The password was changed while the old one was being compared: whoever still used that one stays out.
        if (before !== held(id)) {
          await auth.api.signOut({ headers: cookiesOf(answer.headers) })
          return wrong()
        }
        if (typeof before === 'string' && isFormerHash(before)) {
          await internalAdapter.updatePassword(id, await costly(() => hashPassword(password)))
        }
        const tooMany = new Set(
          loginsOf(id)
            .slice(mostLogins)
            .map((login) => login.loginSession),
        )
        if (tooMany.size > 0) await endLogins(id, (login) => tooMany.has(login.loginSession))
        return ok({ account: { id, name, email: answer.response.user.email }, cookies: answer.headers.getSetCookie() })
      } catch (error) {
        if (error instanceof QueueFull) return busy()
        if (isAPIError(error) && error.statusCode < 500) return wrong()
        throw error
      }
    },

    async signOut(headers) {
      const login = loginFrom(await auth.api.getSession({ headers, query: { disableRefresh: true } }))
      const answer = await auth.api.signOut({ headers, returnHeaders: true })
      return { loginSession: login?.loginSession ?? null, cookies: answer.headers.getSetCookie() }
    },

    find: (accountId) => accountWhere('id', accountId),
    findByEmail: (email) => accountWhere('email', email.toLowerCase()),

    async create({ email, name }) {
      if (accountWhere('email', email.toLowerCase()) !== null)
        return refuse('conflict', 'There is an account with that e-mail address.')
      const user = await internalAdapter.createUser(
        { email: email.toLowerCase(), name, emailVerified: false },
        { method: 'email' },
      )
      return ok({ id: user.id, email: user.email, name: user.name })
    },

    async setPassword(accountId, password) {
      const hash = typeof password === 'string' ? await costly(() => hashPassword(password)) : password.hash
      if (credentialOf(accountId) === undefined) {
        await internalAdapter.linkAccount({ userId: accountId, accountId, providerId: 'credential', password: hash })
      } else {
        await internalAdapter.updatePassword(accountId, hash)
      }
      await internalAdapter.deleteUserSessions(accountId)
    },

    hasPassword: (accountId) => credentialOf(accountId) !== undefined,
    rename: async (accountId, name) => {
      await internalAdapter.updateUser(accountId, { name })
    },
  }
}

/** The cookies that an answer sets, as a browser would send them back. */
function cookiesOf(answer: Headers): Headers {
  return new Headers({
    cookie: answer
      .getSetCookie()
      .map((line) => line.split(';')[0] ?? '')
      .join('; '),
  })
}

/** With https the `__Host-` prefix binds the cookie to this host, path `/` and a secure line. */
function sessionCookie(publicUrl: string) {
  const secure = publicUrl.startsWith('https:')
  return {
    name: secure ? '__Host-rapporteur' : 'rapporteur',
    attributes: { secure, httpOnly: true, sameSite: 'lax', path: '/' },
  } as const
}

/** The secret of the session cookies, made at the first start. Sessions that ended by time go on this occasion. */
async function cookieSecret(people: JsonFile<PeopleFile>, random: Random, now: Millis): Promise<string> {
  const made = await people.update((file) => {
    const secret = file.cookieSecret ?? newSecret(random)
    const session = (file.auth.session ?? []).filter((row) => Date.parse(String(row.expiresAt)) > now)
    return ok({ value: { ...file, auth: { ...file.auth, session }, cookieSecret: secret }, result: secret })
  })
  if (!made.ok) throw new Error(`No secret for the session cookies: ${made.refusal.message}`)
  return made.value
}
