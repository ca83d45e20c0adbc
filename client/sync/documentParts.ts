import type { NewId } from '../../shared/base/index.ts'
import type { Connection } from './Connection.ts'
import type { Device } from './Device.ts'
import type { HeldPicture } from './HeldPicture.ts'
import type { HandOver } from './LeftCopies.ts'
import type { LocalClocks } from './LocalClocks.ts'
import type { Readable } from './Signal.ts'
import type { Locks, TabChannel } from './tabs.ts'

/** What an open document is built from: its line, its place on the device, and the clock and chance of the browser. */
export interface DocumentParts {
  readonly place: string
  readonly tab: string
  readonly device: Device | null
  readonly locks: Locks
  readonly channel: TabChannel
  readonly connection: Connection
  readonly clocks: LocalClocks
  readonly random: () => number
  readonly newId: NewId
  /** Calls back once, soon. */
  readonly soon: (read: () => void) => void
  /** Brings the copy of a past that the server no longer has; without it such a copy stays on the device. */
  readonly handOver?: HandOver
}

/** What a picture is given to live with. */
export interface PictureHooks {
  /** Origins under which editors write this person's typing. */
  readonly typing: Set<unknown>
  /** What this person has just written. */
  readonly onLocal: (clientId: number, update: Uint8Array) => void
  /** Words that are not settled and belong into every new document. */
  readonly unsettled: () => readonly Uint8Array[]
}

/** A picture that can take its steps back, and close. */
export interface OpenPicture extends HeldPicture {
  readonly undoable: Readable<{ readonly undo: boolean; readonly redo: boolean }>
  close(): void
}
