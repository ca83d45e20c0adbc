import { may, mayEver } from '../../shared/access/index.ts'
import { type CommandId, type MeetingId, ok, type Refusal, type Result, refuse } from '../../shared/base/index.ts'
import type { MeetingHead } from '../../shared/record/index.ts'
import { decide, evolve, type SessionCommand, type SessionState, type Surroundings } from '../../shared/session/index.ts'
import type { ReportFault } from '../base/index.ts'
import type { Meetings } from '../storage/index.ts'
import type { Standing } from './face.ts'
import type { Line } from './Line.ts'
import type { KnownCaller } from './Member.ts'
import { actorOf } from './surroundingsOf.ts'

export interface SessionDeskParts {
  readonly meetingId: MeetingId
  readonly meetings: Meetings
  readonly line: Line
  /** What a command of somebody of this standing is decided by: the hour and the record as it is stored. */
  readonly surroundings: (standing: Standing) => Surroundings
  readonly reportFault: ReportFault
  /** A change has been stored. */
  readonly onChanged: (state: SessionState) => void
  readonly fail: (refusal: Refusal) => void
}

/** Keeps what the chair runs: decides by the pure rules, stores by compare-and-set, announces after the commit. */
export class SessionDesk {
  constructor(
    private readonly parts: SessionDeskParts,
    private current: SessionState,
  ) {}

  get state(): SessionState {
    return this.current
  }

  /** Applies a command once; the same id again answers as it did the first time (C7). */
  command(command: SessionCommand, standing: Standing, caller: KnownCaller): Promise<Result<{ readonly seq: number }>> {
    const { line, meetings, meetingId, surroundings } = this.parts
    const commandId = command.id
    return this.guard(() =>
      line.run(async () => {
        const earlier = await meetings.appliedCommand(meetingId, commandId)
        if (earlier !== null) return ok({ seq: earlier })
        const decided = decide(this.current, command, actorOf(caller, standing), surroundings(standing))
        if (!decided.ok) return decided
        const evolved = decided.value.reduce(evolve, this.current)
        return this.commit({ ...evolved, seq: this.current.seq + 1 }, commandId)
      }),
    )
  }

  /** Changes what the meeting is called, when and where it is. */
  changeHead(patch: Partial<MeetingHead>, seq: number | null, standing: Standing): Promise<Result<SessionState>> {
    return this.guard(() =>
      this.parts.line.run(async () => {
        const { role, group } = standing
        if (!mayEver(role, 'meeting.editHead', group.rules)) return refuse('forbidden', 'Your role does not change the head.')
        if (!may(role, 'meeting.editHead', { phase: this.current.phase, rules: group.rules })) {
          return refuse('wrongPhase', 'The head cannot be changed at this point of the meeting.')
        }
        if (seq !== null && seq !== this.current.seq) return refuse('stale', 'Somebody changed the meeting meanwhile.')
        const head = { ...this.current.head, ...patch }
        const committed = await this.commit({ ...this.current, head, seq: this.current.seq + 1 }, null)
        return committed.ok ? ok(this.current) : committed
      }),
    )
  }

  private async commit(next: SessionState, commandId: CommandId | null): Promise<Result<{ readonly seq: number }>> {
    const committed = await this.parts.meetings.commit(this.parts.meetingId, next, commandId)
    if (!committed.ok) {
      // The store knows another state than this room: the room must not go on with its own.
      if (committed.refusal.code === 'stale') this.parts.fail(committed.refusal)
      return committed
    }
    if (!committed.value.repeated) {
      this.current = next
      this.parts.onChanged(next)
    }
    return ok({ seq: committed.value.seq })
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
