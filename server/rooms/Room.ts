import type { Role } from '../../shared/access/index.ts'
import { type MeetingId, type NewId, ok, type Refusal, type Result, refuse } from '../../shared/base/index.ts'
import type { MeetingHead, MeetingRecord } from '../../shared/record/index.ts'
import { type SessionCommand, type SessionState, sessionVisibleTo } from '../../shared/session/index.ts'
import type { Clock, ReportFault } from '../base/index.ts'
import type { Aside, Storage, StoredMeeting } from '../storage/index.ts'
import { AsideShelf } from './AsideShelf.ts'
import { type Allowances, Budget } from './Budget.ts'
import { ClientIds } from './ClientIds.ts'
import { connect } from './connect.ts'
import { documentOf } from './documentOf.ts'
import type { Connection, JoinAsk, Joined, News, Sink, Standing } from './face.ts'
import { greet } from './greet.ts'
import { HeldRecord } from './HeldRecord.ts'
import { type Kept, readKept } from './Kept.ts'
import { Line } from './Line.ts'
import { LiveDocument } from './LiveDocument.ts'
import { isObserver, isPen, isScreen, type KnownCaller, type Member, personOf } from './Member.ts'
import { Presence } from './Presence.ts'
import { Readers } from './Readers.ts'
import { readStateVector } from './readStateVector.ts'
import { SessionDesk } from './SessionDesk.ts'
import { SessionNews } from './SessionNews.ts'
import { say } from './say.ts'
import { seatMember } from './seatMember.ts'
import { surroundingsOf } from './surroundingsOf.ts'
import { Updates } from './Updates.ts'
import { versionSource } from './versionSource.ts'
import { withOtherPen } from './whyReader.ts'

export interface RoomParts {
  readonly storage: Storage
  readonly clock: Clock
  readonly newId: NewId
  readonly reportFault: ReportFault
  readonly allowances: Allowances
  /** The room cannot go on: forget it; the next opening reads the log. */
  readonly onDropped: (room: Room) => void
  /** The last member left. */
  readonly onEmpty: (room: Room) => void
  /** What the chair runs has changed, and that is stored. */
  readonly onMoved: (meetingId: MeetingId, session: SessionState) => void
}

/** One live meeting. Everything that reads or changes it waits in one line, so that nobody sees more than is stored. */
export class Room {
  readonly meetingId: MeetingId
  readonly members = new Set<Member>()
  private readonly line = new Line()
  private readonly ids: ClientIds
  private readonly updates: Updates
  private readonly desk: SessionDesk
  private readonly news: SessionNews
  private readonly presence: Presence
  private readonly asides: AsideShelf
  private readonly readers: Readers
  private dropped: Refusal | null = null

  private constructor(
    private readonly parts: RoomParts,
    readonly meeting: StoredMeeting,
    private readonly record: HeldRecord,
    ids: ClientIds,
    asides: readonly Aside[],
    kept: Kept,
  ) {
    const { storage, clock, newId, reportFault } = parts
    this.meetingId = meeting.meetingId
    const { documentId } = record
    this.ids = ids
    const fail = (refusal: Refusal) => this.drop(refusal)
    this.desk = new SessionDesk(
      {
        meetingId: this.meetingId,
        meetings: storage.meetings,
        line: this.line,
        clock,
        newId,
        surround: () => surroundingsOf(() => this.read()),
        source: (standing) => (session) => versionSource(record, session, standing),
        isSaving: () => storage.health().saving,
        reportFault,
        onChanged: (before, after, commentsChanged) => this.announceSession(before, after, commentsChanged),
        fail,
      },
      meeting.session,
      kept,
    )
    const shelf = { documentId, documents: storage.documents, clock, newId, members: this.members }
    this.asides = new AsideShelf({ ...shelf, session: () => this.desk.state, tell: (news, to) => this.tell(news, to) }, asides)
    this.updates = new Updates({
      documentId,
      documents: storage.documents,
      ids,
      asides: this.asides,
      line: this.line,
      clock,
      reportFault,
      live: () => record.live,
      session: () => this.desk.state,
      isSaving: () => storage.health().saving,
      onStored: (frame, seq) => this.announceFrame(frame, seq),
      reopen: () => record.reopen(),
      fail,
    })
    const tell = (news: News, to: readonly Member[]) => this.tell(news, to)
    const read = () => this.read()
    this.news = new SessionNews({
      clock,
      line: this.line,
      members: this.members,
      session: () => this.desk.state,
      read,
      reportFault,
      tell,
    })
    this.presence = new Presence({ members: this.members, clock, read, tell })
    this.readers = new Readers({
      clock,
      reportFault,
      members: this.members,
      readSettled: () => this.readRecord(),
      tell,
    })
  }

