import type { MeetingId, NewId } from '../../shared/base/index.ts'
import type { Connection } from './Connection.ts'
import type { Device } from './Device.ts'
import type { LocalClocks, PageSight } from './LocalClocks.ts'
import type { Locks, TabChannel } from './tabs.ts'

/** What an open meeting is built from: its line, its place on the device, and the clock and chance of the browser. */
export interface MeetingParts {
  readonly meetingId: MeetingId
  readonly place: string
  readonly tab: string
  readonly device: Device | null
  readonly locks: Locks
  readonly channel: TabChannel
  readonly connection: Connection
  readonly clocks: LocalClocks
  readonly page: PageSight
  /** A screen on the wall: plain data, nobody in the list of those present, nothing to send. */
  readonly screen: boolean
  readonly random: () => number
  readonly newId: NewId
  /** Calls back once, soon. */
  readonly soon: (read: () => void) => void
}
