import type * as Y from 'yjs'
import type { Refusal } from '../../shared/base/index.ts'
import type { Person } from '../../shared/protocol/index.ts'
import { fromBase64 } from './base64.ts'
import type { Connection } from './Connection.ts'
import { type CaretPlace, caretPlace } from './caretPlace.ts'
import { compactFrames } from './compactFrames.ts'
import type { ConnectionState } from './connectionState.ts'
import type { KnownOfPast } from './copyOfPast.ts'
import type { DocumentLine } from './DocumentLine.ts'
import type { Aside, LeftCopy, Loaded } from './deviceTypes.ts'
import type { DocumentParts, OpenPicture, PictureHooks } from './documentParts.ts'
import { Frames } from './Frames.ts'
import type { HeldPen } from './HeldPicture.ts'
import { KeptAside } from './KeptAside.ts'
import { LeftCopies } from './LeftCopies.ts'
import type { HeldCopy } from './MeetingLine.ts'
import { Outbox } from './Outbox.ts'
import { type MyPlace, Presence } from './Presence.ts'
import { Retreat } from './Retreat.ts'
import { Sender } from './Sender.ts'
import { type Readable, Signal } from './Signal.ts'
import { SignKeeper } from './SignKeeper.ts'
import type { SavedSign } from './savedSign.ts'
import { TabCare } from './TabCare.ts'

/** What the server keeps aside for this person; each change is a new value, so that the texts are asked for again. */
export interface Shelved {
  /** How many texts they may see. */
  readonly count: number
  /** Grows with each change. */
  readonly turn: number
}

/** What every door answers, whatever the kind of document. */
interface Entered {
  readonly mode: 'pen' | 'reader'
  readonly role: string
  readonly epoch: string
  readonly seq: number
  readonly update: string | null
  readonly people: readonly Person[]
  readonly saving: boolean
}

/** More small frames than this are made one when a document opens. */
const manyFrames = 40

/**
 * An open document of either kind: its line, its outbox and its people, as values that tell when they change. Whatever is promised of
 * words on their way (kept, sent once, never dropped, set aside) is promised here, for records and reports alike.
 */
export abstract class OpenDocument<Picture extends OpenPicture, Line extends DocumentLine> {
  protected readonly picture: Picture
  protected readonly line: Line
  readonly #parts: DocumentParts
  readonly #connection: Connection
  readonly #outbox: Outbox
  readonly #sender: Sender
  readonly #sign: SignKeeper
  readonly #asides: KeptAside
  readonly #left: LeftCopies
  readonly #tabs: TabCare
  readonly #presence: Presence
  readonly #frames: Frames
  readonly #retreat: Retreat
  readonly #storing = new Signal(true)
  readonly #shelved = new Signal<Shelved>({ count: 0, turn: 0 })
  readonly #keeps: Signal<boolean>
  readonly #typing = new Set<unknown>()
  /** The copy on the device is gone: the next answer at the door has to bring the whole document. */
  #wantsWhole = false
  #closed = false

