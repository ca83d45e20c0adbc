import { may, type Role } from '../../shared/access/index.ts'
import type { DocumentId, GroupId, MeetingId, Millis, Refusal, Result } from '../../shared/base/index.ts'
import type { Attribution, MeetingHead, MeetingRecord, Phase, TouchedPath } from '../../shared/record/index.ts'
import { type SessionCommand, type SessionState, sessionVisibleTo } from '../../shared/session/index.ts'
import type { StoredMeeting } from '../storage/index.ts'
import type { OwnWelcome, Standing } from './face.ts'
import { HeldRecord } from './HeldRecord.ts'
import { judgeRights } from './judgeRights.ts'
import type { Kept } from './Kept.ts'
import { isObserver, type KnownCaller, type Member, type ReaderBecause } from './Member.ts'
import { Readers } from './Readers.ts'
import { SessionDesk } from './SessionDesk.ts'
import { SessionNews } from './SessionNews.ts'
import type { CameAs, Side, SideHost } from './Side.ts'
import { surroundingsOf } from './surroundingsOf.ts'
import { versionSource } from './versionSource.ts'
import { whyReader, withOtherPen } from './whyReader.ts'

/** A meeting as it is stored, and what is kept of its versions and comments. */
export interface MeetingParts {
  readonly meeting: StoredMeeting
  readonly kept: Kept
  /** What the chair runs has changed, and that is stored. */
  readonly onMoved: (meetingId: MeetingId, session: SessionState) => void
}

/** What only a meeting's room has: the session that the chair runs, and the record as those read it who hold no document. */
export class MeetingSide implements Side {
  readonly kind = 'record'
  readonly meetingId: MeetingId
  readonly groupId: GroupId
  readonly documentId: DocumentId
  private readonly record: HeldRecord
  private readonly desk: SessionDesk
  private readonly news: SessionNews
  private readonly readers: Readers

  constructor(
    private readonly host: SideHost,
    private readonly parts: MeetingParts,
  ) {
    const { meeting, kept } = parts
    const { storage, clock, newId, line, members, reportFault, fail, tell } = host
    this.meetingId = meeting.meetingId
    this.groupId = meeting.groupId
    this.documentId = host.held.documentId
    const record = new HeldRecord(host.held, this.meetingId)
    this.record = record
    this.desk = new SessionDesk(
      {
        meetingId: this.meetingId,
        meetings: storage.meetings,
        line,
        clock,
        newId,
        surround: () => surroundingsOf(() => this.read()),
        source: (standing) => (session) => versionSource(record, session, standing),
        isSaving: () => storage.health().saving,
        reportFault,
        onChanged: (before, after, commentsChanged) => this.announce(before, after, commentsChanged),
        fail,
      },
      meeting.session,
      kept,
    )
    const read = () => this.read()
    this.news = new SessionNews({ clock, line, members, session: () => this.desk.state, read, reportFault, tell })
    this.readers = new Readers({ clock, reportFault, members, readSettled: () => this.readRecord(), tell })
  }

  /** The record as it is stored; null when the room has fallen meanwhile and its memory counts for nothing. */
  readRecord(): Promise<MeetingRecord | null> {
    return this.host.line.run(() => (this.host.isDropped() ? null : this.read()))
  }

  /** What the chair runs, as it is stored and as this role may see it; null when the room has fallen meanwhile. */
  readSession(role: Role): Promise<SessionState | null> {
    return this.host.line.run(() => (this.host.isDropped() ? null : this.sessionFor(role)))
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

  whyReader(standing: Standing, cameAs: CameAs): ReaderBecause | null {
    return whyReader(standing, this.desk.state, cameAs)
  }

  rights(paths: readonly TouchedPath[], standing: Standing, now: Millis): Result<null> {
    return judgeRights(paths, standing, this.desk.state, now)
  }

  mayShowPlace({ role, group }: Standing): boolean {
    return may(role, 'presence.show', { phase: this.desk.state.phase, rules: group.rules })
  }

  attribution(): Attribution {
    return this.desk.state.head.attribution
  }

  phase(): Phase {
    return this.desk.state.phase
  }

  ownWelcome(member: Member): OwnWelcome {
    return { kind: 'record', meetingId: this.meetingId, ...this.news.welcome(member) }
  }

  welcome(member: Member): void {
    this.readers.welcome(member, this.read())
  }

  touched(): void {
    this.readers.touch()
  }

  observed(): MeetingRecord {
    return this.read()
  }

  async isAsStored(): Promise<boolean> {
    const stored = await this.host.storage.meetings.get(this.meetingId)
    return stored?.session.seq === this.desk.state.seq
  }

  get isEmpty(): boolean {
    return this.desk.isEmpty
  }

  close(refusal: Refusal): void {
    this.desk.close(refusal)
  }

  release(): void {
    this.news.close()
    this.readers.close()
    this.record.close()
  }

  private announce(before: SessionState, after: SessionState, commentsChanged: boolean): void {
    const { members, end, tell, renewPresence } = this.host
    this.parts.onMoved(this.meetingId, after)
    for (const member of withOtherPen(members, after)) {
      end(member, { code: 'rightsChanged', message: 'The meeting has moved on; come in again.' })
    }
    if (before.closed === after.closed && before.closedItems === after.closedItems) {
      this.news.touch()
    } else {
      // What is closed to observers leaves their screens at once, and what is opened again comes back whole.
      this.news.tellNow()
      this.readers.renewForObservers(this.read())
      renewPresence()
    }
    this.readers.touch()
    if (commentsChanged)
      tell(
        { kind: 'comments', turn: after.seq },
        [...members].filter((member) => !isObserver(member)),
      )
  }

  /** Standings and numbers of what is closed to observers tell of it, too. */
  private sessionFor(role: Role): SessionState {
    return sessionVisibleTo(role, this.desk.state, () => this.read())
  }

  private read(): MeetingRecord {
    return this.record.read(this.desk.state)
  }
}
