import { may, mayEver } from '../../shared/access/index.ts'
import { type CommandId, type MeetingId, type Millis, ok, type Refusal, type Result, refuse } from '../../shared/base/index.ts'
import type { MeetingHead } from '../../shared/record/index.ts'
import { changeHead, decide, evolve, type SessionCommand, type SessionState } from '../../shared/session/index.ts'
import type { Clock, ReportFault } from '../base/index.ts'
import type { AppliedCommand, Meetings } from '../storage/index.ts'
import type { Standing } from './face.ts'
import { isTighter } from './keptAuthors.ts'
import type { Line } from './Line.ts'
import type { KnownCaller } from './Member.ts'
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
  readonly isSaving: () => boolean
  readonly reportFault: ReportFault
  /** A change has been stored. */
  readonly onChanged: (before: SessionState, after: SessionState) => void
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
  readonly next: SessionState
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
        const next = { ...changeHead(this.current, patch), seq: from + 1 }
        const { attribution } = next.head
        const tighten = isTighter(attribution, this.current.head.attribution) ? { tighten: attribution } : {}
        const committed = await this.parts.meetings.commit(this.parts.meetingId, { from, next, commands: [], ...tighten })
        if (!committed.ok) return this.lost(committed.refusal)
        this.moveTo(next)
        return ok(this.current)
      }),
    )
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
          return this.turn(this.waiting.splice(0))
        })
        .catch((error: unknown) => this.parts.reportFault(error, { meetingId: this.parts.meetingId }))
    })
  }

  private async turn(batch: readonly Waiting[]): Promise<void> {
    if (batch.length === 0) return
    const answered = await this.guard(async () => ok(await this.work(batch)))
    batch.forEach(({ answer }, index) => {
      // Also a refusal waits for the commit: it may rest on what others did in the same turn.
      answer(answered.ok ? (answered.value[index] ?? notSaving) : answered)
    })
  }

  private async work(batch: readonly Waiting[]): Promise<readonly Answer[]> {
    const { meetings, meetingId } = this.parts
    const applied = await this.appliedBefore(batch)
    const surround = this.parts.surround()
    for (;;) {
      const { answers, next, commands } = this.decideAll(batch, applied, surround)
      if (commands.length === 0) return answers
      const committed = await meetings.commit(meetingId, { from: this.current.seq, next, commands })
      if (!committed.ok) return batch.map(() => this.lost(committed.refusal))
      if (committed.value.repeated.length === 0) {
        this.moveTo(next)
        return answers
      }
      // Applied by another hand in between: each round knows more of them, so this ends.
      for (const { id, seq } of committed.value.repeated) applied.set(id, seq)
    }
  }

  private decideAll(batch: readonly Waiting[], applied: ReadonlyMap<CommandId, number>, surround: Surround): Decided {
    const commands: AppliedCommand[] = []
    let next = this.current
    const answers = batch.map(({ command, standing, caller }): Answer => {
      const earlier = applied.get(command.id) ?? commands.find(({ id }) => id === command.id)?.seq
      if (earlier !== undefined) return ok({ seq: earlier })
      const decided = this.decideOne(next, command, standing, caller, surround)
      if (!decided.ok) return decided
      next = { ...decided.value, seq: next.seq + 1 }
      commands.push({ id: command.id, seq: next.seq })
      return ok({ seq: next.seq })
    })
    return { answers, next, commands }
  }

  /** One command that the rules break on must not end everybody's meeting. */
  private decideOne(
    state: SessionState,
    command: SessionCommand,
    standing: Standing,
    caller: KnownCaller,
    surround: Surround,
  ): Result<SessionState> {
    try {
      const decided = decide(state, command, actorOf(caller, standing), surround(standing, this.now()))
      return decided.ok ? ok(decided.value.reduce(evolve, state)) : decided
    } catch (error) {
      const fault = this.parts.reportFault(error, { meetingId: this.parts.meetingId, command: command.kind })
      return refuse('internal', `This command could not be decided (${fault}).`)
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

  private moveTo(next: SessionState): void {
    const before = this.current
    this.current = next
    this.parts.onChanged(before, next)
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
