import { may } from '../../shared/access/index.ts'
import { type DocumentId, type NewId, ok, type Refusal, type Result } from '../../shared/base/index.ts'
import type { Clock, ReportFault } from '../base/index.ts'
import type { Aside, Storage } from '../storage/index.ts'
import { AsideShelf } from './AsideShelf.ts'
import { type Allowances, Budget } from './Budget.ts'
import { ClientIds } from './ClientIds.ts'
import { connect } from './connect.ts'
import type { Connection, EnterAsk, News, Sink, Standing, Welcome } from './face.ts'
import { greet } from './greet.ts'
import { HeldDocument } from './HeldDocument.ts'
import { hasLostWords, isAheadOf, otherPast } from './isAheadOf.ts'
import { Line } from './Line.ts'
import { LiveDocument } from './LiveDocument.ts'
import { isPen, isScreen, type KnownCaller, type Member, personOf } from './Member.ts'
import { type AnySide, type OpenSideParts, openSide } from './openSide.ts'
import { Presence } from './Presence.ts'
import { readStateVector } from './readStateVector.ts'
import type { SideHost } from './Side.ts'
import { say } from './say.ts'
import { seatMember } from './seatMember.ts'
import { Updates } from './Updates.ts'

export interface RoomParts extends OpenSideParts {
  readonly storage: Storage
  readonly clock: Clock
  readonly newId: NewId
  readonly reportFault: ReportFault
  readonly allowances: Allowances
  /** The room cannot go on: forget it; the next opening reads the log. */
  readonly onDropped: (room: Room) => void
  /** The last member left. */
  readonly onEmpty: (room: Room) => void
  /** The document has changed, and that is stored. */
  readonly onWritten: (documentId: DocumentId) => void
}

/** One live document. Everything that reads or changes it waits in one line, so that nobody sees more than is stored. */
export class Room {
  readonly documentId: DocumentId
  readonly members = new Set<Member>()
  readonly side: AnySide
  private readonly line = new Line()
  private readonly ids: ClientIds
  private readonly updates: Updates
  private readonly presence: Presence
  private readonly asides: AsideShelf
  private dropped: Refusal | null = null

  private constructor(
    private readonly parts: RoomParts,
    private readonly held: HeldDocument,
    makeSide: (host: SideHost) => AnySide,
    ids: ClientIds,
    asides: readonly Aside[],
  ) {
    const { storage, clock, newId, reportFault } = parts
    const { documentId } = held
    const { members, line } = this
    this.documentId = documentId
    this.ids = ids
    const fail = (refusal: Refusal) => this.drop(refusal)
    const tell = (news: News, to: Iterable<Member>) => this.tell(news, to)
    this.side = makeSide({
      storage,
      clock,
      newId,
      reportFault,
      line,
      members,
      held,
      tell,
      fail,
      isDropped: () => this.isDropped,
      end: (member, refusal) => this.end(member, refusal),
      renewPresence: () => this.presence.renewForObservers(),
    })
    const { side } = this
    const { documents } = storage
    this.asides = new AsideShelf({ documentId, documents, clock, newId, members, tell, phase: () => side.phase() }, asides)
    this.updates = new Updates({
      documentId,
      documents,
      ids,
      asides: this.asides,
      line,
      clock,
      reportFault,
      side,
      live: () => held.live,
      isSaving: () => storage.health().saving,
      onStored: (frame, seq) => this.announceFrame(frame, seq),
      reopen: () => held.reopen(),
      fail,
    })
    this.presence = new Presence({ members, clock, tell, observed: () => side.observed() })
  }

  /** Opens a document from what is stored, whatever kind it is. */
  static async open(parts: RoomParts, documentId: DocumentId): Promise<Result<Room>> {
    const makeSide = await openSide(parts, documentId)
    if (!makeSide.ok) return makeSide
    const { documents } = parts.storage
    const opened = await LiveDocument.open(documents, documentId)
    if (!opened.ok) return opened
    const { live, stored } = opened.value
    const asides = stored.asideCount === 0 ? [] : await documents.asides(documentId)
    const held = new HeldDocument(documents, documentId, live)
    return ok(new Room(parts, held, makeSide.value, new ClientIds(stored.bindings), asides))
  }

