import { RateLimiterMemory } from 'rate-limiter-flexible'
import { ok, type Result, refuse } from '../../../shared/base/index.ts'
import { sha256 } from '../../base/index.ts'

/** Limits on guessing, for the address of one call. */
export interface Guesses {
  /** Before a sign-in: refuses `tooMany` beyond 10 a minute from this address or 5 for this account. */
  signIn(email: string): Promise<Result<null>>
  /** After a sign-in that was right: gives the tries back and knows this address for this account. */
  signedIn(email: string): Promise<void>
  /** Runs what takes a secret; wrong ones count, 10 a minute from this address. */
  secret<T>(run: () => Promise<Result<T>>): Promise<Result<T>>
}

const perAddress = 10
const perAccount = 5
const knownPairs = 10_000

/** Makes the guard of one server. Its counters are in memory: a restart forgives. */
export function createGuessGuard(): (address: string) => Guesses {
  const byAddress = new RateLimiterMemory({ points: perAddress, duration: 60, keyPrefix: 'address' })
  const byAccount = new RateLimiterMemory({ points: perAccount, duration: 60, keyPrefix: 'account' })
  const wrongSecrets = new RateLimiterMemory({ points: perAddress, duration: 60, keyPrefix: 'secret' })
  const known = new Set<string>()

  return (address) => {
    const from = network(address)
    // From where the true owner signed in before there is a count of its own, so that strangers who guess cannot lock them out.
    const accountKey = (email: string) => {
      const pair = sha256(`${email.toLowerCase()} ${from}`)
      return known.has(pair) ? pair : sha256(email.toLowerCase())
    }
    return {
      async signIn(email) {
        if (!(await taken(byAddress, from))) return tooMany()
        return (await taken(byAccount, accountKey(email))) ? ok(null) : tooMany()
      },
      async signedIn(email) {
        await byAddress.reward(from, 1)
        await byAccount.reward(accountKey(email), 1)
        const oldest = known.size >= knownPairs ? known.values().next().value : undefined
        if (oldest !== undefined) known.delete(oldest)
        known.add(sha256(`${email.toLowerCase()} ${from}`))
      },
      async secret(run) {
        const spent = await wrongSecrets.get(from)
        if (spent !== null && spent.consumedPoints >= perAddress) return tooMany()
        const result = await run()
        if (!result.ok && result.refusal.code === 'notFound') await wrongSecrets.penalty(from, 1)
        return result
      },
    }
  }
}

async function taken(limiter: RateLimiterMemory, key: string): Promise<boolean> {
  try {
    await limiter.consume(key)
    return true
  } catch (error) {
    // The library rejects with its own result object when the points are used up, and with an Error when it broke.
    if (error instanceof Error) throw error
    return false
  }
}

/** One household or office: an IPv6 caller has a whole network of addresses to choose from. */
function network(address: string): string {
  if (!address.includes(':') || address.startsWith('::ffff:')) return address.replace('::ffff:', '')
  return new URL(`http://[${address.split('%')[0]}]`).hostname.slice(1, -1).split(':').slice(0, 4).join(':')
}

function tooMany() {
  return refuse('tooMany', 'Too many tries: wait a minute.')
}
