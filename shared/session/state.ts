import type { MeetingHead, SessionFacts } from '../record/index.ts'

/** All that belongs to a meeting beside its words, numbered so that a change can be made by compare-and-set. */
export interface SessionState extends SessionFacts {
  /** Grows by one with each applied command or head change. */
  readonly seq: number
  readonly head: MeetingHead
}
