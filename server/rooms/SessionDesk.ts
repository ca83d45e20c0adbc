import { may, mayEver } from '../../shared/access/index.ts'
import {
  type CommandId,
  type MeetingId,
  type Millis,
  type NewId,
  ok,
  type Refusal,
  type Result,
  refuse,
} from '../../shared/base/index.ts'
import type { Attribution, MeetingHead } from '../../shared/record/index.ts'
import {
  adoptBySilence,
  changeHead,
  decide,
  type SessionCommand,
  type SessionState,
  silenceAdopts,
  withoutAuthor,
} from '../../shared/session/index.ts'
import type { Clock, ReportFault } from '../base/index.ts'
import type { AppliedCommand, Meetings, StoredVersion } from '../storage/index.ts'
import { beginDraft, type Draft, rowsOf, workIn } from './Draft.ts'
import type { Standing } from './face.ts'
import { type Kept, withComment } from './Kept.ts'
import { isTighter } from './keptAuthors.ts'
import type { Line } from './Line.ts'
import type { KnownCaller } from './Member.ts'
import type { VersionSource } from './makeVersion.ts'
import { redactVersion } from './redactVersion.ts'
import { actorOf, type Surround } from './surroundingsOf.ts'

/** So many commands may wait in a room before senders are told to come back later. */
const maxWaiting = 2_000

export interface SessionDeskParts {
  readonly meetingId: MeetingId
  readonly meetings: Meetings
  readonly line: Line
  readonly clock: Pick<Clock, 'now'>
  /** The record as it is stored, ready to be asked by the commands of one turn. */
  readonly surround: () => Surround
  readonly newId: NewId
  /** What a version is made of; without a standing nobody of the group asks for it. */
  readonly source: (standing: Standing | null) => (state: SessionState) => VersionSource
  readonly isSaving: () => boolean
  readonly reportFault: ReportFault
  /** A change has been stored. */
  readonly onChanged: (before: SessionState, after: SessionState, commentsChanged: boolean) => void
  readonly fail: (refusal: Refusal) => void
}

type Answer = Result<{ readonly seq: number }>

interface Waiting {
  readonly command: SessionCommand
  readonly standing: Standing
  readonly caller: KnownCaller
  readonly answer: (answer: Answer) => void
}

/** What a turn would make of what waits. */
interface Decided {
  readonly answers: readonly Answer[]
  readonly draft: Draft
  readonly commands: readonly AppliedCommand[]
}

/**
 * Keeps what the chair runs: decides by the pure rules, stores by compare-and-set, announces after the commit. What waits is
 * decided one by one, each against what those before it made, and stored in one commit.
 */
export class SessionDesk {
  private waiting: Waiting[] = []
  private isScheduled = false
  private closedBy: Refusal | null = null
  private lastNow = 0

  constructor(
    private readonly parts: SessionDeskParts,
    private current: SessionState,
    private kept: Kept,
  ) {}

  get state(): SessionState {
    return this.current
  }

  get isEmpty(): boolean {
    return this.waiting.length === 0 && !this.isScheduled
  }

  /** Applies a command once; the same id again answers as it did the first time (C7). */
  command(command: SessionCommand, standing: Standing, caller: KnownCaller): Promise<Answer> {
    if (this.closedBy !== null) return Promise.resolve({ ok: false, refusal: this.closedBy })
    if (this.waiting.length >= maxWaiting)
      return Promise.resolve(refuse('tooMany', 'Too many commands wait; try again in a moment.'))
    // Nothing is tried that cannot be kept: the room stays as it is until storing works again.
    if (!this.parts.isSaving()) return Promise.resolve(notSaving)
    return new Promise((answer) => {
      this.waiting.push({ command, standing, caller, answer })
      this.schedule()
    })
  }

