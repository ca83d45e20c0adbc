import type { Phase } from '../../../shared/record/index.ts'
import type { SearchPart } from '../../../shared/search/index.ts'

/** One passage of a record as it can be found. */
export interface Passage {
  readonly part: SearchPart
  /** Of the outcome, action, target or item; for a note the item it stands under; for the meeting's title the meeting. */
  readonly id: string
  /** Number of the paragraph in the version that the record is. */
  readonly paragraph: string | null
  readonly number: string | null
  readonly standing: string | null
  readonly kind: string | null
  readonly status: string | null
  readonly text: string
  /** Who is named as actor, lead or partner, each once: see `partyKey`. */
  readonly parties: readonly string[]
  readonly lead: string | null
}

/** What is known of a meeting as a whole. */
export interface MeetingFacts {
  readonly meetingId: string
  /** Which state of the meeting was read: see `stampOf`. */
  readonly stamp: string
  readonly title: string
  readonly date: string | null
  readonly place: string | null
  readonly symbol: string | null
  readonly phase: Phase
  readonly createdAt: number
  /** Whether the other half of the group's index holds what is closed of it. */
  readonly hasClosed: boolean
}

/** A meeting with all its passages, the title first. */
export interface MeetingPassages {
  readonly facts: MeetingFacts
  readonly passages: readonly Passage[]
}

/** What of a passage is only needed when it is shown; kept as JSON behind the tables. */
export type PassageBody = Pick<Passage, 'id' | 'paragraph' | 'number' | 'kind' | 'text'>

/** The bytes of the bodies, in memory or in a file. */
export interface Bodies {
  read(from: number, to: number): Uint8Array
}

/** Tables of numbers over passages and words; made once and never changed. Everything about a passage stands at its place in each. */
export interface SegmentTables {
  /** By word: where its passages begin in `postings`; one more entry at the end. */
  readonly termStart: Uint32Array
  /** By word, the passages that hold it, ascending. */
  readonly postings: Uint32Array
  /** By passage: where its words begin in `tokens`; one more at the end. */
  readonly tokenStart: Uint32Array
  /** The words of each passage in reading order, as places in `terms`. */
  readonly tokens: Uint32Array
  /** By meeting: its first passage; one more at the end. */
  readonly meetingStart: Uint32Array
  readonly meetingOf: Uint32Array
  readonly part: Uint8Array
  /** Codes of `standings` and `statuses`, 0 for none. */
  readonly standing: Uint8Array
  readonly status: Uint8Array
  /** A place in `kinds`. */
  readonly kind: Uint16Array
  /** A place in `parties` and one more, 0 for none. */
  readonly lead: Uint32Array
  readonly partyStart: Uint32Array
  readonly partyList: Uint32Array
  /** Where each body begins; one more at the end. */
  readonly bodyStart: Uint32Array
}

/** A part of the index: some meetings, their words in order, and tables over them. */
export interface Segment {
  readonly meetings: readonly MeetingFacts[]
  /** Sorted by code units, so that all words with one beginning stand together. */
  readonly terms: readonly string[]
  readonly kinds: readonly string[]
  readonly parties: readonly string[]
  readonly tables: SegmentTables
  readonly bodies: Bodies
}

/** The names of all tables with the size of their numbers, in the order in which a file has them. */
export const tableKinds = {
  termStart: Uint32Array,
  postings: Uint32Array,
  tokenStart: Uint32Array,
  tokens: Uint32Array,
  meetingStart: Uint32Array,
  meetingOf: Uint32Array,
  lead: Uint32Array,
  partyStart: Uint32Array,
  partyList: Uint32Array,
  bodyStart: Uint32Array,
  kind: Uint16Array,
  part: Uint8Array,
  standing: Uint8Array,
  status: Uint8Array,
} as const satisfies { readonly [Name in keyof SegmentTables]: unknown }

export const standings = ['proposed', 'bracketed', 'agreed', 'coordinatorView', 'noAgreement', 'deferred'] as const
export const statuses = ['open', 'inProgress', 'done', 'dropped'] as const
export const phases: readonly Phase[] = ['planned', 'inSession', 'suspended', 'draft', 'circulated', 'adopted']

/** The passages of a segment. */
export function passageCount({ tables }: Segment): number {
  return tables.part.length
}
