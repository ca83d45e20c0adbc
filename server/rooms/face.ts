import type { Caller, Role } from '../../shared/access/index.ts'
import type { DocumentId, GroupId, MeetingId, PersonId, RefusalCode, ReportId, Result, SeatId } from '../../shared/base/index.ts'
import type { Joined as JoinedOnTheWire, Person } from '../../shared/protocol/index.ts'
import type { MeetingHead, MeetingRecord, PlainChange, ViewChange } from '../../shared/record/index.ts'
import type { ReportView, SourcesNow } from '../../shared/report/index.ts'
import type { SessionCommand, SessionState } from '../../shared/session/index.ts'
import type { Aside, Delegation, Group, StoredReport } from '../storage/index.ts'

/** What somebody is in one meeting at this moment, looked up afresh at every entrance and every change of rights. */
export interface Standing {
  readonly role: Role
  readonly delegation: Delegation | null
  readonly group: Group
  /** All delegations of the group: the chair may ask for the floor for any. */
  readonly delegations: readonly Delegation[]
}

/** Finds the standing of a caller; built by server/meetings and handed in. `notFound` when the meeting is not theirs to know. */
export type FindStanding = (caller: Caller, meetingId: MeetingId) => Promise<Result<Standing>>

/** What the rooms need for reports; built by server/meetings and handed in. */
export interface ReportsPart {
  /** `notFound` when the report is not theirs to know, `forbidden` for those of its group who may not read it. */
  readonly findStanding: (caller: Caller, reportId: ReportId) => Promise<Result<Standing>>
  /** What the sources of a report say now. */
  readonly readSources: (report: StoredReport) => Promise<SourcesNow>
}

/** What a door says when somebody comes in, wherever that is. */
export interface EnterAsk {
  readonly schemaVersion: number
  /** The epoch of the local copy; null when there is none. */
  readonly epoch: string | null
  /** State vector of the local copy; null for none. Ignored for readers. */
  readonly stateVector: Uint8Array | null
  readonly clientIds: readonly number[]
  /** The cookie session of the caller, so that signing out closes the socket; null for tokens. */
  readonly loginSession: string | null
  /** A screen on the wall: a reader whatever the role, and nobody in the list of those present. */
  readonly screen?: boolean | undefined
}

/** What a door says when somebody comes into a meeting. */
export interface JoinAsk extends EnterAsk {
  readonly meetingId: MeetingId
}

/** What everybody who came in is told: as on the wire, with bytes instead of base64. */
export interface Entered extends Omit<JoinedOnTheWire, 'update' | 'stateVector' | 'session' | 'sessionVersion' | 'meetingId'> {
  readonly update: Uint8Array | null
  readonly stateVector: Uint8Array | null
}

/** What somebody who came into a meeting is told. */
export interface Joined extends Entered, ShownSession {
  readonly meetingId: MeetingId
}

/** What somebody who came into a report is told. */
export interface ReportJoined extends Omit<Entered, 'rules'> {
  readonly report: StoredReport
  readonly sources: SourcesNow
}

/** A session as somebody may see it, and its number: changes of it are told from one number to the next. */
export interface ShownSession {
  readonly session: SessionState
  readonly sessionVersion: number
}

/** What of an answer to coming in depends on the kind of document. */
export type OwnWelcome =
  | ({ readonly kind: 'record'; readonly meetingId: MeetingId } & ShownSession)
  | { readonly kind: 'report'; readonly report: StoredReport; readonly sources: SourcesNow }

/** The whole answer, as a room gives it. */
export interface Welcome {
  readonly joined: Entered
  readonly own: OwnWelcome
}

export type PresenceState = NonNullable<Person['state']>

/** Which connections to end: all that match every field given. */
export interface Which {
  readonly person?: PersonId
  readonly seatId?: SeatId
  readonly groupId?: GroupId
  readonly meetingId?: MeetingId
  readonly loginSession?: string
}

