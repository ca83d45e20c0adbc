import type { Millis } from '../../shared/base/index.ts'
import { type MeetingRecord, plainChange } from '../../shared/record/index.ts'
import { type SessionState, sessionVisibleTo } from '../../shared/session/index.ts'
import type { Clock, ReportFault } from '../base/index.ts'
import type { News, ShownSession } from './face.ts'
import type { Line } from './Line.ts'
import { isObserver, type Member } from './Member.ts'

/** At least so long between two tellings; what changes meanwhile goes with the next one. */
const gapMs = 40

/** All of one kind see the same. */
type Audience = 'observers' | 'others'

export interface SessionNewsParts {
  readonly clock: Pick<Clock, 'now' | 'monotonicMs' | 'after'>
  readonly line: Line
  /** Those who came in; whoever comes in only now is not told what it is about to be shown. */
  readonly members: ReadonlySet<Member>
  readonly session: () => SessionState
  /** The record as it is stored; asked in line only. */
  readonly read: () => MeetingRecord
  readonly reportFault: ReportFault
  readonly tell: (news: News, to: readonly Member[]) => void
}

/**
 * Tells everybody what the chair runs: the first change at once, then what changed meanwhile some times a second. A session grows with the
 * meeting, so whoever comes in is shown the whole, and is told from then on only what changed since the last telling.
 */
export class SessionNews {
  private stopTimer: (() => void) | null = null
  private lastAt = Number.NEGATIVE_INFINITY
  /** What those who are in saw last; its number is never given twice. */
  private readonly shown = new Map<Audience, ShownSession>()
  private version = 0

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
    this.close()
    if (this.parts.members.size === 0) return
    this.lastAt = this.parts.clock.monotonicMs()
    for (const audience of [...this.shown.keys()]) {
      const to = this.of(audience)
      if (to.length === 0) this.shown.delete(audience)
      else this.show(audience, to)
    }
  }

  /** What this newcomer sees of the session, in line; those who came before it are told first what changed since they were. */
  welcome(member: Member): ShownSession {
    const audience = audienceOf(member)
    const others = this.of(audience).filter((one) => one !== member)
    return this.show(audience, others)
  }

  close(): void {
    this.stopTimer?.()
    this.stopTimer = null
  }

  /** Brings one kind up to what is stored. */
  private show(audience: Audience, to: readonly Member[]): ShownSession {
    const { clock, session, read, tell } = this.parts
    const after = audience === 'observers' ? sessionVisibleTo('observer', session(), read) : session()
    const before = this.shown.get(audience)
    const change = before === undefined ? null : plainChange(before.session, after)
    if (before !== undefined && change === null) return before
    this.version += 1
    const shown = { session: after, sessionVersion: this.version }
    this.shown.set(audience, shown)
    const now: Millis = clock.now()
    if (before !== undefined && change !== null && to.length > 0) {
      tell({ kind: 'session', from: before.sessionVersion, version: this.version, change, now }, to)
    }
    return shown
  }

  private of(audience: Audience): Member[] {
    return [...this.parts.members].filter((member) => audienceOf(member) === audience)
  }
}

function audienceOf(member: Member): Audience {
  return isObserver(member) ? 'observers' : 'others'
}
