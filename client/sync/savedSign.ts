/** The four words of the saved sign (DECIDED 19), and `sending`, which has none: a mark for the moment until the answer. */
export type SavedSign =
  | { readonly kind: 'saved' }
  | { readonly kind: 'sending' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'onDevice'; readonly changes: number }
  | { readonly kind: 'notKept'; readonly changes: number }

/** What the sign is made from: the outbox alone, and whether the server can take it. Never what the socket says of itself. */
export interface OutboxFacts {
  /** The line is up, and the server says that it can store. */
  readonly live: boolean
  /** Changes without the server's answer. */
  readonly waiting: number
  /** Of these, how many are not (yet) in a completed transaction on this device. */
  readonly unkept: number
  /** Whether the device has refused to keep something that still waits. */
  readonly failed: boolean
  /** Age of the oldest unanswered change. */
  readonly oldestMs: number
  /** For how long nothing has waited. */
  readonly restMs: number
}

/** Under this age a change on a good line is no news yet. */
export const quietMs = 1000
/** "Saved" comes back when typing has paused for so long, so that the sign does not flicker with each key. */
export const pauseMs = 600

/** The sign that is true now. "Saved" is said late rather than early: only when nothing at all waits for its answer. */
export function savedSign(before: SavedSign, facts: OutboxFacts): SavedSign {
  if (facts.waiting === 0) return before.kind === 'sending' && facts.live && facts.restMs < pauseMs ? before : { kind: 'saved' }
  if (facts.live) {
    const isShort = before.kind === 'saved' || before.kind === 'sending'
    return facts.oldestMs < quietMs && isShort ? { kind: 'sending' } : { kind: 'saving' }
  }
  if (facts.failed) return { kind: 'notKept', changes: facts.waiting }
  if (facts.unkept > 0) return { kind: 'saving' }
  return { kind: 'onDevice', changes: facts.waiting }
}