  /** Changes what the meeting is called, when and where it is, and what may be said of whom. */
  changeHead(patch: Partial<MeetingHead>, seq: number | null, standing: Standing): Promise<Result<SessionState>> {
    return this.guard(() =>
      this.parts.line.run(async () => {
        const { role, group } = standing
        if (!mayEver(role, 'meeting.editHead', group.rules)) return refuse('forbidden', 'Your role does not change the head.')
        if (!may(role, 'meeting.editHead', { phase: this.current.phase, rules: group.rules })) {
          return refuse('wrongPhase', 'The head cannot be changed at this point of the meeting.')
        }
        if (seq !== null && seq !== this.current.seq) return refuse('stale', 'Somebody changed the meeting meanwhile.')
        const from = this.current.seq
        const changed = beginDraft({ ...changeHead(this.current, patch), seq: from + 1 }, this.kept)
        const { attribution } = changed.state.head
        const isTightened = isTighter(attribution, this.current.head.attribution)
        const draft = isTightened ? withoutAuthors(changed, attribution) : changed
        const tightened = isTightened ? await this.tightened(draft, attribution) : rowsOf(draft, this.current)
        const change = { from, next: draft.state, commands: [], ...tightened }
        const committed = await this.parts.meetings.commit(this.parts.meetingId, change)
        if (!committed.ok) return this.lost(committed.refusal)
        this.moveTo(isTightened ? await this.withLatestAsStored(draft) : draft)
        return ok(this.current)
      }),
    )
  }

  /** What a tighter rule takes out of what is stored: authorship, comments' authors, names in versions. */
  private async tightened(draft: Draft, attribution: Attribution) {
    const { meetings, meetingId } = this.parts
    const redacted: StoredVersion[] = []
    for (const { number } of draft.state.versions) {
      const version = await meetings.version(meetingId, number)
      if (version === null) throw new Error(`Version ${number} of meeting ${meetingId} is missing`)
      const less = await redactVersion(version, attribution)
      if (less !== version) redacted.push(less)
    }
    return { rows: { versions: [], comments: [...draft.comments.values()], redacted }, tighten: attribution }
  }

  private async withLatestAsStored(draft: Draft): Promise<Draft> {
    const { latest } = draft.kept
    if (latest === null) return draft
    const { meetings, meetingId } = this.parts
    return { ...draft, kept: { ...draft.kept, latest: await meetings.version(meetingId, latest.number) } }
  }

  /** Adopts by silence when that is due, though nobody says a word; false when it is due and could not be stored. */
  settleSilence(): Promise<boolean> {
    return this.parts.line.run(async () => {
      if (this.closedBy !== null || !this.parts.isSaving()) return false
      await this.turn([])
      return !silenceAdopts(this.current, this.now())
    })
  }

  /** From now on nothing is taken; what waits is answered with the reason. */
  close(refusal: Refusal): void {
    this.closedBy = refusal
    for (const { answer } of this.waiting.splice(0)) answer({ ok: false, refusal })
  }

  private schedule(): void {
    if (this.isScheduled) return
    this.isScheduled = true
    // One trip round the loop gathers what arrived together; what comes while a turn is being stored is the next one's.
    setImmediate(() => {
      this.parts.line
        .run(() => {
          this.isScheduled = false
          const batch = this.waiting.splice(0)
          return batch.length === 0 ? undefined : this.turn(batch)
        })
        .catch((error: unknown) => this.parts.reportFault(error, { meetingId: this.parts.meetingId }))
    })
  }

  private async turn(batch: readonly Waiting[]): Promise<void> {
    const applied = await this.tryAppliedBefore(batch)
    if (!applied.ok) {
      for (const { answer } of batch) answer(applied)
      return
    }
    const answered = await this.guard(async () => ok(await this.work(batch, applied.value)))
    batch.forEach(({ answer }, index) => {
      // Also a refusal waits for the commit: it may rest on what others did in the same turn.
      answer(answered.ok ? (answered.value[index] ?? notSaving) : answered)
    })
  }

  private async work(batch: readonly Waiting[], applied: Map<CommandId, number>): Promise<readonly Answer[]> {
    const { meetings, meetingId } = this.parts
    const surround = this.parts.surround()
    for (;;) {
      const { answers, draft, commands } = await this.decideAll(batch, applied, surround)
      const { seq } = this.current
      if (draft.state.seq === seq) return answers
      const change = { from: seq, next: draft.state, commands, ...rowsOf(draft, this.current) }
      const committed = await meetings.commit(meetingId, change)
      if (!committed.ok) {
        const lost = this.lost(committed.refusal)
        return batch.map(() => lost)
      }
      if (committed.value.repeated.length === 0) {
        this.moveTo(draft)
        return answers
      }
      // Applied by another hand in between: each round knows more of them, so this ends.
      for (const { id, seq } of committed.value.repeated) applied.set(id, seq)
    }
  }

