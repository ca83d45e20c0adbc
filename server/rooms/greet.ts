import { schemaVersion } from '../../shared/protocol/index.ts'
import type { Clock } from '../base/index.ts'
import type { Storage } from '../storage/index.ts'
import type { Welcome } from './face.ts'
import type { LiveDocument } from './LiveDocument.ts'
import { describe, isPen, type Member, personOf } from './Member.ts'
import type { Presence } from './Presence.ts'
import type { Side } from './Side.ts'

/** What of a room a greeting tells; all of it settled. */
export interface Told {
  readonly side: Side
  readonly live: LiveDocument
  readonly presence: Presence
  readonly storage: Pick<Storage, 'epoch' | 'health'>
  readonly clock: Pick<Clock, 'now'>
}

/** The answer to somebody who comes in: pens get what they lack of the document, readers no byte of it. */
export function greet(member: Member, stateVector: Uint8Array | null, told: Told): Welcome {
  const { side, live, presence, storage, clock } = told
  const pen = isPen(member)
  const whole = pen ? live.encoded() : null
  return {
    joined: {
      groupId: side.groupId,
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
      you: describe(member),
      people: presence.everybodyFor(member),
      saving: storage.health().saving,
      now: clock.now(),
    },
    own: side.ownWelcome(member),
  }
}
