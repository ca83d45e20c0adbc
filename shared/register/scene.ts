import type { Millis, Result } from '../base/index.ts'
import { ok } from '../base/index.ts'
import type { LedgerEvent } from './events.ts'
import type { LedgerActor } from './LedgerActor.ts'
import type { LedgerState } from './LedgerState.ts'
import type { LedgerSurroundings } from './LedgerSurroundings.ts'

/** All that a command of the ledger is decided by. */
export interface LedgerScene {
  readonly state: LedgerState
  readonly actor: LedgerActor
  readonly now: Millis
  readonly around: LedgerSurroundings
}

/** What a command leads to, or why not. */
export type LedgerDecided = Result<readonly LedgerEvent[]>

/** The yes, with what happened. */
export function yes(...events: readonly LedgerEvent[]): LedgerDecided {
  return ok(events)
}