  /** Opens a meeting from what is stored. */
  static async open(parts: RoomParts, meetingId: MeetingId): Promise<Result<Room>> {
    const meeting = await parts.storage.meetings.get(meetingId)
    if (meeting === null) return refuse('notFound', 'There is no such meeting.')
    const opened = await LiveDocument.open(parts.storage.documents, documentOf(meetingId))
    if (!opened.ok) return opened
    const { live, stored } = opened.value
    const asides = stored.asideCount === 0 ? [] : await parts.storage.documents.asides(documentOf(meetingId))
    const kept = await readKept(parts.storage.meetings, meetingId, meeting.session)
    const held = new HeldRecord(parts.storage.documents, meetingId, live)
    return ok(new Room(parts, meeting, held, new ClientIds(stored.bindings), asides, kept))
  }

  /** Whether nobody is in and nothing is under way. */
  get isIdle(): boolean {
    return this.members.size === 0 && this.updates.isEmpty && this.desk.isEmpty && this.line.idle
  }

  get isDropped(): boolean {
    return this.dropped !== null
  }

  /** Lets somebody in, after the commit under way; null when `mayEnter` says that what was asked before no longer holds. */
  enter(
    caller: KnownCaller,
    standing: Standing,
    ask: JoinAsk,
    sink: Sink,
    mayEnter: () => boolean,
  ): Promise<Result<{ readonly joined: Joined; readonly connection: Connection }> | null> {
    return this.line.run(() => {
      if (this.dropped !== null || !mayEnter()) return null
      const stateVector = ask.stateVector === null ? null : readStateVector(ask.stateVector)
      if (stateVector !== null && !stateVector.ok) return stateVector
      const { clock, storage, newId, allowances } = this.parts
      const budget = new Budget(clock, allowances)
      const session = this.desk.state
      const member = seatMember({ id: newId(), caller, standing, ask, sink, budget, session, others: this.members })
      // An id that is not theirs, or is over, keeps nobody out: the first update under it gets the answer.
      for (const clientId of ask.clientIds) this.ids.bring(clientId, caller.person, member.unwritten)
      this.members.add(member)
      const { meeting, presence } = this
      const told = { meeting, live: this.record.live, session, presence, storage, clock, read: () => this.read() }
      const joined = greet(member, stateVector === null ? null : stateVector.value, told)
      this.presence.touch(member)
      if (!isPen(member)) this.readers.welcome(member, this.read())
      this.asides.welcome(member)
      return ok({ joined, connection: connect(member, this.reach()) })
    })
  }

  /** The record as it is stored; null when the room has fallen meanwhile and its memory counts for nothing. */
  readRecord(): Promise<MeetingRecord | null> {
    return this.line.run(() => (this.dropped === null ? this.read() : null))
  }

  /** What the chair runs, as it is stored and as this role may see it; null when the room has fallen meanwhile. */
  readSession(role: Role): Promise<SessionState | null> {
    return this.line.run(() => (this.dropped === null ? sessionVisibleTo(role, this.desk.state, () => this.read()) : null))
  }

