import { type MeetingId, makeId, type ReportId } from '../../shared/base/index.ts'
import { Connection } from './Connection.ts'
import type { Device } from './Device.ts'
import type { DocumentParts } from './documentParts.ts'
import { browserClocks } from './LocalClocks.ts'
import { tabChannel, webLocks } from './tabs.ts'

/** Person and document as one key. */
export function placeOf(person: string, documentId: MeetingId | ReportId): string {
  return `${person} ${documentId}`
}

/** What an open document is built from in a browser. */
export function browserParts(place: string, device: Device | null): DocumentParts {
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

/** Once a frame; where no frames are drawn (a tab in the background) a few times a second. */
function soon(read: () => void): void {
  if (document.hidden) setTimeout(read, 250)
  else requestAnimationFrame(read)
}
