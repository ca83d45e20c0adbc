import type { ActionId, DelegationId, ItemId, MeetingId, Millis, OutcomeId, QualifierId, TargetId } from '../base/index.ts'

/** Plain text with marks, as it is read out of a `Y.XmlFragment`. Never HTML. */
export interface TextRun {
  readonly text: string
  readonly bold?: true
  readonly italic?: true
  /** An http, https or mailto address; anything else is read as plain text. */
  readonly link?: string
}

/** One block of notes. Titles, outcomes and tasks have exactly one paragraph after repair. */
export type Block =
  | { readonly kind: 'paragraph'; readonly runs: readonly TextRun[]; readonly became?: Became }
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly runs: readonly TextRun[] }
  | { readonly kind: 'bulletList' | 'orderedList'; readonly items: readonly (readonly Block[])[] }

/** Where a note line went when it was turned into an outcome or action; the line itself stays (DECIDED 8). */
export interface Became {
  readonly part: 'outcome' | 'action'
  readonly id: string
}

export type RichText = readonly Block[]

/** A delegation of the group, or plain words ("members of the Group"). */
export type Party = { readonly delegation: DelegationId } | { readonly words: string }

/** A date (ISO, may be partial: 2002, 2002-09, 2002-09-16), or an event ("by the Review Conference"). */
export type Due = { readonly date: string } | { readonly event: string }

export type Purpose = 'inform' | 'discuss' | 'agree' | 'report'
export type Standing = 'proposed' | 'bracketed' | 'agreed' | 'coordinatorView' | 'noAgreement' | 'deferred'
export type ActionStatus = 'open' | 'inProgress' | 'done' | 'dropped'
export type Basis = 'agreed' | 'requested' | 'volunteered' | 'implied'
export type Attribution = 'named' | 'delegationType' | 'none'
export type Phase = 'planned' | 'inSession' | 'suspended' | 'draft' | 'circulated' | 'adopted'

export interface Paper {
  readonly title: string
  /** http or https only. */
  readonly url: string
}

/** What a meeting is, beside its words: kept with the session data, changed by `PATCH /meetings/:id`, never by Yjs. */
export interface MeetingHead {
  readonly title: string
  /** The formal meeting beside which the group meets, or null when not known. */
  readonly formalMeeting: string | null
  /** ISO date or date-time in the meeting's zone; may be partial; null is printed as unknown (DECIDED 21). */
  readonly startsAt: string | null
  readonly endsAt: string | null
  /** IANA name, null when unknown. */
  readonly timeZone: string | null
  readonly place: string | null
  readonly links: readonly Paper[]
  /** BCP 47 tag of the record's own language. */
  readonly language: string
  readonly attribution: Attribution
  readonly symbol: string | null
}

export interface PhaseChange {
  readonly phase: Phase
  readonly at: Millis
  /** Display name of who did it (server's own knowledge). */
  readonly by: string
}

/**
 * What the chair runs, as far as it shows in the record (DECIDED 2). Standing, status, closed and numbers are here and
 * not in the document. `null` standing means: the source does not say (only imported records have it).
 */
export interface SessionFacts {
  readonly phase: Phase
  readonly history: readonly PhaseChange[]
  readonly standings: Readonly<Record<string, Standing | null>>
  readonly statuses: Readonly<Record<string, ActionStatus>>
  readonly closedItems: readonly ItemId[]
  readonly closed: boolean
  /** A stated count of who took part ("over 20"), with or without names. */
  readonly attendance: readonly AttendanceLine[]
}

export interface AttendanceLine {
  readonly delegationType: 'state' | 'unEntity' | 'internationalOrganization' | 'ngo' | 'other'
  readonly party: Party | null
  /** "over 20" when the source gives a bound instead of names. */
  readonly statedCount: string | null
  readonly note: string | null
}

export interface ItemView {
  readonly id: ItemId
  /** "4" or "4.2": derived from the order, removed items have none. */
  readonly number: string | null
  readonly parent: ItemId | null
  readonly order: string
  readonly title: RichText
  readonly notes: RichText
  readonly lead: Party | null
  readonly purpose: Purpose | null
  readonly minutes: number | null
  readonly papers: readonly Paper[]
  readonly carriedOverFrom: string | null
  readonly closed: boolean
  readonly removed: boolean
}

export interface QualifierView {
  readonly id: QualifierId
  readonly order: string
  readonly kind: string
  readonly text: RichText
}

export interface OutcomeView {
  readonly id: OutcomeId
  readonly item: ItemId
  /** "4.1": item number, then place among the item's outcomes; null when removed. */
  readonly number: string | null
  readonly order: string
  /** The operative verb, as the group's list has it ("recognised"); empty when none is chosen yet. */
  readonly kind: string
  readonly actor: Party | null
  readonly text: RichText
  readonly qualifiers: readonly QualifierView[]
  readonly standing: Standing | null
  readonly removed: boolean
}

export interface ActionView {
  readonly id: ActionId
  readonly item: ItemId
  readonly outcome: OutcomeId | null
  /** "A1", in the record's order; null when removed. */
  readonly number: string | null
  readonly order: string
  readonly task: RichText
  readonly lead: Party | null
  readonly partners: readonly Party[]
  readonly due: Due | null
  readonly basis: Basis
  readonly status: ActionStatus
  readonly removed: boolean
}

export interface TargetView {
  readonly id: TargetId
  readonly item: ItemId
  readonly outcome: OutcomeId | null
  readonly order: string
  readonly figure: number
  readonly atLeast: boolean
  readonly what: RichText
  readonly event: string | null
  readonly whose: string | null
  readonly removed: boolean
}

/** One meeting's record as plain data: what readers, exports, search and HTTP get. Lists are in display order. */
export interface MeetingRecord {
  readonly meetingId: MeetingId
  readonly head: MeetingHead
  readonly session: SessionFacts
  readonly items: readonly ItemView[]
  readonly outcomes: readonly OutcomeView[]
  readonly actions: readonly ActionView[]
  readonly targets: readonly TargetView[]
}
