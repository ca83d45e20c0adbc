import type { MeetingId, Millis } from '../base/index.ts'
import type { MeetingRecord } from '../record/index.ts'

/** One meeting of a group as somebody may read it: already less what is closed to them. */
export interface GroupRecord {
  readonly meetingId: MeetingId
  readonly createdAt: Millis
  readonly record: MeetingRecord
  /** Null for a draft, which is nobody's version. */
  readonly version: number | null
  readonly fingerprint: string | null
  /** By `outcome:<id>`: the number that its version fixed ("7", "7 bis"); none in a draft. */
  readonly paragraphs?: Readonly<Record<string, string>>
  /** The adopted record was withdrawn later. */
  readonly isWithdrawn?: boolean
}
