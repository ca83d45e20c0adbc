import { isShallow, ok, type Refused, type Result, refuse } from '../../shared/base/index.ts'
import type { ClientIds } from './ClientIds.ts'
import type { Connection, PresenceState } from './face.ts'
import { bringsUnknown, otherPast } from './isAheadOf.ts'
import { isScreen, type Member, personOf } from './Member.ts'
import type { Presence } from './Presence.ts'
import { readStateVector } from './readStateVector.ts'
import type { Side } from './Side.ts'
import { isStalled } from './say.ts'
import type { Updates } from './Updates.ts'

/** What of a room a connection reaches. */
export interface Reach {
  readonly updates: Updates
  readonly side: Side
  readonly presence: Presence
  readonly ids: ClientIds
  readonly start: (member: Member) => void
  readonly leave: (member: Member) => void
  /** What is stored and not covered by a state vector, once the commit under way is done; paid for by whoever asks. */
  readonly settledSince: (stateVector: Uint8Array, member: Member) => Promise<Result<Uint8Array>>
  /** State vector of what the document has in memory. */
  readonly stateVector: () => Uint8Array
  /** Puts out a member that does not take what it is told. */
  readonly cut: (member: Member) => void
}

const maxPresenceLength = 2 * 1024
const maxPresenceDepth = 8
const writesNothing = refuse('forbidden', 'A screen on the wall writes nothing.')

/** Makes the handle by which a door acts for one member. Each message is paid for and asks anew whether the member is still in. */
export function connect(member: Member, reach: Reach): Connection {
  const admit = (): Refused | null => {
    if (member.endedBy !== null) return { ok: false, refusal: member.endedBy }
    if (member.gone) return refuse('ended', 'This connection has left the meeting.')
    return member.budget.take() ? null : refuse('tooMany', 'Too many messages; try again in a moment.')
  }
  return {
    start: () => reach.start(member),
    announce: (clientIds) => {
      const refused = admit()
      if (refused !== null) return refused
      for (const clientId of clientIds) {
        const brought = reach.ids.bring(clientId, personOf(member), member.unwritten)
        if (!brought.ok) return brought
      }
      return ok(null)
    },
    update: (bytes) => {
      const refused =
        admit() ??
        (isScreen(member) ? writesNothing : null) ??
        (member.isOfUnknownPast && bringsUnknown(reach.ids, bytes, member.clientId) ? otherPast : null) ??
        reach.updates.refuses(member, bytes.length)
      return refused === null ? reach.updates.bring(member, bytes) : Promise.resolve(refused)
    },
    sync: async (stateVector) => {
      const refused = admit()
      if (refused !== null) return refused
      if (member.readerBecause !== null) return refuse('forbidden', 'Who only reads is served plain data.')
      const checked = readStateVector(stateVector)
      if (!checked.ok) return checked
      // A1: also an answer is not given to somebody who does not take the ones before.
      if (isStalled(member.sink)) {
        reach.cut(member)
        return refuse('ended', 'This connection does not take what it is told.')
      }
      return reach.settledSince(checked.value, member)
    },
    stateVector: () => (member.readerBecause === null && !member.gone ? reach.stateVector() : null),
    spend: () => admit() ?? ok(null),
    presence: (clientId, state) => {
      const refused = admit()
      if (refused !== null) return refused
      return showPlace(member, clientId, state, reach)
    },
    command: async (command) => {
      const refused = admit()
      return refused ?? reach.side.command(command, member.standing, member.caller)
    },
    leave: () => reach.leave(member),
  }
}

function showPlace(member: Member, clientId: number, state: PresenceState | null, { ids, side, presence }: Reach) {
  if (isScreen(member)) return refuse('forbidden', 'A screen on the wall has no place.')
  if (!side.mayShowPlace(member.standing)) {
    return refuse('forbidden', 'Your role does not show a place.')
  }
  // B5: asked before anything goes through it.
  if (!isShallow(state, maxPresenceDepth)) return refuse('tooLarge', 'This place is too large.')
  if (state !== null && JSON.stringify(state).length > maxPresenceLength) return refuse('tooLarge', 'This place is too large.')
  const brought = ids.bring(clientId, personOf(member), member.unwritten)
  // DECIDED 5: entries that are not the sender's own are dropped unanswered; stock clients re-send what they hear.
  if (!brought.ok || presence.isAnothers(clientId, member)) return ok(null)
  const unchanged = member.clientId === clientId && JSON.stringify(member.state) === JSON.stringify(state)
  member.clientId = clientId
  member.state = state
  if (!unchanged) presence.touch(member)
  return ok(null)
}
