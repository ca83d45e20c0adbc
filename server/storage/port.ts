import type { EditingRules, Role } from '../../shared/access/index.ts'
import type {
  CommandId,
  DelegationId,
  DocumentId,
  GroupId,
  MeetingId,
  MemberId,
  Millis,
  PersonId,
  ReportId,
  Result,
  SeatId,
} from '../../shared/base/index.ts'
import type { ActedBy, Attribution } from '../../shared/record/index.ts'
import type { LedgerEntry } from '../../shared/register/index.ts'
import type { ReportHead } from '../../shared/report/index.ts'
import type { RecordComment, RecordVersion, SessionState } from '../../shared/session/index.ts'
import type { Quarantine } from './quarantine.ts'

// ---- directory: people, groups, delegations, members, seats (lowdb; no invariant spans two files, DECIDED 15) ----

export interface Group {
  readonly id: GroupId
  readonly name: string
  readonly purpose: string
  readonly openTo: string
  readonly meets: string
  readonly convention: string
  readonly rules: EditingRules
  /** Operative verbs in the group's order; the first seven have the keys 1 to 7. */
  readonly outcomeKinds: readonly string[]
  readonly createdAt: Millis
  /** Set for the group made by `sample load`, so that it is made once. */
  readonly sample: boolean
}

export interface Delegation {
  readonly id: DelegationId
  readonly name: string
  readonly code: string
  readonly type: 'state' | 'unEntity' | 'internationalOrganization' | 'ngo' | 'other'
  readonly partyStatus: 'stateParty' | 'notYetInForce' | 'signatory' | 'stateNotParty' | null
  readonly membership: 'member' | 'observer' | 'guest'
  /** Regional group, in the convention's own division. Absent in files of an earlier version: not stated. */
  readonly region?: string | null
}

/** A signed-in person's place in a group. */
export interface Member {
  readonly id: MemberId
  readonly accountId: string
  readonly email: string
  readonly name: string
  readonly role: Role
  readonly delegationId: DelegationId | null
}

/** An invitation link. Only the SHA-256 of its secret is kept. */
export interface Seat {
  readonly id: SeatId
  readonly secretHash: string
  readonly role: Exclude<Role, 'coordinator'>
  readonly delegationId: DelegationId | null
  readonly meetingId: MeetingId | null
  readonly expiresAt: Millis | null
  /** Null: without limit, for a whole delegation. */
  readonly maxClaims: number | null
  readonly claims: number
  readonly revokedAt: Millis | null
  readonly createdAt: Millis
  readonly createdBy: string
}

/** Somebody who came in by a seat; each claim is a guest of its own. */
export interface Guest {
  readonly id: PersonId
  readonly seatId: SeatId
  readonly name: string
  readonly function: string | null
  /** SHA-256 of the session token in the guest's cookie; empty for a signed-in person (id `a:…`), whose own session says who it is. */
  readonly tokenHash: string
  readonly claimedAt: Millis
}

/** Everything of one group that is not a meeting: one readable JSON file. */
export interface GroupFile {
  readonly group: Group
  readonly delegations: readonly Delegation[]
  readonly members: readonly Member[]
  readonly seats: readonly Seat[]
  readonly guests: readonly Guest[]
}

/** A personal access token of an account, kept as SHA-256. */
export interface PersonalToken {
  readonly tokenHash: string
  readonly accountId: string
  readonly expiresAt: Millis | null
  readonly createdAt: Millis
}

/** A one-time link (first administrator, set password, reset), kept as SHA-256. */
export interface OneTimeLink {
  readonly secretHash: string
  readonly kind: 'administrator' | 'setPassword' | 'resetPassword'
  readonly accountId: string | null
  readonly expiresAt: Millis
}

/** Accounts and sessions in better-auth's own models, and what hangs on them. One JSON file. */
export interface PeopleFile {
  /** better-auth's tables: model name → rows. */
  readonly auth: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>
  readonly administrators: readonly string[]
  /** Signs the session cookies; made at the first start. */
  readonly cookieSecret?: string
  readonly tokens: readonly PersonalToken[]
  readonly links: readonly OneTimeLink[]
}

