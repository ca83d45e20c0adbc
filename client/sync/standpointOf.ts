import type { DelegationId, PersonId } from '../../shared/base/index.ts'
import type { Joined } from '../../shared/protocol/index.ts'
import type { SessionState } from '../../shared/session/index.ts'
import type { Standpoint } from './Standpoint.ts'

/** What the server said at the door, as this person's place in the meeting. */
export function standpointOf(joined: Joined): Standpoint {
  const { mode, readerBecause, role, rules, groupId, you } = joined
  return {
    mode,
    readerBecause,
    role,
    rules,
    groupId,
    you,
    // Ids as the server gave them, and a session in its own shape: both sides have just agreed on the version.
    me: { personId: joined.personId as PersonId, delegationId: you.delegationId as DelegationId | null, name: you.name },
    session: joined.session as SessionState,
  }
}