  command(command: SessionCommand, standing: Standing, caller: KnownCaller): Promise<Result<{ readonly seq: number }>> {
    return this.desk.command(command, standing, caller)
  }

  changeHead(patch: Partial<MeetingHead>, seq: number | null, standing: Standing): Promise<Result<SessionState>> {
    return this.desk.changeHead(patch, seq, standing)
  }

  /** Adopts by silence when that is due; false when it is and could not be stored. */
  settleSilence(): Promise<boolean> {
    return this.desk.settleSilence()
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

  announceStorage(saving: boolean): void {
    this.tell({ kind: 'storage', saving }, this.members)
    if (saving) this.updates.schedule()
  }

  /** Everyone out; what was not stored was never told to be. The next opening reads the log. */
  drop(refusal: Refusal): void {
    if (this.dropped !== null) return
    this.dropped = refusal
    this.updates.close(refusal)
    this.desk.close(comeAgain(refusal))
    for (const member of [...this.members]) this.end(member, comeAgain(refusal))
    this.release()
    this.parts.onDropped(this)
  }

  /** Orderly stop: stores what has come in, then everyone out. */
  async stop(refusal: Refusal): Promise<void> {
    this.updates.stopTaking(refusal)
    while (!(this.updates.isEmpty && this.desk.isEmpty) && this.dropped === null && this.parts.storage.health().saving) {
      await new Promise((resolve) => setImmediate(resolve))
      await this.line.settled()
    }
    this.drop(refusal)
  }

  /** Shortens the log when it is due and the room is idle; whoever comes in meanwhile waits in line. */
  async compact(): Promise<void> {
    if (!this.record.live.isDueForCompaction(true) || !this.parts.storage.health().saving) return
    await this.line.run(() => this.record.live.compact())
  }

  private reach() {
    return {
      updates: this.updates,
      desk: this.desk,
      presence: this.presence,
      ids: this.ids,
      start: (member: Member) => this.start(member),
      leave: (member: Member) => this.leave(member),
      settledSince: (stateVector: Uint8Array) =>
        this.line.run(() => {
          if (this.dropped !== null) return { ok: false as const, refusal: this.dropped }
          return ok(this.record.live.encodedSince(stateVector))
        }),
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
    this.readers.touch()
    if (this.record.live.isDueForCompaction(false)) {
      // Behind whatever is in line; a failure leaves the frames where they are.
      this.line
        .run(() => this.record.live.compact())
        .catch((error: unknown) => this.parts.reportFault(error, { meetingId: this.meetingId }))
    }
  }

  private announceSession(before: SessionState, after: SessionState, commentsChanged: boolean): void {
    this.parts.onMoved(this.meetingId, after)
    for (const member of withOtherPen(this.members, after)) {
      this.end(member, { code: 'rightsChanged', message: 'The meeting has moved on; come in again.' })
    }
    if (before.closed === after.closed && before.closedItems === after.closedItems) {
      this.news.touch()
    } else {
      // What is closed to observers leaves their screens at once, and what is opened again comes back whole.
      this.news.tellNow()
      this.readers.renewForObservers(this.read())
      this.presence.renewForObservers()
    }
    this.readers.touch()
    if (commentsChanged)
      this.tell(
        { kind: 'comments', turn: after.seq },
        this.some((member) => !isObserver(member)),
      )
  }

  private tell(news: News, to: Iterable<Member>): void {
    for (const member of say(this.meetingId, news, to)) {
      // A1: a receiver that does not keep up is cut; it catches up by its state vector when it comes in again.
      this.leave(member)
      member.sink.cut()
    }
  }

  private some(which: (member: Member) => boolean): Member[] {
    return [...this.members].filter(which)
  }

  private read(): MeetingRecord {
    return this.record.read(this.desk.state)
  }

  private release(): void {
    this.presence.close()
    this.news.close()
    this.readers.close()
    this.record.close()
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