export interface Directory {
  readonly people: JsonFile<PeopleFile>
  /** Ids of all groups, in no order. */
  groups(): Promise<readonly GroupId[]>
  /** The group's file, or null when there is no such group. */
  group(id: GroupId): Promise<JsonFile<GroupFile> | null>
  /** Makes a group's file; refuses `conflict` when it is there. */
  createGroup(file: GroupFile): Promise<Result<JsonFile<GroupFile>>>
}

/** One JSON document, read from memory, written whole: write, fsync, rename, fsync of the folder. */
export interface JsonFile<T> {
  readonly value: T
  /** Replaces the value by what `change` makes of it and returns once that is on disk. Changes queue up; a refusal writes nothing. */
  update<R>(change: (value: T) => Result<{ readonly value: T; readonly result: R }>): Promise<Result<R>>
}

// ---- meetings and live documents (classic-level; one batch with a sequence check, DECIDED 15) ----

/** Who a Yjs client id belongs to in one document, once written under (DECIDED 5). */
export interface Binding {
  readonly clientId: number
  readonly person: PersonId
}

/** Words that could not enter the record and were not dropped (DECIDED 7). */
export interface Aside {
  readonly id: string
  readonly person: PersonId
  readonly at: Millis
  /** Where they were meant for, as far as known: `outcomes/<id>/text`. */
  readonly place: string | null
  readonly text: string
  readonly reason: 'deletedUnder' | 'rightEnded' | 'locked'
  /** The Yjs update as it came, so that nothing of it is lost; null when only text is known. */
  readonly update: Uint8Array | null
}

/** What one turn of a room stores, in one indivisible, synced batch. */
export interface Append {
  /** Number of the last stored frame the room knows; a different one in the store refuses `stale`. */
  readonly after: number
  /** One merged Yjs V1 update; null when only asides or bindings are stored. */
  readonly frame: Uint8Array | null
  readonly bindings: readonly Binding[]
  readonly asides: readonly Aside[]
  /** Who wrote which clocks of the frame (authorship, DECIDED 14); empty under attribution `none`. */
  readonly authors: readonly Authorship[]
}

/** Who wrote a stretch of clocks, as far as the attribution rule lets it be kept: `delegationType` keeps the type alone. */
export interface Authorship {
  readonly clientId: number
  readonly clock: number
  readonly length: number
  readonly delegationId: DelegationId | null
  readonly delegationType: Delegation['type'] | null
  readonly at: Millis
}

/** All that a room needs to open a document. Frames come in order, the snapshot first. */
export interface StoredDocument {
  readonly documentId: DocumentId
  readonly kind: 'record' | 'report'
  readonly snapshot: Uint8Array | null
  readonly frames: readonly Uint8Array[]
  /** Number of the last frame; 0 for none. */
  readonly seq: number
  readonly bindings: readonly Binding[]
  readonly asideCount: number
  /** Adopted: nothing is written into it any more; words can still be kept aside. */
  readonly isFrozen: boolean
}

export interface Documents {
  /** Makes the document with its first frame; refuses `conflict` when it is there. Only the server calls it (C4). */
  create(documentId: DocumentId, kind: 'record' | 'report', first: Uint8Array): Promise<Result<null>>
  /** Refuses `notFound`; throws when it cannot be read whole (a failing read is never an empty document, D9). */
  load(documentId: DocumentId): Promise<Result<StoredDocument>>
  /** Resolves with the new number once the bytes would survive a power cut. Refuses `stale`, and `frozen` for all but asides. */
  append(documentId: DocumentId, append: Append): Promise<Result<number>>
  /** Replaces snapshot and frames up to `upTo` by `snapshot`, in one batch; later frames stay. Refuses `frozen`. */
  compact(documentId: DocumentId, upTo: number, snapshot: Uint8Array): Promise<Result<null>>
  /** Who wrote what, in the order of the frames, as far as it is kept. */
  authors(documentId: DocumentId): Promise<readonly Authorship[]>
  /** Number of the last frame without reading the document; null when there is no such document. */
  seqOf(documentId: DocumentId): Promise<number | null>
  asides(documentId: DocumentId, person?: PersonId): Promise<readonly Aside[]>
  removeAside(documentId: DocumentId, asideId: string): Promise<Result<null>>
}

/** A meeting's session data with the group it belongs to. */
export interface StoredMeeting {
  readonly meetingId: MeetingId
  readonly groupId: GroupId
  readonly createdAt: Millis
  readonly session: SessionState
  /** Where the record came from, when it was a record before. */
  readonly imported?: ImportedFrom
}

