import { RateLimiterMemory } from 'rate-limiter-flexible'
import { ok, type Result, refuse } from '../../shared/base/index.ts'

/** Whether this person may search now. */
export type MaySearch = (person: string) => Promise<Result<null>>

/** Faster than anybody types: a search with each letter is well within it. */
const perTwoSeconds = 40

/** Counts searches by person, so that one of them cannot keep the index from all others (RELIABILITY A6). In memory: a restart forgives. */
export function createSearchBudget(): MaySearch {
  const limiter = new RateLimiterMemory({ points: perTwoSeconds, duration: 2, keyPrefix: 'search' })
  return async (person) => {
    try {
      await limiter.consume(person)
      return ok(null)
    } catch (error) {
      // The library rejects with its own result object when the points are used up, and with an Error when it broke.
      if (error instanceof Error) throw error
      return refuse('tooMany', 'That is more than anybody can read: wait a moment.')
    }
  }
}
