import type { GroupId, MeetingId } from '../../shared/base/index.ts'
import type { Phase } from '../../shared/record/index.ts'
import type { GroupRecord } from '../../shared/register/index.ts'

/** A record as those inside read it, with the numbers that its version gave to paragraphs: by `outcome:<id>`, `note:<item>:<n>` … */
export interface WholeRecord extends GroupRecord {
  readonly numbers: Readonly<Record<string, string>>
  /** A hash of what the delegations were called, where that decides whom an older version names; else null. */
  readonly names: string | null
}

/** Counts for a line of the archive. */
export interface LineCounts {
  readonly outcomes: number
  readonly actions: number
  readonly openActions: number
  readonly delegations: number
}

/** A record in one line: what a list of thousands is made of without reading them. */
export interface ArchiveLine {
  readonly groupId: GroupId
  readonly meetingId: MeetingId
  readonly createdAt: number
  readonly stamp: string
  readonly title: string
  readonly startsAt: string | null
  readonly place: string | null
  readonly formalMeeting: string | null
  readonly symbol: string | null
  readonly phase: Phase
  readonly version: number | null
  readonly fingerprint: string | null
  readonly all: LineCounts
  /** The same for observers. */
  readonly open: LineCounts
}

/** Reads a record as it is settled now; null when there is no such meeting. */
export type ReadWhole = (meetingId: MeetingId) => Promise<WholeRecord | null>
