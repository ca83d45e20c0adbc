import type { MeetingId } from '../../shared/base/index.ts'
import { browserParts, placeOf } from './browserParts.ts'
import { handOverTo } from './copiesApi.ts'
import { browserPage } from './LocalClocks.ts'
import { Meeting } from './Meeting.ts'
import { openDevice } from './openDevice.ts'

export interface OpenMeetingOptions {
  readonly meetingId: MeetingId
  /** Whose words these are; two people on one computer have two copies. */
  readonly person: string
  /** A screen on the wall: shows the meeting, takes no part in it and keeps nothing on the device. */
  readonly screen?: boolean
}

/** Opens a meeting in this browser: shows the copy on the device first, then the live record. */
export async function openMeeting({ meetingId, person, screen = false }: OpenMeetingOptions): Promise<Meeting> {
  const parts = browserParts(placeOf(person, meetingId), screen ? null : await openDevice())
  const handOver = handOverTo(meetingId)
  const meeting = new Meeting({ ...parts, meetingId, page: browserPage, screen, handOver })
  await meeting.start()
  return meeting
}
