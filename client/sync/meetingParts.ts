import type { MeetingId } from '../../shared/base/index.ts'
import type { DocumentParts } from './documentParts.ts'
import type { PageSight } from './LocalClocks.ts'

/** What an open meeting is built from. */
export interface MeetingParts extends DocumentParts {
  readonly meetingId: MeetingId
  readonly page: PageSight
  /** A screen on the wall: plain data, nobody in the list of those present, nothing to send. */
  readonly screen: boolean
}
