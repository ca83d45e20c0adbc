import {
  type Attribution,
  attributed,
  type MeetingRecord,
  type Party,
  plainText,
  type RichText,
  type SessionFacts,
} from '../../record/index.ts'
import { hashOf } from '../hashOf.ts'
import type { ReportGroup, ReportMeeting, ReportPart, SentenceSource, SourceKind } from '../types.ts'
import { type Phrases, phrasesFor } from './patterns/patternsFor.ts'

/** What a report is composed of. */
export interface ReportInput {
  readonly language: string
  readonly group: ReportGroup
  /** In the order in which they are to be reported. */
  readonly meetings: readonly ReportMeeting[]
  readonly delegations: readonly { readonly id: string; readonly name: string }[]
  /** Also what is closed to observers. */
  readonly withClosed: boolean
}

/** A composed sentence. One that is not `reportable` is no part of the report, and only says what its source is now. */
export interface Composed {
  readonly part: ReportPart
  readonly text: string
  readonly source: SentenceSource | null
  readonly reportable: boolean
}

/** One meeting, made ready for its sentences. */
export interface Held extends ReportMeeting {
  /** As far as the attribution rule lets it be told. */
  readonly facts: SessionFacts
  /** The whole meeting is closed to observers, and what is closed is left out. */
  readonly isHidden: boolean
  /** Whether something of this item may stand in the report. */
  readonly isOpen: (item: string) => boolean
  readonly source: (kind: SourceKind, id: string | null, facts: unknown) => SentenceSource
}

/** What all sentences are made with. */
export interface Composer {
  readonly phrases: Phrases
  readonly group: ReportGroup
  readonly meetings: readonly Held[]
  /** Names in a row, as the language does it. */
  readonly list: (names: readonly string[]) => string
  /** How a party is called: a delegation only where the rule names it, plain words always; null where nothing may be said. */
  readonly nameOf: (party: Party | null, attribution: Attribution) => string | null
  readonly groupSource: (id: string, facts: unknown) => SentenceSource
}

/** Makes ready what the sentences share. */
export function createComposer({ language, group, meetings, delegations, withClosed }: ReportInput): Composer {
  const phrases = phrasesFor(language)
  const names = new Map(delegations.map(({ id, name }) => [id, name]))
  return {
    phrases,
    group,
    meetings: meetings.map((meeting) => hold(meeting, withClosed)),
    list: (all) => new Intl.ListFormat(phrases.locale, { type: 'conjunction' }).format(all),
    nameOf: (party, attribution) => {
      if (party === null) return null
      if ('words' in party) return party.words
      return attribution === 'named' ? (names.get(party.delegation) ?? null) : null
    },
    groupSource: (id, facts) => ({ meetingId: null, kind: 'group', id, version: null, hash: hashOf(facts) }),
  }
}

function hold(meeting: ReportMeeting, withClosed: boolean): Held {
  const { record, meetingId, version } = meeting
  const standing = new Map(record.items.filter((item) => item.number !== null).map((item) => [item.id as string, item]))
  return {
    ...meeting,
    facts: attributed(record.session, record.head.attribution),
    isHidden: record.session.closed && !withClosed,
    isOpen: (id) => {
      const item = standing.get(id)
      return item !== undefined && (withClosed || !(item.closed || record.session.closed))
    },
    source: (kind, id, facts) => ({ meetingId, kind, id, version, hash: hashOf(facts) }),
  }
}

/** A line of the record as one run of words. */
export function wordsOf(text: RichText): string {
  return plainText(text).replace(/\s+/g, ' ').trim()
}

/** Whether an entry stands in the record: not removed, and under an item that stands. */
export function stands(record: MeetingRecord, entry: { readonly item: string; readonly removed: boolean }): boolean {
  return !entry.removed && record.items.some((item) => item.id === entry.item && item.number !== null)
}
