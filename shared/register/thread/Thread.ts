import type { MeetingId } from '../../base/index.ts'
import type { ActionStatus, Standing } from '../../record/index.ts'
import type { ActionRow, OutcomeName, OutcomeRow, RowAuthor } from '../rows/Rows.ts'

/** Something that happened to an outcome or action, or to one in its place. */
export interface ThreadStep {
  readonly kind:
    | 'recorded'
    | 'fixed'
    | 'adopted'
    | 'corrected'
    | 'carriedOver'
    | 'reviewed'
    | 'progress'
    | 'superseded'
    | 'supersedes'
    | 'implemented'
    | 'mentioned'
  /** A moment, or the day of the meeting as it was stated. */
  readonly at: string
  /** Null for what was noted in the register. */
  readonly meetingId: MeetingId | null
  readonly meetingTitle: string | null
  readonly meetingDate: string | null
  readonly words: string | null
  /** Of a correction: the words before. */
  readonly before: string | null
  readonly standing: Standing | null
  readonly status: ActionStatus | null
  readonly by: RowAuthor | null
  /** The other outcome that the step is of, or leads to; null where it is the head's own, or hidden from the reader. */
  readonly other: OutcomeName | null
  readonly address: string | null
}

/** One outcome or action through the years, oldest step first. */
export type Thread =
  | {
      readonly kind: 'outcome'
      readonly head: OutcomeRow
      readonly actions: readonly ActionRow[]
      readonly steps: readonly ThreadStep[]
    }
  | {
      readonly kind: 'action'
      readonly head: ActionRow
      readonly outcome: OutcomeRow | null
      readonly steps: readonly ThreadStep[]
    }

/** A step with nothing in it but what is given. */
export function stepOf(step: Pick<ThreadStep, 'kind' | 'at'> & Partial<ThreadStep>): ThreadStep {
  return {
    meetingId: null,
    meetingTitle: null,
    meetingDate: null,
    words: null,
    before: null,
    standing: null,
    status: null,
    by: null,
    other: null,
    address: null,
    ...step,
  }
}

/** Oldest first; of one moment in the order in which they were found. */
export function oldestFirst(steps: readonly ThreadStep[]): readonly ThreadStep[] {
  return steps
    .map((step, index) => ({ step, index, key: momentIn(step.at) }))
    .sort((one, other) => one.key - other.key || one.index - other.index)
    .map(({ step }) => step)
}

/** A day counts from its beginning: what happened in a meeting comes after the meeting. */
function momentIn(at: string): number {
  const isLocal = /T\d{2}:\d{2}(:\d{2}(\.\d+)?)?$/.test(at)
  const read = Date.parse(isLocal ? at.slice(0, 10) : at)
  return Number.isNaN(read) ? 0 : read
}