  protected constructor(parts: DocumentParts, line: Line, draw: (hooks: PictureHooks) => Picture) {
    const { connection, device, place, tab, clocks, random } = parts
    const now = clocks.wall
    this.#parts = parts
    this.#connection = connection
    this.line = line
    const outbox = new Outbox({ device, place, tab, now, changed: () => this.#outboxChanged() })
    this.#outbox = outbox
    this.#keeps = new Signal(outbox.keeps)
    // A server that cannot store is, for what waits here, no better than none.
    this.#sign = new SignKeeper(() => outbox.facts(this.#isLive() && this.#storing.get()))
    this.#storing.subscribe(() => this.#sign.look())
    device?.onLost(() => this.#deviceLost())
    this.#asides = new KeptAside({ device, place, outbox, now })
    const documentId = line.documentId
    this.#left = new LeftCopies({ device, place, documentId, newId: parts.newId, now, handOver: parts.handOver ?? null })
    this.#sender = new Sender({
      outbox,
      isLive: () => this.#isLive(),
      send: (batch) => line.update(batch.update),
      refused: (batch, refusal) => this.#retreat.setAside(batch.clientId, refusal),
      sentAway: (refusal) => connection.sentAway(refusal),
      random,
    })
    const picture = draw({
      typing: this.#typing,
      onLocal: (clientId, update) => {
        outbox.add(clientId, update)
        this.#sender.wake()
      },
      unsettled: () => outbox.updates(),
    })
    this.picture = picture
    this.#frames = new Frames({ line, picture })
    this.#retreat = new Retreat({
      device,
      place,
      connection,
      outbox,
      picture,
      asides: this.#asides,
      left: this.#left,
      known: () => this.known(),
    })
    this.#tabs = new TabCare({
      ...parts,
      adopted: (unsent) => {
        outbox.take(unsent)
        picture.pen.get()?.live.receive(unsent.map((entry) => entry.update))
        this.#sender.wake()
      },
    })
    this.#presence = new Presence((mine) => this.#tellPlace(mine))
    line.on('presence.changed', (event) => this.#presence.changed(event.people, event.gone))
    line.on('storage.changed', (event) => this.#storing.set(event.saving))
    line.on('aside.changed', (event) => this.#setShelved(event.count))
    line.on('meeting.closed', (event) => this.sentAway({ code: event.code, message: event.message }))
  }

  get connection(): Readable<ConnectionState> {
    return this.#connection.state
  }
  get saved(): Readable<SavedSign> {
    return this.#sign.sign
  }
  get people(): Readable<readonly Person[]> {
    return this.#presence.people
  }
  get asides(): Readable<readonly Aside[]> {
    return this.#asides.list
  }
  /** Copies of pasts that the server no longer has. */
  get left(): Readable<readonly LeftCopy[]> {
    return this.#left.list
  }
  /** Words that the server keeps aside for this person, as far as it has said so since the line stands. */
  get shelved(): Readable<Shelved> {
    return this.#shelved
  }
  /** Whether the server can store at the moment, as it says itself. */
  get storing(): Readable<boolean> {
    return this.#storing
  }
  get undoable(): Readable<{ readonly undo: boolean; readonly redo: boolean }> {
    return this.picture.undoable
  }
  /** Which document it is at the moment: another one after a refusal, and editors must then be made anew. Null for readers. */
  get document(): Readable<Pick<HeldPen, 'doc'> | null> {
    return this.picture.pen
  }
  /** Whether this browser can keep words when the line is down. */
  get keepsWords(): boolean {
    return this.#outbox.keeps
  }
  /** The same, for those who want to hear of it. */
  get keeps(): Readable<boolean> {
    return this.#keeps
  }
  /** Whether the page may go: false while something waits that neither the server nor this device has. */
  get mayLeave(): boolean {
    const { unkept, failed } = this.#outbox.facts(false)
    return unkept === 0 || !failed
  }

  /** Shows the copy on this device, then goes to the server. */
  async start(): Promise<void> {
    const { device, place } = this.#parts
    if (device !== null) {
      await this.#tabs.start()
      const loaded = await device.load(place)
      if (this.#closed) return
      this.#asides.load(loaded.asides)
      await this.#left.load()
      if (this.#closed) return
      this.showCopy(loaded)
      if (loaded.frames.length > manyFrames) await compactFrames(device, place)
    }
    this.#connection.state.subscribe(() => this.#lineChanged())
    this.#connection.start()
  }

  /** The text at a path such as `outcomes/<id>/text`, for an editor; null for readers and for what is not there. */
  fragment(path: string): Y.XmlFragment | null {
    return this.picture.pen.get()?.live.fragment(path) ?? null
  }

  /** Where somebody's caret stands in a text that is only shown. */
  caretPlace(path: string, position: unknown): CaretPlace | null {
    const fragment = this.fragment(path)
    return fragment === null ? null : caretPlace(fragment, position)
  }

  /** The origin under which an editor writes: what it writes is this person's own typing, which they can undo. */
  typedBy(origin: unknown): void {
    this.#typing.add(origin)
  }

  newId<Id extends string>(): Id {
    return this.#parts.newId<Id>()
  }

  undo(): void {
    this.picture.pen.get()?.undoing.undo()
  }

  redo(): void {
    this.picture.pen.get()?.undoing.redo()
  }

  /** Tells the others where I am. */
  show(place: Partial<MyPlace>): void {
    this.#presence.show(place)
  }

  retry(): void {
    this.#connection.retry()
  }

  dropAside(key: number): Promise<void> {
    return this.#asides.drop(key)
  }

  /** Lets go of the copy of a past. */
  dropLeft(key: number): Promise<void> {
    return this.#left.drop(key)
  }

  /** Leaves. What waits stays on the device for the next tab; what is only in memory gets the time of one write. */
  async close(): Promise<void> {
    this.#closed = true
    this.#presence.close()
    this.#sender.close()
    this.#connection.close()
    this.#sign.close()
    this.#left.close()
    await Promise.all([this.#outbox.kept(), this.picture.flush()])
    this.#outbox.close()
    this.picture.close()
    await this.#tabs.close()
    this.#parts.device?.close()
  }

  /** What this device kept from last time. */
  protected abstract showCopy(loaded: Loaded): void

  /** What is known of the document beside its words. */
  protected abstract known(): KnownOfPast

  /** Asks to be let in: `entered` or `turnedAway` follow, once each. */
  protected abstract join(copy: HeldCopy): void

  /** The line has another state. */
  protected lineChanged(_kind: ConnectionState['kind']): void {}

  /** Whether an answer at the door still has somebody to go to. */
  protected get isJoining(): boolean {
    return !this.#closed && this.#connection.state.get().kind === 'joining'
  }

  /** The server let us in. `stand` sets what this person is here, after the document and before anybody is told that the line is live. */
  protected entered(joined: Entered, stand: () => void): void {
    const { picture } = this
    picture.epoch = joined.epoch
    this.#wantsWhole = false
    this.#frames.count(joined.seq)
    if (joined.mode === 'pen') {
      const pen = picture.pen.get() ?? picture.takePen([])
      if (joined.update !== null) picture.receive(pen, fromBase64(joined.update))
    } else {
      const held = picture.pen.get() !== null
      picture.layDownPen()
      // Who only reads holds no document (DECIDED 1); what still waits needs it for a while, to say where the words stood.
      if (held && this.#outbox.updates().length === 0) void this.#parts.device?.dropFrames(this.#parts.place)
    }
    stand()
    this.#storing.set(joined.saving)
    // Whoever has words kept aside is told so next; silence means none.
    this.#setShelved(0)
    this.#presence.joined(joined.people)
    this.#connection.joined()
    void this.#handOver(joined)
  }

  /** The server did not let us in. */
  protected turnedAway(refusal: Refusal): void {
    if (refusal.code === 'otherEpoch') void this.#retreat.leaveEpoch(refusal)
    else this.sentAway(refusal)
  }

  protected sentAway(refusal: Refusal): void {
    this.#connection.sentAway(refusal)
  }

  protected rejoin(): void {
    this.#connection.rejoin()
  }

  /** What was left of other pasts goes to the server, now that somebody is here in whose name. */
  async #handOver({ role, epoch }: Entered): Promise<void> {
    if (role !== 'observer') await this.#left.gatherStranded(epoch)
    await this.#left.bring()
  }

  #lineChanged(): void {
    const { kind } = this.#connection.state.get()
    this.lineChanged(kind)
    if (kind === 'joining') this.#join()
    if (kind === 'live') this.#sender.wake()
    else this.#frames.count(null)
    this.#sign.look()
  }

  #join(): void {
    const pen = this.picture.pen.get()
    const stateVector = this.#wantsWhole ? null : (pen?.live.stateVector() ?? null)
    const ids = new Set([...this.#outbox.clientIds(), ...(pen === null ? [] : [pen.doc.clientID])])
    this.join({ epoch: this.picture.epoch, stateVector, clientIds: [...ids] })
  }

  #outboxChanged(): void {
    this.#keeps.set(this.#outbox.keeps)
    this.#sign.look()
  }

  #deviceLost(): void {
    if (this.#closed) return
    this.#outbox.lost()
    this.#wantsWhole = true
    if (this.#isLive()) this.rejoin()
  }

  #setShelved(count: number): void {
    this.#shelved.set({ count, turn: this.#shelved.get().turn + 1 })
  }

  #tellPlace(state: MyPlace): void {
    const pen = this.picture.pen.get()
    if (pen !== null && this.#isLive()) this.line.show(pen.doc.clientID, state)
  }

  #isLive(): boolean {
    return this.#connection.state.get().kind === 'live'
  }
}
