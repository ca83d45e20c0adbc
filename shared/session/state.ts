import type { CommandId, ItemId, Millis, OutcomeId, PersonId } from '../base/index.ts'
import type { ActedBy, InterventionKind, MeetingHead, SessionFacts, SpeakerName } from '../record/index.ts'
import type { Adoption, Circulation, CommentCounts, EndedCirculation, VersionLine } from './version.ts'

/** A clock that runs, or stands. What has run before is kept beside it (`Proceeding.usedMs`, `Speaking.usedMs`). */
export interface RunningClock {
  /** Server time since when it runs; null while it stands. */
  readonly runningSince: Millis | null
  /** Stopped by hand: suspending and resuming the meeting does not start it again. */
  readonly paused: boolean
}

/** Somebody who waits for the floor. Its id is that of the command that asked. */
export interface FloorRequest {
  readonly id: CommandId
  /** The item under which it was asked; null when none was open. */
  readonly item: ItemId | null
  /** Who asked; null when the chair entered it for somebody. */
  readonly person: PersonId | null
  readonly speaker: SpeakerName
  readonly intervention: InterventionKind
  readonly onBehalfOf: string | null
  /** Asked by an observer: shown as such. */
  readonly asObserver: boolean
  readonly at: Millis
}

/** Who has the floor. */
export interface Speaking extends RunningClock {
  readonly request: FloorRequest
  /** When the floor was given. */
  readonly since: Millis
  /** Time used, in ms, less the stretch that is running now. */
  readonly usedMs: number
  readonly extraMinutes: number
}

/** The speakers' lists of the meeting. A list belongs to an item: only the current item's is called, the others wait for it to come back. */
export interface Floor {
  /** Items whose list is closed; `none` for the time without an item. */
  readonly closedLists: readonly (ItemId | 'none')[]
  /** Speaking time of one turn, in minutes; null for no limit. */
  readonly limitMinutes: number | null
  /** In the order of calling. */
  readonly requests: readonly FloorRequest[]
  readonly speaking: Speaking | null
}

/** An outcome that is being read out: its words are locked until it is agreed, stopped, or the time is over. */
export interface Reading {
  readonly outcome: OutcomeId
  readonly person: PersonId
  readonly actor: ActedBy
  readonly at: Millis
  readonly until: Millis
}

/** All that belongs to a meeting beside its words, numbered so that a change can be made by compare-and-set. */
export interface SessionState extends SessionFacts {
  /** Grows by one with each applied command or head change. */
  readonly seq: number
  readonly head: MeetingHead
  /** The one item that is open now. */
  readonly current: ItemId | null
  /** The clock of the current item. */
  readonly clock: RunningClock
  readonly floor: Floor
  readonly reading: Reading | null
  /** The outcome that the projector shows because somebody said so; null: the one that is being worked on. */
  readonly shown: OutcomeId | null
  /** Oldest first. */
  readonly versions: readonly VersionLine[]
  /** Null unless the record is circulated. */
  readonly circulation: Circulation | null
  /** Those that are over, oldest first. */
  readonly circulated: readonly EndedCirculation[]
  readonly adoption: Adoption | null
  readonly comments: CommentCounts
}
