import type { CommandId, DelegationId, Millis, PersonId } from '../base/index.ts'
import type { ActedBy, DelegationType, RecordPaper } from '../record/index.ts'

/** What a version is: as recorded in the room, circulated, adopted; and what may follow on an adopted record. */
export type VersionKind = 'room' | 'circulated' | 'adopted' | 'corrigendum' | 'addendum' | 'withdrawn'

/** One version as the list of versions has it. */
export interface VersionLine {
  /** 1, 2, 3 … */
  readonly number: number
  readonly kind: VersionKind
  /** 1 for the first circulated text, 2 for the next; null for other kinds. */
  readonly revision: number | null
  readonly at: Millis
  /** Null where nobody did it: adoption by silence. */
  readonly actor: ActedBy | null
  /** SHA-256 in hexadecimal (DECIDED 13). */
  readonly fingerprint: string
  readonly reason: string | null
}

/** Old and new words of one paragraph that a corrigendum mends. */
export interface Correction {
  readonly part: string
  readonly number: string | null
  readonly before: string
  readonly after: string
}

/** What an addendum adds: paragraphs under a title of their own, at the end. */
export interface Addition {
  readonly title: string
  readonly paragraphs: readonly string[]
}

/** A version that the rules ask for: whoever holds the record makes its paper, salts and fingerprint, and says `version.made`. */
export interface WantedVersion extends Omit<VersionLine, 'fingerprint'> {
  /** Of a corrigendum; empty otherwise. */
  readonly corrections: readonly Correction[]
  /** Of an addendum; null otherwise. */
  readonly addition: Addition | null
}

/** One version, written once and never changed: unfiltered, as far as the attribution rule let it be kept. */
export interface RecordVersion extends VersionLine {
  readonly paper: RecordPaper
  /** By part key: 16 random bytes as base64url. */
  readonly salts: Readonly<Record<string, string>>
  /** Of a corrigendum; empty otherwise. */
  readonly corrections: readonly Correction[]
}

/** The text that is out for corrections. */
export interface Circulation {
  readonly version: number
  readonly revision: number
  readonly fingerprint: string
  readonly at: Millis
  /** The server's hour decides, not the reader's. */
  readonly deadline: Millis
  /** IANA name of the zone in which the deadline was stated. */
  readonly timeZone: string
  /** `silence`: stands adopted at the deadline unless an objection is open. */
  readonly mode: 'silence' | 'decision'
  /** Each change of the deadline, with its reason. */
  readonly moved: readonly MovedDeadline[]
  /** An objection stood open when the deadline came: silence adopts no more, until a new deadline is set. */
  readonly isSilenceBroken: boolean
}

/** A deadline that was shortened or lengthened: the new one, with why. */
export interface MovedDeadline {
  readonly deadline: Millis
  readonly timeZone: string
  readonly reason: string
  readonly at: Millis
  readonly actor: ActedBy
}

/** A circulation that is over, with what its deadline went through. */
export interface EndedCirculation extends Circulation {
  readonly end: 'recalled' | 'adopted'
  readonly endedAt: Millis
  /** Null where nobody did it: adoption by silence. */
  readonly endedBy: ActedBy | null
  /** Why it was recalled, when that was said. */
  readonly endReason: string | null
}

/** How the record became firm. */
export interface Adoption {
  readonly version: number
  readonly fingerprint: string
  readonly at: Millis
  readonly how: 'decision' | 'silence'
  readonly actor: ActedBy | null
}

export type CommentKind = 'comment' | 'correction' | 'objection'
export type CommentAnswer = 'takenIn' | 'takenInPart' | 'notTaken'

/** Whose comment it is, as far as the attribution rule lets it be kept; null under `none`. */
export interface CommentAuthor {
  readonly delegation: DelegationId | null
  readonly name: string | null
  readonly code: string | null
  readonly type: DelegationType | null
}

/** A comment, correction or objection to one paragraph of a version. */
export interface RecordComment {
  /** That of the command that made it. */
  readonly id: CommandId
  /** The version it is about. */
  readonly version: number
  readonly part: string
  readonly number: string | null
  readonly what: CommentKind
  readonly text: string
  /** The paragraph's words as they were, and as they should be; null without a suggestion. */
  readonly before: string | null
  readonly suggestion: string | null
  readonly author: CommentAuthor | null
  /** Who made it: for "yours", for withdrawing. Never sent to others. */
  readonly person: PersonId
  readonly at: Millis
  readonly answer: { readonly answer: CommentAnswer; readonly word: string; readonly at: Millis; readonly actor: ActedBy } | null
  readonly withdrawnAt: Millis | null
}

/** How many there are, without saying what. */
export interface CommentCounts {
  /** All that were made, those that were withdrawn later included. */
  readonly total: number
  /** Neither answered nor withdrawn. */
  readonly unanswered: number
  /** Objections neither withdrawn nor taken in: they stop adoption. */
  readonly objections: number
}
