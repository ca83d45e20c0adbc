import { schemaVersion } from '../../shared/protocol/index.ts'
import type { MeetingRecord } from '../../shared/record/index.ts'
import { type SessionState, sessionVisibleTo } from '../../shared/session/index.ts'
import type { Clock } from '../base/index.ts'
import type { Storage, StoredMeeting } from '../storage/index.ts'
import type { Joined } from './face.ts'
import type { LiveDocument } from './LiveDocument.ts'
import { describe, isPen, type Member, personOf } from './Member.ts'
import type { Presence } from './Presence.ts'

/** What of a room a greeting tells; all of it settled. */
export interface Told {
  readonly meeting: StoredMeeting
  readonly live: LiveDocument
  readonly session: SessionState
  readonly presence: Presence
  readonly storage: Pick<Storage, 'epoch' | 'health'>
  readonly clock: Pick<Clock, 'now'>
  readonly read: () => MeetingRecord
}

/** The answer to somebody who comes in: pens get what they lack of the document, readers no byte of it. */
export function greet(member: Member, stateVector: Uint8Array | null, told: Told): Joined {
  const { meeting, live, presence, storage, clock } = told
  const pen = isPen(member)
  const whole = pen ? live.encoded() : null
  return {
    meetingId: meeting.meetingId,
    groupId: meeting.groupId,
    mode: pen ? 'pen' : 'reader',
    readerBecause: member.readerBecause,
    role: member.standing.role,
    personId: personOf(member),
    rules: member.standing.group.rules,
    epoch: storage.epoch,
    schemaVersion,
    update: whole === null ? null : stateVector === null ? whole.update : live.encodedSince(stateVector),
    stateVector: whole?.stateVector ?? null,
    seq: live.seq,
    session: sessionFor(member, told),
    you: describe(member),
    people: presence.everybodyFor(member),
    saving: storage.health().saving,
    now: clock.now(),
  }
}

/** Standings and numbers of what is closed to observers tell of it, too. */
function sessionFor({ standing }: Member, { session, read }: Told): SessionState {
  return sessionVisibleTo(standing.role, session, read)
}
