import type { DocumentId, GroupId, Millis, NewId, Refusal, Result } from '../../shared/base/index.ts'
import type { Attribution, MeetingRecord, Phase, TouchedPath } from '../../shared/record/index.ts'
import type { SessionCommand } from '../../shared/session/index.ts'
import type { Clock, ReportFault } from '../base/index.ts'
import type { Storage } from '../storage/index.ts'
import type { News, OwnWelcome, Standing } from './face.ts'
import type { HeldDocument } from './HeldDocument.ts'
import type { Line } from './Line.ts'
import type { KnownCaller, Member, ReaderBecause } from './Member.ts'

/** How somebody came in, beside their rights. */
export interface CameAs {
  /** Came with an older schema. */
  readonly isOutdated: boolean
  readonly isScreen: boolean
}

/** What a room has of its own by the kind of its document (DECIDED 10). The rest, from line to log, is the room's and the same for all. */
export interface Side {
  readonly documentId: DocumentId
  readonly groupId: GroupId
  /** Why somebody gets plain data instead of the document; null for those who hold a pen now. */
  whyReader(standing: Standing, cameAs: CameAs): ReaderBecause | null
  /** Asks for every place that an update touches; the first no is the answer. */
  rights(paths: readonly TouchedPath[], standing: Standing, now: Millis): Result<null>
  mayShowPlace(standing: Standing): boolean
  /** What may be kept of who wrote. */
  attribution(): Attribution
  /** The phase that rights are asked in; null where there is none. */
  phase(): Phase | null
  /** What of it a newcomer is told in the answer to coming in. */
  ownWelcome(member: Member): OwnWelcome
  /** A reader gets the whole. */
  welcome(member: Member): void
  /** The document has changed, and that is stored. */
  touched(): void
  /** What is hidden from observers is hidden by this; null where no observer ever is. */
  observed(): MeetingRecord | null
  command(command: SessionCommand, standing: Standing, caller: KnownCaller): Promise<Result<{ readonly seq: number }>>
  /** Whether storage has of it what memory has. */
  isAsStored(): Promise<boolean>
  /** Whether nothing is under way. */
  readonly isEmpty: boolean
  /** From now on nothing is taken; what waits is answered with the reason. */
  close(refusal: Refusal): void
  /** The room is over: timers and readers are given back. */
  release(): void
}

/** What of a room its side works with. */
export interface SideHost {
  readonly storage: Storage
  readonly clock: Clock
  readonly newId: NewId
  readonly reportFault: ReportFault
  readonly line: Line
  readonly members: ReadonlySet<Member>
  readonly held: HeldDocument
  readonly isDropped: () => boolean
  readonly tell: (news: News, to: Iterable<Member>) => void
  /** Puts a member out. */
  readonly end: (member: Member, refusal: Refusal) => void
  /** What was told or hidden before counts no more for observers. */
  readonly renewPresence: () => void
  readonly fail: (refusal: Refusal) => void
}
