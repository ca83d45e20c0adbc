import { type Millis, type OutcomeId, type Result, refuse } from '../../shared/base/index.ts'
import type { MeetingRecord, PlainChange, RecordEdit, ViewChange } from '../../shared/record/index.ts'
import type { CommandDraft, SessionState } from '../../shared/session/index.ts'
import { Commander } from './Commander.ts'
import type { ConnectionState } from './connectionState.ts'
import type { KnownOfPast } from './copyOfPast.ts'
import type { Loaded } from './deviceTypes.ts'
import { Hours } from './Hours.ts'
import { type HeldCopy, MeetingLine } from './MeetingLine.ts'
import type { MeetingParts } from './meetingParts.ts'
import { OpenDocument } from './OpenDocument.ts'
import { Picture } from './Picture.ts'
import type { CompareWords } from './rewriteLines.ts'
import { type Readable, Signal } from './Signal.ts'
import type { Standpoint } from './Standpoint.ts'
import { standpointOf } from './standpointOf.ts'

/** A small question that takes longer than this has no line to come back over. */
const probeMs = 5000

/** One open meeting: its record, its session and its clock, as values that tell when they change. */
export class Meeting extends OpenDocument<Picture, MeetingLine> {
  readonly #parts: MeetingParts
  readonly #commander: Commander
  readonly #hours: Hours
  readonly #about = new Signal<unknown>(null)
  readonly #edited = new Signal<RecordEdit | null>(null)
  readonly #copiesTurn = new Signal(0)

  constructor(parts: MeetingParts) {
    const { connection, clocks, page } = parts
    const line = new MeetingLine(connection, parts.meetingId, parts.newId)
    super(parts, line, (hooks) => new Picture({ ...parts, ...hooks }))
    this.#parts = parts
    this.#commander = new Commander({ connection: connection.state, clocks, probe: () => void line.hour(probeMs) })
    this.#hours = new Hours({ clocks, page, ask: () => line.hour() })
    this.#listen()
  }

  get record(): Readable<MeetingRecord | null> {
    return this.picture.record
  }
  get standpoint(): Readable<Standpoint | null> {
    return this.picture.standpoint
  }
  /** What the chair runs, as far as this person may see it; null before anything is known. Parts that did not change stay the same object. */
  get session(): Readable<SessionState | null> {
    return this.picture.session
  }
  /** The outcome whose words changed last, as far as this page has seen. */
  get changedOutcome(): Readable<OutcomeId | null> {
    return this.picture.changed.id
  }
  /** The server's hour, a new value at each full second of it. */
  get seconds(): Readable<Millis> {
    return this.#hours.seconds
  }
  /** The named edit this person made last, once it can be seen in the record; null after taking something back. */
  get edited(): Readable<RecordEdit | null> {
    return this.#edited
  }
  /** Grows when copies from before a restore were brought or decided about: ask for them anew. */
  get copiesTurn(): Readable<number> {
    return this.#copiesTurn
  }
  /** What the page last kept beside the record: the group's name, its delegations. */
  get about(): Readable<unknown> {
    return this.#about
  }

  edit(edit: RecordEdit): Result<null> {
    const pen = this.picture.pen.get()
    if (pen === null) return refuse('forbidden', 'Here you read only.')
    const done = pen.edit(edit)
    this.picture.readNow()
    if (done.ok) this.#edited.set(edit)
    return done
  }

  /** Writes words that were kept aside at the end of these notes; false when nobody may, or the notes are gone. */
  writeAgain(path: string, words: string): boolean {
    return this.picture.pen.get()?.live.append(path, words) ?? false
  }

  /** Replaces the words of one paragraph, where they are still exactly these; false when they are not, or nobody may. */
  rewrite(path: string, before: string, after: string, compare: CompareWords): boolean {
    return this.picture.pen.get()?.live.rewrite(path, before, after, compare) ?? false
  }

  /** Keeps what the page knows beside the record, so that a reload offline has it too. */
  async keepAbout(about: unknown): Promise<void> {
    this.#about.set(about)
    await this.#parts.device?.keepAbout(this.#parts.place, about).catch(() => undefined)
  }

  override undo(): void {
    super.undo()
    this.#edited.set(null)
  }

  override redo(): void {
    super.redo()
    this.#edited.set(null)
  }

  /** Runs the session: once, or not at all. Never kept for later: a command that waits would come as a surprise. */
  command(draft: CommandDraft): Promise<Result<null>> {
    return this.#commander.run(this.line.command(draft))
  }

  /** The hour at the server, to the millisecond as far as it is known. */
  now(): Millis {
    return this.#hours.clock.now()
  }

  override async close(): Promise<void> {
    this.#hours.close()
    await super.close()
  }

  protected override showCopy({ copy, frames, about }: Loaded): void {
    this.#about.set(about)
    if (copy !== null && copy.kind === undefined) this.picture.showCopy(copy, frames)
  }

  protected override lineChanged(kind: ConnectionState['kind']): void {
    this.#hours.clock.live(kind === 'live')
  }

  protected override known(): KnownOfPast {
    const standpoint = this.standpoint.get()
    const view = standpoint?.mode === 'reader' ? this.record.get() : null
    return { session: standpoint?.session ?? null, role: standpoint?.role ?? null, view }
  }

  protected override join(copy: HeldCopy): void {
    const askedAt = this.#parts.clocks.steady()
    this.line.join(copy, this.#parts.screen, (answer) => {
      if (answer?.ok === true) this.#hours.clock.hear(answer.value.now, askedAt)
      if (answer === null || !this.isJoining) return
      if (!answer.ok) {
        this.turnedAway(answer.refusal)
        return
      }
      const joined = answer.value
      this.entered(joined, () => this.picture.stand(standpointOf(joined), joined.sessionVersion))
    })
  }

  #listen(): void {
    const { picture, line } = this
    line.on('session.changed', (event) => {
      this.#hours.clock.hear(event.now)
      if (!picture.changeSession(event.from, event.version, event.change as PlainChange)) this.rejoin()
    })
    line.on('copies.changed', () => this.#copiesTurn.set(this.#copiesTurn.get() + 1))
    line.on('view.record', (event) => picture.showView(event.version, event.record as MeetingRecord))
    line.on('view.change', (event) => {
      if (!picture.changeView(event.from, event.version, event.change as ViewChange)) this.rejoin()
    })
  }
}
