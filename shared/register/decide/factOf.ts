import type { CommandId } from '../../base/index.ts'
import type { LedgerFact } from '../facts.ts'
import type { LedgerActor } from '../LedgerActor.ts'
import type { LedgerState } from '../LedgerState.ts'

/** A fact that stands; of other meetings than the one of somebody's seat there is none for them. */
export function factOf({ facts }: LedgerState, { onlyMeeting }: LedgerActor, id: CommandId): LedgerFact | null {
  const found = facts.get(id)
  return found === undefined || (onlyMeeting !== null && found.meeting !== onlyMeeting) ? null : found
}
