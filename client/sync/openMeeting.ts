import { type MeetingId, makeId } from '../../shared/base/index.ts'
import { Connection } from './Connection.ts'
import { Device } from './Device.ts'
import { browserClocks, browserPage } from './LocalClocks.ts'
import { Meeting } from './Meeting.ts'
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
  const device = screen ? null : await openDevice()
  const place = placeOf(person, meetingId)
  const newId = <Id extends string>() => makeId<Id>(crypto.getRandomValues(new Uint8Array(16)))
  const meeting = new Meeting({
    meetingId,
    place,
    tab: newId(),
    device,
    locks: webLocks(navigator.locks),
    channel: tabChannel(place),
    connection: new Connection({ url: '', random: Math.random }),
    clocks: browserClocks,
    page: browserPage,
    screen,
    random: Math.random,
    newId,
    soon,
  })
  await meeting.start()
  return meeting
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

/** Person and meeting as one key. */
export function placeOf(person: string, meetingId: MeetingId): string {
  return `${person} ${meetingId}`
}

async function openDevice(): Promise<Device | null> {
  try {
    return await Device.open(indexedDB)
  } catch {
    // No storage to be had (private window, blocked): the meeting works on the line alone, and the page says so.
    return null
  }
}

/** Once a frame; where no frames are drawn (a tab in the background) a few times a second. */
function soon(read: () => void): void {
  if (document.hidden) setTimeout(read, 250)
  else requestAnimationFrame(read)
}
