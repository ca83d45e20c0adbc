import type { MeetingId } from '../../shared/base/index.ts'
import {
  applyPlainChange,
  applyViewChange,
  type MeetingRecord,
  type PlainChange,
  type ViewChange,
} from '../../shared/record/index.ts'
import { completeSession, type SessionState } from '../../shared/session/index.ts'
import { ChangedOutcome } from './ChangedOutcome.ts'
import type { Device } from './Device.ts'
import { copyShape, type LocalCopy } from './deviceTypes.ts'
import type { HeldPen, HeldPicture } from './HeldPicture.ts'
import { hasNewFacts } from './hasNewFacts.ts'
import { LocalCopyWriter } from './LocalCopyWriter.ts'
import { Pen } from './Pen.ts'
import { type Readable, Signal } from './Signal.ts'
import type { Standpoint } from './Standpoint.ts'
import { shareParts } from './shareParts.ts'

interface PictureParts {
  readonly meetingId: MeetingId
  readonly place: string
  readonly device: Device | null
  readonly typing: Set<unknown>
  /** Calls back once, soon: a frame in the browser, so that a burst of changes is read once. */
  readonly soon: (read: () => void) => void
  /** What this person has just written. */
  readonly onLocal: (clientId: number, update: Uint8Array) => void
  /** Words that are not settled and belong into every new document. */
  readonly unsettled: () => readonly Uint8Array[]
}

/** The record as it is seen here: out of a document for who writes, out of the view stream for who reads, and its copy on the device. */
export class Picture implements HeldPicture {
  readonly record = new Signal<MeetingRecord | null>(null)
  readonly standpoint = new Signal<Standpoint | null>(null)
  /** The session out of the standpoint, for those who look at nothing else of it. */
  readonly session: Readable<SessionState | null>
  readonly changed: ChangedOutcome
  readonly pen = new Signal<Pen | null>(null)
  readonly undoable = new Signal({ undo: false, redo: false })
  /** Of the server's data folder; null before anything is known. */
  epoch: string | null = null
  readonly #parts: PictureParts
  readonly #copies: LocalCopyWriter
  #view: { readonly version: number; readonly record: MeetingRecord } | null = null
  /** The newest session that was told and is not shown yet. */
  #told: SessionState | null = null
  /** The session that the next change goes on from. */
  #heard: { readonly version: number; readonly session: SessionState } | null = null
  /** Whether the document has changed since it was read. */
  #written = false
  #reading = false
  #closed = false

  constructor(parts: PictureParts) {
    this.#parts = parts
    const { standpoint } = this
    this.session = { get: () => standpoint.get()?.session ?? null, subscribe: standpoint.subscribe }
    this.changed = new ChangedOutcome(this.record)
    this.#copies = new LocalCopyWriter(parts.device, parts.place)
  }

  /** What this device kept from last time. */
  showCopy(copy: LocalCopy, frames: readonly Uint8Array[]): void {
    this.epoch = copy.epoch
    // It may have been kept by an earlier release, which knew less of a session.
    const session = completeSession(copy.session)
    this.standpoint.set({ ...copy, session, me: copy.me ?? null, readerBecause: null, you: null })
    if (copy.mode === 'pen') this.takePen(frames)
    else if (copy.view !== null && copy.shape === copyShape) this.record.set(copy.view)
  }

  /** What the server said at the door; `version` is the number of that session. */
  stand(standpoint: Standpoint, version: number): void {
    this.#told = null
    const session = shareParts(this.standpoint.get()?.session, standpoint.session)
    this.#heard = { version, session }
    this.standpoint.set({ ...standpoint, session })
    this.#keepCopy()
    this.#read()
  }

  /**
   * What changed of the session; shown soon, so that a crowd asking for the floor is drawn once a frame. Says whether the change fitted on
   * what was heard before.
   */
  changeSession(from: number, version: number, change: PlainChange): boolean {
    if (this.#heard === null || this.#heard.version !== from) return false
    // The server made the change from one session to another.
    const session = applyPlainChange(this.#heard.session, change) as SessionState
    this.#heard = { version, session }
    this.#told = session
    this.#readSoon()
    return true
  }

  /** Opens a new document with a new client id on settled updates and what is on its way. */
  takePen(settled: readonly Uint8Array[]): Pen {
    const { meetingId, typing, onLocal, unsettled } = this.#parts
    const pen = new Pen({ meetingId, start: [...settled, ...unsettled()], typing, onLocal, onChange: () => this.#changed() })
    pen.undoing.can.subscribe(() => this.undoable.set(pen.undoing.can.get()))
    this.pen.get()?.close()
    this.pen.set(pen)
    this.undoable.set(pen.undoing.can.get())
    this.#read()
    return pen
  }

  layDownPen(): void {
    this.pen.get()?.close()
    this.pen.set(null)
    this.undoable.set({ undo: false, redo: false })
  }

  /** Settled words from the server. */
  receive(pen: HeldPen, update: Uint8Array): void {
    pen.live.receive([update])
    this.#copies.frame(update)
  }

  showView(version: number, record: MeetingRecord): void {
    this.#view = { version, record }
    if (this.pen.get() !== null) return
    this.record.set(record)
    this.#keepCopy()
  }

  /** Whether the change fitted on what is shown. */
  changeView(from: number, version: number, change: ViewChange): boolean {
    if (this.#view === null || this.#view.version !== from) return false
    this.showView(version, applyViewChange(this.#view.record, change))
    return true
  }

  readNow(): void {
    this.#read()
  }

  /** Everything gathered for the copy is on the device after this. */
  flush(): Promise<void> {
    return this.#copies.flush()
  }

  close(): void {
    this.#closed = true
    this.changed.close()
    this.pen.get()?.close()
  }

  #keepCopy(): void {
    const standpoint = this.standpoint.get()
    if (standpoint === null || this.epoch === null) return
    const { mode, groupId, role, rules, session, me } = standpoint
    const { place, meetingId } = this.#parts
    const shape = copyShape
    const view = mode === 'reader' ? (this.#view?.record ?? null) : null
    this.#copies.copy({ shape, place, meetingId, epoch: this.epoch, mode, groupId, role, rules, me, session, view })
  }

  #changed(): void {
    this.#written = true
    this.#readSoon()
  }

  #readSoon(): void {
    if (this.#reading) return
    this.#reading = true
    this.#parts.soon(() => {
      this.#reading = false
      const hasNews = this.#takeTold()
      if (this.#written || hasNews) this.#read()
    })
  }

  /** Shows the session that was told; says whether the record has to be read under it. */
  #takeTold(): boolean {
    const before = this.standpoint.get()
    const told = this.#told
    this.#told = null
    if (before === null || told === null || this.#closed) return false
    const session = shareParts(before.session, told)
    if (session === before.session) return false
    this.standpoint.set({ ...before, session })
    this.#keepCopy()
    return hasNewFacts(before.session, session)
  }

  #read(): void {
    this.#written = false
    const pen = this.pen.get()
    const session = this.standpoint.get()?.session
    if (pen !== null && session !== undefined && !this.#closed) this.record.set(pen.read(session))
  }
}