  private async decideAll(
    batch: readonly Waiting[],
    applied: ReadonlyMap<CommandId, number>,
    surround: Surround,
  ): Promise<Decided> {
    const commands: AppliedCommand[] = []
    const answers: Answer[] = []
    let draft = await this.afterSilence()
    for (const { command, standing, caller } of batch) {
      const earlier = applied.get(command.id) ?? commands.find(({ id }) => id === command.id)?.seq
      if (earlier !== undefined) {
        answers.push(ok({ seq: earlier }))
        continue
      }
      const decided = await this.decideOne(draft, command, standing, caller, surround)
      if (!decided.ok) {
        answers.push(decided)
        continue
      }
      const seq = draft.state.seq + 1
      draft = { ...decided.value, state: { ...decided.value.state, seq } }
      commands.push({ id: command.id, seq })
      answers.push(ok({ seq }))
    }
    return { answers, draft, commands }
  }

  /** Where silence has adopted, that comes before whatever is commanded now. */
  private async afterSilence(): Promise<Draft> {
    const { current } = this
    const draft = beginDraft(current, this.kept)
    const events = adoptBySilence(current, this.now())
    if (events.length === 0) return draft
    const adopted = await workIn(draft, events, this.parts.source(null), this.parts.newId)
    return { ...adopted, state: { ...adopted.state, seq: current.seq + 1 } }
  }

  /** One command that the rules break on must not end everybody's meeting. */
  private async decideOne(
    draft: Draft,
    command: SessionCommand,
    standing: Standing,
    caller: KnownCaller,
    surround: Surround,
  ): Promise<Result<Draft>> {
    try {
      const around = surround(standing, this.now(), draft.kept)
      const decided = decide(draft.state, command, actorOf(caller, standing), around)
      if (!decided.ok) return decided
      return ok(await workIn(draft, decided.value, this.parts.source(standing), this.parts.newId))
    } catch (error) {
      const fault = this.parts.reportFault(error, { meetingId: this.parts.meetingId, command: command.kind })
      return refuse('internal', `This command could not be decided (${fault}).`)
    }
  }

  /** Nothing has been tried yet when this fails, so nobody's memory is in doubt: those who command are refused, and the room goes on (A7). */
  private async tryAppliedBefore(batch: readonly Waiting[]): Promise<Result<Map<CommandId, number>>> {
    try {
      return ok(await this.appliedBefore(batch))
    } catch (error) {
      const fault = this.parts.reportFault(error, { meetingId: this.parts.meetingId })
      return refuse('notSaving', `This could not be looked up now (${fault}).`)
    }
  }

  private async appliedBefore(batch: readonly Waiting[]): Promise<Map<CommandId, number>> {
    const { meetings, meetingId } = this.parts
    const applied = new Map<CommandId, number>()
    await Promise.all(
      batch.map(async ({ command }) => {
        const seq = await meetings.appliedCommand(meetingId, command.id)
        if (seq !== null) applied.set(command.id, seq)
      }),
    )
    return applied
  }

  private moveTo({ state, kept, comments }: Draft): void {
    const before = this.current
    this.current = state
    this.kept = kept
    this.parts.onChanged(before, state, comments.size > 0)
  }

  /** The store knows another state than this room: the room must not go on with its own. */
  private lost(refusal: Refusal): { readonly ok: false; readonly refusal: Refusal } {
    if (refusal.code === 'stale') this.parts.fail(refusal)
    return notSaving
  }

  /** The machine's clock may be set back; a session's time is not. */
  private now(): Millis {
    const now = this.parts.clock.now()
    if (now < this.lastNow) return this.lastNow as Millis // a hour that the clock has told before
    this.lastNow = now
    return now
  }

  /** A store that breaks ends the room: what it holds in memory may be ahead of, or behind, what lasts. */
  private async guard<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
    try {
      return await work()
    } catch (error) {
      const fault = this.parts.reportFault(error, { meetingId: this.parts.meetingId })
      const refusal: Refusal = { code: 'notSaving', message: `This could not be stored now (${fault}).` }
      this.parts.fail(refusal)
      return { ok: false, refusal }
    }
  }
}

const notSaving = refuse('notSaving', 'This could not be stored now; try again in a moment.')

/** A tighter rule takes from the comments what it forbids to keep. */
function withoutAuthors(draft: Draft, attribution: Attribution): Draft {
  const changed = [...draft.kept.comments.values()].flatMap((comment) => {
    const less = withoutAuthor(comment, attribution)
    return less === comment ? [] : [less]
  })
  return {
    ...draft,
    kept: changed.reduce(withComment, draft.kept),
    comments: new Map(changed.map((comment) => [comment.id, comment])),
  }
}
