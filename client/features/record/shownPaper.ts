import {
  type MeetingHead,
  type MeetingRecord,
  type NameOf,
  type Part,
  paperOf,
  type RecordPaper,
  type Sealed,
  settle,
} from '../../../shared/record/index.ts'

/** A paper as one reader sees it. */
export interface ShownPaper {
  readonly group: string
  readonly head: MeetingHead
  /** Null: a part that this reader may know by its hash only. */
  readonly parts: readonly (Part | null)[]
}

/** A version as it was sealed. */
export function sealedPaper({ head, parts }: Sealed): ShownPaper {
  return { group: head.group, head: head.head, parts: parts.map((one) => ('part' in one ? one.part : null)) }
}

export interface LivePaperFacts {
  readonly record: MeetingRecord
  readonly group: string
  readonly nameOf: NameOf
  /** The text that was circulated last: what it numbered keeps its number. Null before the first. */
  readonly before: Sealed | null
}

/** The record as it is being written. The parts that are new since the last circulation have numbers that can still change. */
export function livePaper({ record, group, nameOf, before }: LivePaperFacts): RecordPaper {
  const paper = paperOf(record, group, nameOf)
  if (before === null) return paper
  const parts = before.parts.flatMap((one) => ('part' in one ? [one.part] : []))
  let made = 0
  return settle(paper, { ...before.head, parts }, (item) => {
    made += 1
    return `note:${item}:new-${made}`
  })
}