  /** Whether nobody is in and nothing is under way. */
  get isIdle(): boolean {
    return this.members.size === 0 && this.updates.isEmpty && this.side.isEmpty && this.line.idle
  }

  get isDropped(): boolean {
    return this.dropped !== null
  }

  /** Lets somebody in, after the commit under way; null when `mayEnter` says that what was asked before no longer holds. */
  enter(
    caller: KnownCaller,
    standing: Standing,
    ask: EnterAsk,
    sink: Sink,
    mayEnter: () => boolean,
  ): Promise<Result<{ readonly welcome: Welcome; readonly connection: Connection }> | null> {
    return this.line.run(() => {
      if (this.dropped !== null || !mayEnter()) return null
      const stateVector = ask.stateVector === null ? null : readStateVector(ask.stateVector)
      if (stateVector !== null && !stateVector.ok) return stateVector
      const log = { doc: this.held.live.doc, ids: this.ids }
      if (ask.epoch !== null && stateVector !== null && hasLostWords(log, stateVector.value, caller.person, ask.clientIds)) {
        return otherPast
      }
      const { clock, storage, newId, allowances } = this.parts
      const budget = new Budget(clock, allowances)
      const { side, presence } = this
      const { wasRestored } = storage
      const member = seatMember({ id: newId(), caller, standing, ask, sink, budget, wasRestored, side, others: this.members })
      // An id that is not theirs, or is over, keeps nobody out: the first update under it gets the answer.
      for (const clientId of ask.clientIds) this.ids.bring(clientId, caller.person, member.unwritten)
      this.members.add(member)
      const told = { side, live: this.held.live, presence, storage, clock }
      const welcome = greet(member, stateVector === null ? null : stateVector.value, told)
      this.presence.touch(member)
      if (!isPen(member)) side.welcome(member)
      this.asides.welcome(member)
      return ok({ welcome, connection: connect(member, this.reach()) })
    })
  }

  /** Lets go of a text kept aside, behind what is under way. */
  removeAside(asideId: string): Promise<Result<null>> {
    return this.line.run(() => this.asides.remove(asideId))
  }

  /** Puts a member out, with a reason that also answers what it still has under way. */
  end(member: Member, refusal: Refusal): void {
    if (member.gone) return
    member.endedBy = refusal
    this.leave(member)
    member.sink.closed(refusal.code, refusal.message)
  }

  /** A member's standing as looked up anew, with the same rights as before. */
  renewStanding(member: Member, standing: Standing): void {
    if (member.gone) return
    const before = member.standing
    member.standing = standing
    if (JSON.stringify(before.delegation) !== JSON.stringify(standing.delegation)) this.presence.touch(member)
  }

  /** Copies from before a restore have changed. */
  announceCopies(turn: number): void {
    const phase = this.side.phase()
    const sees = ({ standing }: Member) => may(standing.role, 'copy.read', { phase, rules: standing.group.rules })
    this.tell({ kind: 'copies', turn }, this.some(sees))
  }

  announceStorage(saving: boolean): void {
    this.tell({ kind: 'storage', saving }, this.members)
    if (!saving) return
    this.catchUp().catch((error: unknown) => this.parts.reportFault(error, { documentId: this.documentId }))
    this.updates.schedule()
  }

  /**
   * The log was opened anew after a failure. A batch that failed may stand in it all the same, and whoever came in meanwhile was shown
   * the record without it: such a room starts over, or it would lag behind its own log until the next edit.
   */
  private async catchUp(): Promise<void> {
    await this.line.run(async () => {
      if (this.dropped !== null) return
      const seq = await this.parts.storage.documents.seqOf(this.documentId)
      if (seq === this.held.live.seq && (await this.side.isAsStored())) return
      this.drop({ code: 'notSaving', message: 'The document has changed since; load it again.' })
    })
  }