/** The copy out of which a record was made again. */
export interface ImportedFrom {
  /** The meeting that it was a copy of, and how its group was called. */
  readonly meetingId: string
  readonly groupName: string
  readonly version: number | null
  readonly fingerprint: string | null
  /** Whether the copy bore out its fingerprint with all its words; false where parts were not shown, and for drafts. */
  readonly isProved: boolean
  /** ISO 8601 in UTC. */
  readonly generatedAt: string
  readonly at: Millis
  readonly actor: ActedBy
}

/** A version that comes with a new meeting, and whether it stands for good. */
export interface BroughtVersion {
  readonly version: StoredVersion
  readonly freeze: boolean
}

/** A stretch of clocks of one Yjs client id: `[clientId, clock, length]`. */
export type Span = readonly [clientId: number, clock: number, length: number]

/** A version with what is kept beside it: by part key, which stretches of the document its words were, for who wrote them. */
export interface StoredVersion extends RecordVersion {
  readonly spans: Readonly<Record<string, readonly Span[]>>
  /** By part key: the hash of a part as it was before a tighter attribution rule took names out of it; such a part has no salt. */
  readonly hashes?: Readonly<Record<string, string>>
}

/** A file from which a record was made, kept beside it byte for byte. */
export interface StoredSource {
  readonly sourceId: string
  readonly part: 'minutes' | 'agenda'
  readonly name: string
  readonly mediaType: string
  readonly sha256: string
  readonly at: Millis
  readonly bytes: Uint8Array
}

export interface Meetings {
  /**
   * Makes the meeting, its document, what it was brought in from and the version that came with it in one batch; a version that is firm
   * closes the document.
   */
  create(
    meeting: StoredMeeting,
    first: Uint8Array,
    sources?: readonly StoredSource[],
    brought?: BroughtVersion,
  ): Promise<Result<null>>
  /** The files from which the record was made, as they came, in the order in which they were given; most meetings have none. */
  sources(meetingId: MeetingId): Promise<readonly StoredSource[]>
  get(meetingId: MeetingId): Promise<StoredMeeting | null>
  /** Of one group, newest first (by `createdAt`, then id). */
  list(groupId: GroupId): Promise<readonly StoredMeeting[]>
  /**
   * Compare-and-set of the session, in one batch: stores `next` when the stored `seq` is `from`, and remembers every command.
   * When one of the ids was applied before, nothing is stored and the answer says what it led to: decide the rest anew.
   */
  commit(meetingId: MeetingId, change: SessionChange): Promise<Result<Committed>>
  /** What a command id led to, or null when it was never applied. */
  appliedCommand(meetingId: MeetingId, commandId: CommandId): Promise<number | null>
  /** One version of the record, or null; throws when it cannot be read whole. */
  version(meetingId: MeetingId, number: number): Promise<StoredVersion | null>
  /** Every comment on the record, oldest first. */
  comments(meetingId: MeetingId): Promise<readonly RecordComment[]>
}

/** A command that has been applied, and the number of the session that it led to. */
export interface AppliedCommand {
  readonly id: CommandId
  readonly seq: number
}

/** What is made of a session in one commit: any number of commands, or a change of the head. */
export interface SessionChange {
  /** Number of the session that all this was decided on. */
  readonly from: number
  readonly next: SessionState
  readonly commands: readonly AppliedCommand[]
  /** Set when the attribution rule becomes tighter: what it forbids goes out of the stored authorship in the same batch. */
  readonly tighten?: Attribution
  /** New versions (written once: refused as `conflict` when the number is there) and comments (new, or in place of the one there). */
  readonly rows?: {
    readonly versions: readonly StoredVersion[]
    readonly comments: readonly RecordComment[]
    /** In place of versions that are there: less whom the rule forbids to name, under the same fingerprint. */
    readonly redacted?: readonly StoredVersion[]
  }
  /** Adoption: the document is closed in the same batch. Under `none` its id bindings go with it (DECIDED 14). */
  readonly freeze?: true
}

/** `repeated` are those of the commands that were applied before; when there are any, nothing was stored. */
export interface Committed {
  readonly seq: number
  readonly repeated: readonly AppliedCommand[]
}

