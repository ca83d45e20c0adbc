import type { GroupId, MeetingId, Millis, ReportId, SentenceId } from '../base/index.ts'
import type { ActedBy, MeetingRecord, Phase } from '../record/index.ts'

/** The parts of a report in the order in which it is read out; the last one only where the formal meeting is asked to act. */
export const reportParts = [
  'heading',
  'whatTheGroupIs',
  'whoTookPart',
  'whenAndOnWhat',
  'framing',
  'outcomes',
  'figures',
  'needs',
  'thanks',
  'closing',
  'actionInvited',
] as const
export type ReportPart = (typeof reportParts)[number]

/** What a sentence can be taken from: a part of a record, or a fact of the group. */
export const sourceKinds = ['outcome', 'action', 'target', 'attendance', 'head', 'group'] as const
export type SourceKind = (typeof sourceKinds)[number]

/** Where a sentence comes from, as it was when it was taken in. */
export interface SentenceSource {
  /** Null for a fact of the group. */
  readonly meetingId: MeetingId | null
  readonly kind: SourceKind
  /** The part's id in its record; of head and group the name of the fact (`when`, `purpose`); null for attendance. */
  readonly id: string | null
  /** The record's version; null for a draft. */
  readonly version: number | null
  /** Of what the source said: another hash means that it has changed since. */
  readonly hash: string
}

/** `same` as when it was taken in; `changed` since; `removed`: not there any more; `own`: written by hand, from no source. */
export type SourceState = 'same' | 'changed' | 'removed' | 'own'

/** What a source says now. */
export interface PresentSource {
  /** As it would be composed today, in the report's language. */
  readonly words: string
  readonly hash: string
  readonly version: number | null
  /** Where it can be looked at; null for facts of the group. */
  readonly address: string | null
  /** Whether it may stand in a report now: an outcome that is no longer agreed may not. */
  readonly reportable: boolean
}

/** Present sources by `sourceKey`. */
export type PresentSources = Readonly<Record<string, PresentSource>>

/** One sentence (or paragraph) of the document. */
export interface ReportSentence {
  readonly id: SentenceId
  readonly part: ReportPart
  readonly order: string
  readonly text: string
  readonly source: SentenceSource | null
  readonly removed: boolean
}

/** A sentence with its place and with what its source says now. */
export interface SentenceView extends ReportSentence {
  /** Of an outcome that stands: 1 … n through the whole report; null for everything else. */
  readonly number: string | null
  readonly sourceState: SourceState
  readonly present: PresentSource | null
}

/** One meeting that a report is made of, as it is now. */
export interface ReportedMeeting {
  readonly meetingId: MeetingId
  readonly title: string
  readonly startsAt: string | null
  readonly symbol: string | null
  readonly phase: Phase
  readonly version: number | null
  readonly fingerprint: string | null
}

/** What a report is, beside its words. */
export interface ReportHead {
  readonly reportId: ReportId
  readonly groupId: GroupId
  /** In the order of the meetings' dates as far as known. */
  readonly meetingIds: readonly MeetingId[]
  readonly title: string
  /** BCP 47; fixed sentences are in it where we have them, else in English. */
  readonly language: string
  /** Whether outcomes of items that are closed to observers were taken in knowingly. */
  readonly withClosed: boolean
  readonly createdAt: Millis
  readonly createdBy: ActedBy
}

/** What was there and was not composed in. */
export interface LeftOut {
  /** Outcomes that are proposed, in brackets, deferred, or on which there was no agreement. */
  readonly notAgreed: number
  /** Outcomes, figures and actions of items (or meetings) that are closed to observers. */
  readonly closed: number
}

/** How long a report is. */
export interface ReportLength {
  readonly words: number
  /** Read aloud. */
  readonly readingSeconds: number
}

/** A whole report as plain data. Sentences that were removed stand apart, so that they can be brought back. */
export interface ReportView extends ReportHead, ReportLength {
  readonly parts: readonly { readonly part: ReportPart; readonly sentences: readonly SentenceView[] }[]
  readonly removed: readonly SentenceView[]
  readonly meetings: readonly ReportedMeeting[]
  readonly leftOut: LeftOut
}

/** One meeting as whoever composes may read it: already less what is closed to them. */
export interface ReportMeeting {
  readonly meetingId: MeetingId
  readonly record: MeetingRecord
  readonly version: number | null
  readonly fingerprint: string | null
}

/** What is known of the group; empty where nothing is. */
export interface ReportGroup {
  readonly name: string
  readonly purpose: string
  readonly openTo: string
  readonly meets: string
  readonly convention: string
  /** The coordinator's own delegation; null where none is known. */
  readonly coordinator: string | null
  /** Who supports the group, where the group says so. */
  readonly secretariat: string | null
}

/** What the sources say beside their sentences: how the live view and every answer tell of changes. */
export interface SourcesNow {
  readonly present: PresentSources
  readonly meetings: readonly ReportedMeeting[]
  readonly leftOut: LeftOut
}
