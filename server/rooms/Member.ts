import type { Caller } from '../../shared/access/index.ts'
import type { PersonId, Refusal } from '../../shared/base/index.ts'
import type { Person } from '../../shared/protocol/index.ts'
import type { Budget } from './Budget.ts'
import type { Unwritten } from './ClientIds.ts'
import type { News, PresenceState, Sink, Standing } from './face.ts'

/** Whoever stands behind a connection; strangers never get as far as a room. */
export type KnownCaller = Exclude<Caller, { kind: 'stranger' }>

export type ReaderBecause = 'role' | 'phase' | 'outdated' | 'screen'

/** One connection in a room, as the room keeps it. */
export interface Member {
  /** Opaque name of the connection, shown to others. */
  readonly id: string
  readonly caller: KnownCaller
  /** Looked up anew from time to time; what it says of rights stays the same while the member is in. */
  standing: Standing
  /** Null for a pen. */
  readonly readerBecause: ReaderBecause | null
  /** Came with an older schema. */
  readonly isOutdated: boolean
  /** Named no epoch, and the log was set back at some time: the copy may be of a past that is gone. */
  readonly isOfUnknownPast: boolean
  readonly sink: Sink
  readonly loginSession: string | null
  readonly unwritten: Unwritten
  readonly budget: Budget
  /** Chosen by the room so that neighbours differ. */
  readonly colour: number
  clientId: number | null
  state: PresenceState | null
  /** News that came before the door had answered the join; null once it has. */
  held: News[] | null
  gone: boolean
  /** Why the room put this member out; null when still here, or when it left by itself (then what it sent still counts). */
  endedBy: Refusal | null
}

export function personOf(member: Member): PersonId {
  return member.caller.person
}

/** Whether this member has the document. */
export function isPen(member: Member): boolean {
  return member.readerBecause === null
}

/** A screen on the wall: sees what its role may see, and is nobody. */
export function isScreen(member: Member): boolean {
  return member.readerBecause === 'screen'
}

/** Whether what is closed to observers is closed to this member. */
export function isObserver(member: Member): boolean {
  return member.standing.role === 'observer'
}

/** How others see a member: all of it from the server's own knowledge but the place (S6). */
export function describe(member: Member): Person {
  const { caller, standing } = member
  return {
    connection: member.id,
    clientId: member.clientId,
    name: caller.name,
    function: caller.kind === 'guest' ? caller.function : null,
    role: standing.role,
    code: standing.delegation?.code ?? null,
    delegation: standing.delegation?.name ?? null,
    delegationId: standing.delegation?.id ?? null,
    delegationType: standing.delegation?.type ?? null,
    colour: member.colour,
    state: member.state,
  }
}