// ---- ledgers: later facts and proposals over the meetings of a group (classic-level) ----

/** Entries of a group's ledger in their order. */
export interface StoredLedger {
  /** Number of the last entry that is stored; 0 for none. */
  readonly seq: number
  readonly entries: readonly LedgerEntry[]
}

/** What is added to a ledger in one batch: any number of commands with the entries they led to. */
export interface LedgerChange {
  /** Number of the last entry that all this was decided on. */
  readonly from: number
  /** Numbered from `from + 1` on. */
  readonly entries: readonly LedgerEntry[]
  readonly commands: readonly AppliedCommand[]
}

export interface Ledgers {
  /** The entries behind number `after` (0: all of them). A group without a ledger has an empty one. Throws when it cannot be read whole. */
  read(groupId: GroupId, after?: number): Promise<StoredLedger>
  /**
   * Compare-and-set, in one batch: adds the entries when the last stored number is `from` (else `stale`), and remembers every
   * command. When one of the ids was applied before, nothing is stored and the answer says what it led to: decide the rest anew.
   */
  append(groupId: GroupId, change: LedgerChange): Promise<Result<Committed>>
  /** What a command id led to, or null when it was never applied. */
  appliedCommand(groupId: GroupId, commandId: CommandId): Promise<number | null>
}

/** A report to the formal meeting, beside its words: written once. */
export type StoredReport = ReportHead

export interface Reports {
  /** Makes the report and its document in one batch. */
  create(report: StoredReport, first: Uint8Array): Promise<Result<null>>
  get(reportId: ReportId): Promise<StoredReport | null>
  /** Of one group, newest first (by `createdAt`, then id). */
  list(groupId: GroupId): Promise<readonly StoredReport[]>
}

/** When somebody was in a group: their own business, and told to nobody else. */
export interface Visit {
  /** When the visit before the present one was; null when this is the first. */
  readonly since: Millis | null
  readonly last: Millis
}

export interface Visits {
  /** Null for whoever was never here. */
  read(groupId: GroupId, person: PersonId): Promise<Visit | null>
  /** The later of two writes stands. */
  write(groupId: GroupId, person: PersonId, visit: Visit): Promise<void>
}

/** What `verify` found: every damaged thing named, the rest counted. */
export interface Verification {
  readonly groups: number
  readonly meetings: number
  readonly documents: number
  readonly frames: number
  readonly versions: number
  readonly damaged: readonly { readonly what: string; readonly why: string }[]
}

/** Looks into a document that could be read: why it is damaged nevertheless, or null. `verify` itself compares bytes only. */
export type CheckDocument = (document: StoredDocument) => string | null

/** Looks into a version: why its words do not bear out its fingerprint, or null. */
export type CheckVersion = (version: StoredVersion) => Promise<string | null>

/** How storing goes at the moment. */
export interface StorageHealth {
  readonly saving: boolean
  /** A code such as `ENOSPC`; never words, which may hold a path. */
  readonly reason: string | null
  /** A write has been on its way for longer than people should wait. It may still succeed: nothing is refused for it. */
  readonly late: boolean
}

/** Everything that lasts. Opened once a process; holds the folder's lock until closed. */
export interface Storage {
  readonly directory: Directory
  readonly meetings: Meetings
  readonly documents: Documents
  readonly reports: Reports
  readonly ledgers: Ledgers
  readonly visits: Visits
  readonly quarantine: Quarantine
  /** Changes when the folder was restored (DECIDED 11). */
  readonly epoch: string
  /** Whether it ever was: then copies of a past may be about that nobody here knows of. */
  readonly wasRestored: boolean
  /** Where things may lie that can be made again from all this: storage neither reads nor verifies them. */
  readonly derivedFolder: string
  /** Whether the last write succeeded; false until a probe write works again. */
  health(): StorageHealth
  /** Called on each change of `health().saving`; returns the undoing. */
  onHealth(listener: (saving: boolean) => void): () => void
  verify(checkDocument?: CheckDocument, checkVersion?: CheckVersion): Promise<Verification>
  /**
   * All that lasts as it is at the moment of the call, as the bytes of a backup file: whatever was answered before is in it, and
   * nothing of what comes later. Nothing waits for it. Read it soon: what it holds cannot be let go of before.
   */
  backup(): AsyncIterable<Uint8Array>
  close(): Promise<void>
}