  /** Everyone out; what was not stored was never told to be. The next opening reads the log. */
  drop(refusal: Refusal): void {
    if (this.dropped !== null) return
    this.dropped = refusal
    this.updates.close(refusal)
    this.side.close(comeAgain(refusal))
    for (const member of [...this.members]) this.end(member, comeAgain(refusal))
    this.release()
    this.parts.onDropped(this)
  }

  /** Orderly stop: stores what has come in, then everyone out. */
  async stop(refusal: Refusal): Promise<void> {
    this.updates.stopTaking(refusal)
    while (!(this.updates.isEmpty && this.side.isEmpty) && this.dropped === null && this.parts.storage.health().saving) {
      await new Promise((resolve) => setImmediate(resolve))
      await this.line.settled()
    }
    this.drop(refusal)
  }

  /** Shortens the log when it is due and the room is idle; whoever comes in meanwhile waits in line. */
  async compact(): Promise<void> {
    if (!this.held.live.isDueForCompaction(true) || !this.parts.storage.health().saving) return
    await this.line.run(() => this.held.live.compact())
  }

  private reach() {
    return {
      updates: this.updates,
      side: this.side,
      presence: this.presence,
      ids: this.ids,
      start: (member: Member) => this.start(member),
      leave: (member: Member) => this.leave(member),
      settledSince: (stateVector: Uint8Array, member: Member) =>
        this.line.run(() => {
          if (this.dropped !== null) return { ok: false as const, refusal: this.dropped }
          if (isAheadOf({ doc: this.held.live.doc, ids: this.ids }, stateVector, personOf(member))) return otherPast
          const { clock } = this.parts
          const began = clock.monotonicMs()
          const missing = this.held.live.encodedSince(stateVector)
          // Saying it costs as well: some milliseconds for each MiB, whatever the encoding took (A4, A6).
          member.budget.charge(clock.monotonicMs() - began + missing.length / 65_536)
          return ok(missing)
        }),
      stateVector: () => this.held.live.stateVector(),
      cut: (member: Member) => this.cut(member),
    }
  }

  private start(member: Member): void {
    const held = member.held ?? []
    member.held = null
    for (const news of held) this.tell(news, [member])
  }

  private leave(member: Member): void {
    if (member.gone) return
    member.gone = true
    this.members.delete(member)
    this.ids.release(member.unwritten)
    this.presence.leave(member)
    if (this.members.size === 0) this.parts.onEmpty(this)
  }

  private announceFrame(frame: Uint8Array | null, seq: number): void {
    if (frame === null) return
    this.tell({ kind: 'frame', seq, update: frame }, this.some(isPen))
    this.side.touched()
    this.parts.onWritten(this.documentId)
    if (this.held.live.isDueForCompaction(false)) {
      // Behind whatever is in line; a failure leaves the frames where they are.
      this.line
        .run(() => this.held.live.compact())
        .catch((error: unknown) => this.parts.reportFault(error, { documentId: this.documentId }))
    }
  }

  private tell(news: News, to: Iterable<Member>): void {
    for (const member of say(this.documentId, news, to, this.parts.reportFault)) this.cut(member)
  }

  /** A1: a receiver that does not keep up is cut; it catches up by its state vector when it comes in again. */
  private cut(member: Member): void {
    this.leave(member)
    member.sink.cut()
  }

  private some(which: (member: Member) => boolean): Member[] {
    return [...this.members].filter(which)
  }

  private release(): void {
    this.presence.close()
    this.side.release()
    this.held.close()
  }

  /** How many people are here, each once. */
  get peopleCount(): number {
    return new Set([...this.members].filter((member) => !isScreen(member)).map(personOf)).size
  }
}

/** A room that fell over is no verdict on its members: they come in again. */
function comeAgain(refusal: Refusal): Refusal {
  return refusal.code === 'restarting' ? refusal : { code: 'notSaving', message: refusal.message }
}
