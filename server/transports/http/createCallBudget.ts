import { ok, type Result, refuse } from '../../../shared/base/index.ts'
import type { Clock } from '../../base/index.ts'
import type { Route } from './route.ts'

/** How many calls, or how much of what costs as much, one caller may make. */
export interface CallRates {
  readonly perSecond: number
  readonly burst: number
}

/** A page that is opened asks for a dozen things; nobody goes on asking forty times a second. */
export const personRates: CallRates = { perSecond: 40, burst: 600 }
/** A whole conference may come from one address before anybody in it is known. */
export const addressRates: CallRates = { perSecond: 100, burst: 2_000 }

/** Counters that are kept; a full one is the same as none. */
const maxKept = 20_000

/** Whether this caller may make this call now; the refusal says when to try again. */
export type MayCall = (who: string, cost: number, rates: CallRates) => Result<null>

/** Counts calls by whoever makes them, so that one of them cannot keep the server from all others (A6). In memory: a restart forgives. */
export function createCallBudget(clock: Pick<Clock, 'monotonicMs'>): MayCall {
  const kept = new Map<string, { points: number; at: number }>()
  return (who, cost, { perSecond, burst }) => {
    const now = clock.monotonicMs()
    const { points, at } = kept.get(who) ?? { points: burst, at: now }
    const left = Math.min(burst, points + ((now - at) / 1000) * perSecond)
    // What was used last stands last, so that the first is the one that has rested longest.
    kept.delete(who)
    kept.set(who, { points: left < cost ? left : left - cost, at: now })
    if (kept.size > maxKept) {
      for (const oldest of kept.keys()) {
        kept.delete(oldest)
        break
      }
    }
    if (left >= cost) return ok(null)
    const seconds = Math.max(1, Math.ceil((cost - left) / perSecond))
    return refuse('tooMany', `That is more than one may ask for at once: try again in ${seconds} s.`)
  }
}

/** What a call counts for: documents, files and comparisons keep a processor for as long as many readings do. */
export function costOf(route: Pick<Route, 'path' | 'isFile' | 'takesFile'>): number {
  if (route.isFile === true || route.takesFile !== undefined) return 10
  return route.path.includes('/compare/') ? 10 : 1
}
