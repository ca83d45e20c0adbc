import type { Millis } from '../../shared/base/index.ts'
import type { MeetingRecord } from '../../shared/record/index.ts'
import { type SessionState, sessionVisibleTo } from '../../shared/session/index.ts'
import type { Clock, ReportFault } from '../base/index.ts'
import type { News } from './face.ts'
import type { Line } from './Line.ts'
import { isObserver, type Member } from './Member.ts'

/** At least so long between two tellings; what changes meanwhile goes with the next one. */
const gapMs = 40

export interface SessionNewsParts {
  readonly clock: Pick<Clock, 'now' | 'monotonicMs' | 'after'>
  readonly line: Line
  readonly members: ReadonlySet<Member>
  readonly session: () => SessionState
  /** The record as it is stored; asked in line only. */
  readonly read: () => MeetingRecord
  readonly reportFault: ReportFault
  readonly tell: (news: News, to: readonly Member[]) => void
}

/** Tells everybody what the chair runs: the first change at once, then the newest state some times a second. */
export class SessionNews {
  private stopTimer: (() => void) | null = null
  private lastAt = Number.NEGATIVE_INFINITY

  constructor(private readonly parts: SessionNewsParts) {}

  /** A change has been stored. Call in line: what is filtered is filtered by what is stored. */
  touch(): void {
    if (this.stopTimer !== null) return
    const sinceMs = this.parts.clock.monotonicMs() - this.lastAt
    if (sinceMs >= gapMs) {
      this.tellNow()
      return
    }
    this.stopTimer = this.parts.clock.after(gapMs - sinceMs, () => {
      this.stopTimer = null
      this.parts.line.run(() => this.tellNow()).catch((error: unknown) => this.parts.reportFault(error))
    })
  }

  /** Says it without waiting, in line: who may see what has changed. */
  tellNow(): void {
    const { clock, members, session, read, tell } = this.parts
    this.close()
    if (members.size === 0) return
    this.lastAt = clock.monotonicMs()
    const state = session()
    const shown = sessionVisibleTo('observer', state, read)
    const everybody = [...members]
    const now: Millis = clock.now()
    if (shown === state) {
      tell({ kind: 'session', session: state, now }, everybody)
      return
    }
    tell(
      { kind: 'session', session: state, now },
      everybody.filter((member) => !isObserver(member)),
    )
    tell({ kind: 'session', session: shown, now }, everybody.filter(isObserver))
  }

  close(): void {
    this.stopTimer?.()
    this.stopTimer = null
  }
}
