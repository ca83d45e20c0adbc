/** The four words of the saved sign (DECIDED 19). */
export type SavedSign =
  | { readonly kind: 'saved' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'onDevice'; readonly changes: number }
  | { readonly kind: 'notKept'; readonly changes: number }

/** What the sign is made from: the outbox alone, and whether the line is up. Never what the socket says of itself. */
export interface OutboxFacts {
  readonly live: boolean
  /** Changes without the server's answer. */
  readonly waiting: number
  /** Of these, how many are not (yet) in a completed transaction on this device. */
  readonly unkept: number
  /** Whether the device has refused to keep something that still waits. */
  readonly failed: boolean
  /** Age of the oldest unanswered change. */
  readonly oldestMs: number
}

/** Under this age a change on a good line leaves the sign as it was, so that it does not flicker with each key. */
export const quietMs = 1000

/** The sign that is true now. */
export function savedSign(before: SavedSign, facts: OutboxFacts): SavedSign {
  if (facts.waiting === 0) return { kind: 'saved' }
  if (facts.live) return facts.oldestMs < quietMs && before.kind === 'saved' ? before : { kind: 'saving' }
  if (facts.failed) return { kind: 'notKept', changes: facts.waiting }
  if (facts.unkept > 0) return { kind: 'saving' }
  return { kind: 'onDevice', changes: facts.waiting }
}
