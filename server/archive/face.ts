import type { SearchFilter, SearchTerm, SnippetRun } from '../../shared/search/index.ts'
import type { MeetingFacts, Passage } from './segment/Segment.ts'

/** One part of what somebody may see: a group, with or without what is closed to observers; or one meeting of it. */
export interface Scope {
  readonly groupId: string
  readonly withClosed: boolean
  readonly onlyMeeting: string | null
}

/** A term, with the delegations whose name or code it is: they are named in a passage by their ids. */
export interface AskedTerm extends SearchTerm {
  readonly parties: readonly string[]
}

/** A search as the index answers it. Delegations in filters are ids already, or plain words. */
export interface SearchAsk {
  /** Rights come first: what lies outside is not looked at, so that neither counts nor times tell of it. */
  readonly scopes: readonly Scope[]
  readonly terms: readonly AskedTerm[]
  readonly unwanted: readonly AskedTerm[]
  readonly filters: readonly SearchFilter[]
  readonly sort: 'best' | 'newest'
  /** Records on the page, and passages shown of each. */
  readonly limit: number
  readonly passagesEach: number
  readonly after: RankKey | null
}

/** A record's place in the order of hits: what the next page begins behind. */
export interface RankKey {
  readonly score: number
  readonly date: number
  readonly meetingId: string
}

export type FacetName = 'part' | 'kind' | 'standing' | 'status' | 'phase' | 'year' | 'delegation'
/** Values as the index knows them (delegations by `partyKey`), most frequent first. */
export type Facets = Readonly<Record<FacetName, readonly { readonly value: string; readonly count: number }[]>>

export interface FoundPassage extends Omit<Passage, 'text' | 'parties' | 'lead'> {
  readonly snippet: readonly SnippetRun[]
}

export interface FoundRecord {
  readonly groupId: string
  readonly meeting: MeetingFacts
  readonly passages: readonly FoundPassage[]
  readonly more: number
}

export interface Found {
  readonly total: number
  readonly records: number
  readonly facets: Facets
  readonly hits: readonly FoundRecord[]
  readonly next: RankKey | null
}

/** A meeting as the index takes it: what observers may see of it, and the rest. */
export interface IndexedMeeting {
  readonly groupId: string
  readonly facts: MeetingFacts
  readonly open: readonly Passage[]
  readonly closed: readonly Passage[]
}

/** The port of full-text search. All that it keeps is derived: it may be lost at any moment and is made again. */
export interface Search {
  search(ask: SearchAsk): Promise<Found>
  /** In place of what was known of these meetings. Seen by every search that is asked later. */
  put(meetings: readonly IndexedMeeting[]): Promise<void>
  /** At once out of sight of those who may not see what is closed, until it is put with this session number or a later one. */
  hide(meetingId: string, seq: number): void
  /**
   * Says which states of the meetings of a group are the present ones: everything else leaves the index. Answers with the
   * meetings whose present state it does not hold.
   */
  reconcile(groupId: string, stamps: readonly (readonly [meetingId: string, stamp: string])[]): Promise<readonly string[]>
  /** Writes to disk what is in memory alone. */
  flush(): Promise<void>
  /** Forgets everything. */
  clear(): Promise<void>
  /** Which of these meetings it does not hold word for word as they are given. */
  compare(meetings: readonly IndexedMeeting[]): Promise<readonly string[]>
  /** Reads every file anew; what is damaged, by name. */
  verify(): Promise<{ readonly meetings: number; readonly passages: number; readonly damaged: readonly string[] }>
  close(): Promise<void>
}

export type { MeetingFacts, Passage }
