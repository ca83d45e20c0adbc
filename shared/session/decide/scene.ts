import type { Result } from '../../base/index.ts'
import { ok } from '../../base/index.ts'
import type { ActedBy } from '../../record/index.ts'
import type { Actor } from '../actor.ts'
import type { SessionEvent } from '../events.ts'
import { no } from '../reasons.ts'
import type { SessionState } from '../state.ts'
import type { Surroundings } from '../surroundings.ts'

/** All that a command is decided by. */
export interface Scene {
  readonly state: SessionState
  readonly actor: Actor
  readonly around: Surroundings
  /** The actor as far as the attribution rule lets it be kept. */
  readonly acted: ActedBy
}

/** What a command leads to, or why not. */
export type Decided = Result<readonly SessionEvent[]>

/** The yes, with what happened. */
export function yes(...events: readonly SessionEvent[]): Decided {
  return ok(events)
}

/** The no to what is so already. */
export function alreadySo(): Decided {
  return no('noChange', 'That is so already.')
}

/** Who acts, by name only where the rule is `named`. */
export function actedBy(state: SessionState, actor: Actor): ActedBy {
  return { role: actor.role, name: state.head.attribution === 'named' ? actor.name : null }
}
