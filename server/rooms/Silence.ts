import type { MeetingId, Millis } from '../../shared/base/index.ts'
import type { SessionState } from '../../shared/session/index.ts'
import type { Clock, ReportFault } from '../base/index.ts'
import type { Storage } from '../storage/index.ts'

/** The hour is looked at again at least so often: a timer does not count the time that a machine sleeps. */
const longestWaitMs = 60_000
/** What could not be adopted when it was due is tried again. */
const againMs = 10_000

export interface SilenceParts {
  readonly clock: Pick<Clock, 'now' | 'after'>
  readonly storage: Pick<Storage, 'meetings' | 'directory'>
  /** Has the meeting's room look whether silence has adopted; false when that could not be settled now. */
  readonly settle: (meetingId: MeetingId) => Promise<boolean>
  readonly reportFault: ReportFault
}

/** Wakes the meetings whose record stands adopted once nobody has objected by the deadline: one timer for all of them. */
export class Silence {
  private readonly deadlines = new Map<MeetingId, number>()
  private stopTimer: (() => void) | null = null
  private isClosed = false
  private scan: Promise<void> = Promise.resolve()

  constructor(private readonly parts: SilenceParts) {}

  /** Looks through all meetings once: deadlines that passed while the server was down are due now. */
  start(): void {
    this.scan = this.readAll().catch((error: unknown) => {
      this.parts.reportFault(error, { while: 'looking for deadlines' })
    })
  }

  /** What a meeting's session is now. */
  note(meetingId: MeetingId, { phase, circulation }: SessionState): void {
    const isWaiting =
      phase === 'circulated' && circulation !== null && circulation.mode === 'silence' && !circulation.isSilenceBroken
    if (isWaiting) this.deadlines.set(meetingId, circulation.deadline)
    else if (!this.deadlines.delete(meetingId)) return
    this.schedule()
  }

  async close(): Promise<void> {
    this.isClosed = true
    this.stopTimer?.()
    this.stopTimer = null
    await this.scan
  }

  private async readAll(): Promise<void> {
    const { directory, meetings } = this.parts.storage
    for (const groupId of await directory.groups()) {
      if (this.isClosed) return
      for (const { meetingId, session } of await meetings.list(groupId)) this.note(meetingId, session)
    }
  }

  private schedule(): void {
    this.stopTimer?.()
    this.stopTimer = null
    if (this.deadlines.size === 0 || this.isClosed) return
    const leftMs = Math.min(...this.deadlines.values()) - this.parts.clock.now()
    this.stopTimer = this.parts.clock.after(Math.min(Math.max(0, leftMs), longestWaitMs), () => {
      this.stopTimer = null
      this.wake()
    })
  }

  /** The timer only wakes; whether it is time is asked of the clock again. */
  private wake(): void {
    const now = this.parts.clock.now()
    for (const [meetingId, deadline] of [...this.deadlines]) {
      if (deadline > now) continue
      this.deadlines.delete(meetingId)
      this.settle(meetingId, now).catch((error: unknown) => this.parts.reportFault(error, { meetingId }))
    }
    this.schedule()
  }

  private async settle(meetingId: MeetingId, now: Millis): Promise<void> {
    const isSettled = await this.parts.settle(meetingId)
    // What was said of the meeting meanwhile counts more.
    if (isSettled || this.deadlines.has(meetingId)) return
    this.deadlines.set(meetingId, now + againMs)
    this.schedule()
  }
}
