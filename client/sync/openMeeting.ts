import { type MeetingId, makeId, type ReportId } from '../../shared/base/index.ts'
import { Connection } from './Connection.ts'
import { handOverTo } from './copiesApi.ts'
import { Device } from './Device.ts'
import type { DocumentParts } from './documentParts.ts'
import { browserClocks, browserPage } from './LocalClocks.ts'
import { Meeting } from './Meeting.ts'
import { Report } from './Report.ts'
import { tabChannel, webLocks } from './tabs.ts'

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

export interface OpenReportOptions {
  readonly reportId: ReportId
  readonly person: string
}

/** Opens a report in this browser, as a meeting is opened. */
export async function openReport({ reportId, person }: OpenReportOptions): Promise<Report> {
  const report = new Report({ ...browserParts(placeOf(person, reportId), await openDevice()), reportId })
  await report.start()
  return report
}

/** How many changes on this device the server does not have yet; asked before signing out. */
export async function waiting(): Promise<number> {
  const device = await openDevice()
  if (device === null) return 0
  const count = await device.waiting()
  device.close()
  return count
}

/** Forgets every record and every unsent word on this device. Ask first when anything waits. */
export async function forgetDevice(): Promise<void> {
  const device = await openDevice()
  await device?.forget()
  device?.close()
}

/** Person and document as one key. */
export function placeOf(person: string, documentId: MeetingId | ReportId): string {
  return `${person} ${documentId}`
}

function browserParts(place: string, device: Device | null): DocumentParts {
  const newId = <Id extends string>() => makeId<Id>(crypto.getRandomValues(new Uint8Array(16)))
  return {
    place,
    tab: newId(),
    device,
    locks: webLocks(navigator.locks),
    channel: tabChannel(place),
    connection: new Connection({ url: '', random: Math.random }),
    clocks: browserClocks,
    random: Math.random,
    newId,
    soon,
  }
}

async function openDevice(): Promise<Device | null> {
  try {
    return await Device.open(indexedDB)
  } catch {
    // No storage to be had (private window, blocked): the document works on the line alone, and the page says so.
    return null
  }
}

/** Once a frame; where no frames are drawn (a tab in the background) a few times a second. */
function soon(read: () => void): void {
  if (document.hidden) setTimeout(read, 250)
  else requestAnimationFrame(read)
}