/** All live meetings of this process. */
export interface Rooms {
  /** Settled record as plain data, unfiltered; from the open room or from storage. Never opens a room for writing. */
  readRecord(meetingId: MeetingId): Promise<Result<MeetingRecord>>
  /** What the chair runs, settled, less what this role may not see. Never opens a room for writing. */
  readSession(meetingId: MeetingId, role: Role): Promise<Result<SessionState>>
  /** Lets a caller in. What the room has to say afterwards goes to the sink, in order, once the connection is started. */
  join(caller: Caller, ask: JoinAsk, sink: Sink): Promise<Result<{ readonly joined: Joined; readonly connection: Connection }>>
  /** Lets a caller into a report. */
  joinReport(
    caller: Caller,
    reportId: ReportId,
    ask: EnterAsk,
    sink: Sink,
  ): Promise<Result<{ readonly joined: ReportJoined; readonly connection: Connection }>>
  /** Lets a caller into whatever document bears this id: a record (its meeting's id) or a report. */
  joinDocument(
    caller: Caller,
    documentId: DocumentId,
    ask: EnterAsk,
    sink: Sink,
  ): Promise<Result<{ readonly joined: Entered; readonly connection: Connection }>>
  /** Settled report as plain data, with what its sources say now. Never opens a room for writing. */
  readReport(report: StoredReport): Promise<Result<ReportView>>
  /** A session command by whoever FindStanding says; happens once per id. */
  command(caller: Caller, meetingId: MeetingId, command: SessionCommand): Promise<Result<{ readonly seq: number }>>
  /** Changes the head; the right is asked here; `seq` (when given) must be the stored one, else `stale`. Announced to the room. */
  changeHead(caller: Caller, meetingId: MeetingId, patch: Partial<MeetingHead>, seq: number | null): Promise<Result<SessionState>>
  /** Every text of this document that is kept aside, oldest first; whom each may be shown to, `seesAside` (shared/access) says. */
  asides(id: MeetingId | ReportId): Promise<readonly Aside[]>
  /** Lets go of one for good; those who could see it are told. Refuses `notFound`. */
  removeAside(id: MeetingId | ReportId, asideId: string): Promise<Result<null>>
  /** Copies from before a restore have changed: those who may see them are told. */
  copiesChanged(meetingId: MeetingId): void
  /** Ends connections. Called by use cases whenever rights change or somebody signs out. */
  closeConnections(which: Which, code: RefusalCode, message: string): void
  /** The delegations of a group have changed: everybody in its meetings is looked up anew. */
  delegationsChanged(groupId: GroupId): Promise<void>
  /** How many people are in the meeting now. */
  present(meetingId: MeetingId): number
  /** Orderly stop: everything accepted is stored, everyone is told `restarting`. */
  close(): Promise<void>
}

/** One socket's place in one meeting; the doors call it. */
export interface Connection {
  /** Call when the answer to `join` has been sent: from here on news flows, what came meanwhile first. */
  start(): void
  /** Announces Yjs client ids under which this device will write. */
  announce(clientIds: readonly number[]): Result<null>
  /**
   * Resolves ok only once the update would survive a power cut. A refusal ends the client ids it was written under, but
   * for `tooMany`, `notSaving` and `restarting`: those are about the moment, and the same update may come again.
   */
  update(bytes: Uint8Array): Promise<Result<null>>
  /** What is stored and not covered by the state vector. */
  sync(stateVector: Uint8Array): Promise<Result<Uint8Array>>
  /** What the room has, for asking a client what the room lacks; null for who has no document. */
  stateVector(): Uint8Array | null
  presence(clientId: number, state: PresenceState | null): Result<null>
  /** Pays for one message that the door answers by itself. */
  spend(): Result<null>
  command(command: SessionCommand): Promise<Result<{ readonly seq: number }>>
  leave(): void
}

/** What a room tells those who are in it. */
export type News =
  /** A merged, stored update; to pens only. */
  | { readonly kind: 'frame'; readonly seq: number; readonly update: Uint8Array }
  | {
      readonly kind: 'session'
      readonly from: number
      readonly version: number
      readonly change: PlainChange
      readonly now: number
    }
  /** The whole record as plain data; to readers only. */
  | { readonly kind: 'view'; readonly version: number; readonly record: MeetingRecord }
  | { readonly kind: 'viewChange'; readonly from: number; readonly version: number; readonly change: ViewChange }
  /** A report whole, to readers; what its sources say now, to pens. */
  | { readonly kind: 'report'; readonly version: number; readonly report: ReportView }
  | { readonly kind: 'sources'; readonly sources: SourcesNow }
  /** Who came or changed, and whose connections are gone. */
  | { readonly kind: 'presence'; readonly people: readonly Person[]; readonly gone: readonly string[] }
  | { readonly kind: 'storage'; readonly saving: boolean }
  /** How many texts kept aside the receiver may see now. */
  | { readonly kind: 'aside'; readonly count: number }
  /** Copies from before a restore have changed; to those who may see them. */
  | { readonly kind: 'copies'; readonly turn: number }
  /** Comments have changed; to all who may read them. */
  | { readonly kind: 'comments'; readonly turn: number }

/** A door's way of saying one thing to many: it can encode once and write to each. Must not throw. */
export interface Speaker {
  say(documentId: string, news: News, to: readonly Sink[]): void
}

/** One receiver behind a door. No method may throw. */
export interface Sink {
  /** All sinks of a door share one. */
  readonly speaker: Speaker
  /** Bytes queued for this receiver. */
  backlog(): number
  /** How long the oldest of them has been waiting, in ms; without it only their number counts. */
  queuedMs?(): number
  /** Over the bound: end the transport without another word, so that the client comes in again and catches up. */
  cut(): void
  /** Last word: the connection is out of the room. */
  closed(code: RefusalCode, message: string): void
}
