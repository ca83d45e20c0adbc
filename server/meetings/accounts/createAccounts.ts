import { betterAuth } from 'better-auth'
import { isAPIError } from 'better-auth/api'
import { hashPassword, verifyPassword } from 'better-auth/crypto'
import { type Millis, type NewId, ok, refuse } from '../../../shared/base/index.ts'
import { newSecret, type Random } from '../../base/index.ts'
import type { JsonFile, PeopleFile } from '../../storage/index.ts'
import type { Account, Accounts, Login } from './Accounts.ts'
import { authAdapter } from './authAdapter.ts'
import { createQueue, QueueFull } from './createQueue.ts'

/** A meeting day and the week around it; a session in use is renewed once a day. */
const sessionSeconds = 7 * 24 * 3600
const renewAfterSeconds = 24 * 3600

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
  const costly = createQueue({ atOnce: 2, waiting: 100 })
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

  const rows = (model: string) => people.value.auth[model] ?? []
  const accountWhere = (field: 'id' | 'email', value: string): Account | null => {
    const row = rows('user').find((user) => user[field] === value)
    return row === undefined ? null : { id: String(row.id), email: String(row.email), name: String(row.name) }
  }
  const loginFrom = (found: Awaited<ReturnType<typeof auth.api.getSession>>): Login | null => {
    if (found === null) return null
    const { user, session } = found
    return { account: { id: user.id, email: user.email, name: user.name }, loginSession: session.id }
  }
  const credentialOf = (accountId: string) =>
    rows('account').find((row) => row.userId === accountId && row.providerId === 'credential' && typeof row.password === 'string')

  return {
    loginOf: async (headers) => loginFrom(await auth.api.getSession({ headers, query: { disableRefresh: true } })),

    async refresh(headers) {
      const answer = await auth.api.getSession({ headers, returnHeaders: true })
      return { login: loginFrom(answer.response), cookies: answer.headers.getSetCookie() }
    },

    async signIn(email, password) {
      try {
        const answer = await auth.api.signInEmail({ body: { email: email.toLowerCase(), password }, returnHeaders: true })
        const { id, name } = answer.response.user
        return ok({ account: { id, name, email: answer.response.user.email }, cookies: answer.headers.getSetCookie() })
      } catch (error) {
        if (error instanceof QueueFull)
          return refuse('tooMany', 'Too many people are signing in just now: try again in a moment.')
        if (isAPIError(error) && error.statusCode < 500) {
          return refuse('unauthenticated', 'That e-mail address and password do not go together.')
        }
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
      const hash = await costly(() => hashPassword(password))
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
