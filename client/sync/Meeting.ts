import type * as Y from 'yjs'
import { type Millis, type OutcomeId, type Result, refuse } from '../../shared/base/index.ts'
import type { Joined, Person } from '../../shared/protocol/index.ts'
import type { MeetingRecord, RecordEdit, ViewChange } from '../../shared/record/index.ts'
import type { CommandDraft, SessionState } from '../../shared/session/index.ts'
import { fromBase64 } from './base64.ts'
import { Commander } from './Commander.ts'
import type { Connection } from './Connection.ts'
import { type CaretPlace, caretPlace } from './caretPlace.ts'
import type { ConnectionState } from './connectionState.ts'
import type { Aside } from './deviceTypes.ts'
import { Frames } from './Frames.ts'
import { Hours } from './Hours.ts'
import { KeptAside } from './KeptAside.ts'
import { type HeldCopy, MeetingLine } from './MeetingLine.ts'
import type { MeetingParts } from './meetingParts.ts'
import { Outbox } from './Outbox.ts'
import type { Pen } from './Pen.ts'
import { Picture } from './Picture.ts'
import { type MyPlace, Presence } from './Presence.ts'
import { Retreat } from './Retreat.ts'
import { Sender } from './Sender.ts'
import { type Readable, Signal } from './Signal.ts'
import { SignKeeper } from './SignKeeper.ts'
import type { Standpoint } from './Standpoint.ts'
import type { SavedSign } from './savedSign.ts'
import { standpointOf } from './standpointOf.ts'
import { TabCare } from './TabCare.ts'

/** What the server keeps aside for this person; each change is a new value, so that the texts are asked for again. */
export interface Shelved {
  /** How many texts they may see. */
  readonly count: number
  /** Grows with each change. */
  readonly turn: number
}

/** More small frames than this are made one when a meeting opens. */
const manyFrames = 40
/** A small question that takes longer than this has no line to come back over. */
const probeMs = 5000

/** One open meeting: its record, its line, its outbox and its people, as values that tell when they change. */
export class Meeting {
  readonly #parts: MeetingParts
  readonly #connection: Connection
  readonly #line: MeetingLine
  readonly #picture: Picture
  readonly #outbox: Outbox
  readonly #sender: Sender
  readonly #sign: SignKeeper
  readonly #asides: KeptAside
  readonly #tabs: TabCare
  readonly #presence: Presence
  readonly #frames: Frames
  readonly #retreat: Retreat
  readonly #commander: Commander
  readonly #hours: Hours
  readonly #storing = new Signal(true)
  readonly #shelved = new Signal<Shelved>({ count: 0, turn: 0 })
  readonly #about = new Signal<unknown>(null)
  readonly #edited = new Signal<RecordEdit | null>(null)
  readonly #typing = new Set<unknown>()
  #closed = false

  constructor(parts: MeetingParts) {
    const { connection, device, place, tab, clocks, page, random } = parts
    const now = clocks.wall
    this.#parts = parts
    this.#connection = connection
    this.#line = new MeetingLine(connection, parts.meetingId, parts.newId)
    const outbox = new Outbox({ device, place, tab, now, changed: () => this.#sign.look() })
    this.#outbox = outbox
    this.#sign = new SignKeeper(() => outbox.facts(this.#isLive()))
    this.#asides = new KeptAside({ device, place, outbox, now })
    this.#sender = new Sender({
      outbox,
      isLive: () => this.#isLive(),
      send: (batch) => this.#line.update(batch.update),
      refused: (batch, refusal) => this.#retreat.setAside(batch.clientId, refusal),
      sentAway: (refusal) => connection.sentAway(refusal),
      random,
    })
    this.#picture = new Picture({
      ...parts,
      typing: this.#typing,
      onLocal: (clientId, update) => {
        outbox.add(clientId, update)
        this.#sender.wake()
      },
      unsettled: () => outbox.updates(),
    })
    this.#frames = new Frames({ line: this.#line, picture: this.#picture })
    this.#retreat = new Retreat({ device, place, connection, outbox, picture: this.#picture, asides: this.#asides })
    this.#tabs = new TabCare({
      ...parts,
      adopted: (unsent) => {
        outbox.take(unsent)
        this.#picture.pen.get()?.live.receive(unsent.map((entry) => entry.update))
        this.#sender.wake()
      },
    })
    this.#presence = new Presence((mine) => this.#tellPlace(mine))
    this.#commander = new Commander({ connection: connection.state, clocks, probe: () => void this.#line.hour(probeMs) })
    this.#hours = new Hours({ clocks, page, ask: () => this.#line.hour() })
    this.#listen()
  }

  get connection(): Readable<ConnectionState> {
    return this.#connection.state
  }
  get saved(): Readable<SavedSign> {
    return this.#sign.sign
  }
  get record(): Readable<MeetingRecord | null> {
    return this.#picture.record
  }
  get standpoint(): Readable<Standpoint | null> {
    return this.#picture.standpoint
  }
  /** What the chair runs, as far as this person may see it; null before anything is known. Parts that did not change stay the same object. */
  get session(): Readable<SessionState | null> {
    return this.#picture.session
  }
  /** The outcome whose words changed last, as far as this page has seen. */
  get changedOutcome(): Readable<OutcomeId | null> {
    return this.#picture.changed.id
  }
  /** The server's hour, a new value at each full second of it. */
  get seconds(): Readable<Millis> {
    return this.#hours.seconds
  }
  get people(): Readable<readonly Person[]> {
    return this.#presence.people
  }
  get asides(): Readable<readonly Aside[]> {
    return this.#asides.list
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
    return this.#picture.undoable
  }
  /** Which document it is at the moment: another one after a refusal, and editors must then be made anew. Null for readers. */
  get document(): Readable<Pick<Pen, 'doc'> | null> {
    return this.#picture.pen
  }
  /** The named edit this person made last, once it can be seen in the record; null after taking something back. */
  get edited(): Readable<RecordEdit | null> {
    return this.#edited
  }
  /** What the page last kept beside the record: the group's name, its delegations. */
  get about(): Readable<unknown> {
    return this.#about
  }
  /** Whether this browser can keep words when the line is down. */
  get keepsWords(): boolean {
    return this.#outbox.keeps
  }

  /** Shows the copy on this device, then goes to the server. */
  async start(): Promise<void> {
    const { device, place } = this.#parts
    if (device !== null) {
      await this.#tabs.start()
      const loaded = await device.load(place)
      if (this.#closed) return
      this.#asides.load(loaded.asides)
      this.#about.set(loaded.about)
      if (loaded.copy !== null) this.#picture.showCopy(loaded.copy, loaded.frames)
      if (loaded.frames.length > manyFrames) await this.#picture.compact()
    }
    this.#connection.state.subscribe(() => this.#lineChanged())
    this.#connection.start()
  }

  /** The text at `outcomes/<id>/text`, for an editor; null for readers and for what is not there. */
  fragment(path: string): Y.XmlFragment | null {
    return this.#picture.pen.get()?.live.fragment(path) ?? null
  }

  /** Where somebody's caret stands in a text that is only shown. */
  caretPlace(path: string, position: unknown): CaretPlace | null {
    const fragment = this.fragment(path)
    return fragment === null ? null : caretPlace(fragment, position)
  }

  edit(edit: RecordEdit): Result<null> {
    const pen = this.#picture.pen.get()
    if (pen === null) return refuse('forbidden', 'Here you read only.')
    const done = pen.edit(edit)
    this.#picture.readNow()
    if (done.ok) this.#edited.set(edit)
    return done
  }

  /** Writes words that were kept aside at the end of these notes; false when nobody may, or the notes are gone. */
  writeAgain(path: string, words: string): boolean {
    return this.#picture.pen.get()?.live.append(path, words) ?? false
  }

  /** Replaces the words of one paragraph, where they are still exactly these; false when they are not, or nobody may. */
  rewrite(path: string, before: string, after: string): boolean {
    return this.#picture.pen.get()?.live.rewrite(path, before, after) ?? false
  }

  /** The origin under which an editor writes: what it writes is this person's own typing, which they can undo. */
  typedBy(origin: unknown): void {
    this.#typing.add(origin)
  }

  /** Keeps what the page knows beside the record, so that a reload offline has it too. */
  async keepAbout(about: unknown): Promise<void> {
    this.#about.set(about)
    await this.#parts.device?.keepAbout(this.#parts.place, about).catch(() => undefined)
  }

  newId<Id extends string>(): Id {
    return this.#parts.newId<Id>()
  }

  undo(): void {
    this.#picture.pen.get()?.undoing.undo()
    this.#edited.set(null)
  }

  redo(): void {
    this.#picture.pen.get()?.undoing.redo()
    this.#edited.set(null)
  }

  /** Tells the others where I am. */
  show(place: Partial<MyPlace>): void {
    this.#presence.show(place)
  }

  /** Runs the session: once, or not at all. Never kept for later: a command that waits would come as a surprise. */
  command(draft: CommandDraft): Promise<Result<null>> {
    return this.#commander.run(this.#line.command(draft))
  }

  /** The hour at the server, to the millisecond as far as it is known. */
  now(): Millis {
    return this.#hours.clock.now()
  }

  retry(): void {
    this.#connection.retry()
  }

  dropAside(key: number): Promise<void> {
    return this.#asides.drop(key)
  }

  /** Leaves. What waits stays on the device for the next tab; what is only in memory gets the time of one write. */
  async close(): Promise<void> {
    this.#closed = true
    this.#hours.close()
    this.#presence.close()
    this.#sender.close()
    this.#connection.close()
    this.#sign.close()
    await Promise.all([this.#outbox.kept(), this.#picture.flush()])
    this.#outbox.close()
    this.#picture.close()
    await this.#tabs.close()
    this.#parts.device?.close()
  }

  #lineChanged(): void {
    const { kind } = this.#connection.state.get()
    this.#hours.clock.live(kind === 'live')
    if (kind === 'joining') this.#join()
    if (kind === 'live') this.#sender.wake()
    else this.#frames.count(null)
    this.#sign.look()
  }

  #join(): void {
    const pen = this.#picture.pen.get()
    const ids = new Set([...this.#outbox.clientIds(), ...(pen === null ? [] : [pen.doc.clientID])])
    const askedAt = this.#parts.clocks.steady()
    const copy: HeldCopy = {
      epoch: this.#picture.epoch,
      stateVector: pen?.live.stateVector() ?? null,
      clientIds: [...ids],
      screen: this.#parts.screen,
    }
    this.#line.join(copy, (answer) => {
      if (answer?.ok === true) this.#hours.clock.hear(answer.value.now, askedAt)
      if (answer === null || this.#closed || this.#connection.state.get().kind !== 'joining') return
      if (answer.ok) this.#joined(answer.value)
      else if (answer.refusal.code === 'otherEpoch') void this.#retreat.leaveEpoch(answer.refusal)
      else this.#connection.sentAway(answer.refusal)
    })
  }

  #joined(joined: Joined): void {
    const picture = this.#picture
    picture.epoch = joined.epoch
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
    picture.stand(standpointOf(joined))
    this.#storing.set(joined.saving)
    // Whoever has words kept aside is told so next; silence means none.
    this.#setShelved(0)
    this.#presence.joined(joined.people)
    this.#connection.joined()
  }

  #listen(): void {
    const picture = this.#picture
    this.#line.on('session.changed', (event) => {
      this.#hours.clock.hear(event.now)
      picture.tell(event.session as SessionState)
    })
    this.#line.on('view.record', (event) => picture.showView(event.version, event.record as MeetingRecord))
    this.#line.on('view.change', (event) => {
      if (!picture.changeView(event.from, event.version, event.change as ViewChange)) this.#connection.rejoin()
    })
    this.#line.on('presence.changed', (event) => this.#presence.changed(event.people, event.gone))
    this.#line.on('storage.changed', (event) => this.#storing.set(event.saving))
    this.#line.on('aside.changed', (event) => this.#setShelved(event.count))
    this.#line.on('meeting.closed', (event) => this.#connection.sentAway({ code: event.code, message: event.message }))
  }

  #setShelved(count: number): void {
    this.#shelved.set({ count, turn: this.#shelved.get().turn + 1 })
  }

  #tellPlace(state: MyPlace): void {
    const pen = this.#picture.pen.get()
    if (pen !== null && this.#isLive()) this.#line.show(pen.doc.clientID, state)
  }

  #isLive(): boolean {
    return this.#connection.state.get().kind === 'live'
  }
}
