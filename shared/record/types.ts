import type {
  ActionId,
  CommandId,
  DelegationId,
  ItemId,
  MeetingId,
  Millis,
  OutcomeId,
  PersonId,
  QualifierId,
  TargetId,
} from '../base/index.ts'

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

export type DelegationType = 'state' | 'unEntity' | 'internationalOrganization' | 'ngo' | 'other'
export type PartyStatus = 'stateParty' | 'notYetInForce' | 'signatory' | 'stateNotParty'
export type Membership = 'member' | 'observer' | 'guest'

/** Who did something: the office they held; the name only where the attribution rule was `named`. Role null: from before it was kept. */
export interface ActedBy {
  readonly role: 'coordinator' | 'rapporteur' | 'participant' | 'observer' | null
  readonly name: string | null
}

export interface PhaseChange {
  readonly phase: Phase
  readonly at: Millis
  readonly actor: ActedBy
}

/** One change of an outcome's standing. */
export interface Fixing {
  readonly standing: Standing
  readonly at: Millis
  readonly actor: ActedBy
}

/** How far an item has come; an item without proceeding has not begun. */
export type Progress = 'begun' | 'closed' | 'putOff'

/** What became of an item in the room. */
export interface Proceeding {
  readonly progress: Progress
  /** When it was first opened; null when it was put off without having been. */
  readonly openedAt: Millis | null
  readonly closedAt: Millis | null
  /** Time used, in ms, less the stretch that is running now (`SessionState.clock`). Less its parts, too. */
  readonly usedMs: number
  /** Minutes the chair added to the planned ones (may be negative). */
  readonly extraMinutes: number
}

/** Whoever speaks or asks to: a delegation, or a person without one. Taken down when they asked. */
export interface SpeakerName {
  readonly delegation: DelegationId | null
  /** The delegation's name, else the person's. */
  readonly name: string
  readonly code: string | null
  readonly type: DelegationType | null
}

export type InterventionKind = 'statement' | 'reply' | 'pointOfOrder'

/** One turn at the floor that is over. Under `delegationType` the speaker is null and only the type is kept; under `none` nothing is. */
export interface Intervention {
  readonly id: CommandId
  readonly item: ItemId | null
  readonly speaker: SpeakerName | null
  readonly type: DelegationType | null
  readonly intervention: InterventionKind
  readonly onBehalfOf: string | null
  readonly asObserver: boolean
  readonly startedAt: Millis
  readonly ms: number
}

export type AttendanceState = 'present' | 'apologies' | 'absent'

/** Somebody of a delegation; names are kept only where the attribution rule is `named`. */
export interface Delegate {
  /** Null for those whom the rapporteur wrote down. */
  readonly person: PersonId | null
  /** Empty where the rule keeps no names. */
  readonly name: string
  readonly function: string | null
  /** Checked out again. */
  readonly hasLeft?: true
}

/** Came or went, under which item. */
export interface Movement {
  readonly kind: 'arrived' | 'left'
  readonly item: ItemId | null
  readonly at: Millis
}

/** One delegation (or person without one) in the list of attendance, with its facts as they stood then. */
export interface AttendanceEntry {
  /** A delegation, or the words for somebody without one. */
  readonly party: Party
  readonly name: string
  readonly code: string | null
  readonly type: DelegationType
  readonly partyStatus: PartyStatus | null
  readonly membership: Membership
  /** Regional group in the convention's own division; null when not stated. */
  readonly region: string | null
  /** `absent` is without notice; whoever gave notice is `apologies`. */
  readonly state: AttendanceState
  readonly delegates: readonly Delegate[]
  readonly movements: readonly Movement[]
}

/** An action of an earlier meeting that this one reviews, as it was taken down when it was put on the agenda; the old record is not asked again. */
export interface CarriedAction {
  readonly action: ActionId
  readonly meeting: MeetingId
  readonly meetingTitle: string
  /** ISO date, may be partial; null when not known. */
  readonly meetingDate: string | null
  /** "A7", as the old record has it. */
  readonly number: string | null
  readonly task: string
  readonly lead: Party | null
  readonly due: Due | null
  /** How far it was. */
  readonly status: ActionStatus
  /** Closed to observers where it comes from, so it is here. */
  readonly closed: boolean
}

/** The item that reviews the actions of earlier meetings, with those actions. */
export interface Reviewing {
  readonly item: ItemId
  readonly actions: readonly CarriedAction[]
}

/** What this meeting says of an action of an earlier one. */
export interface ActionReview {
  readonly action: ActionId
  readonly meeting: MeetingId
  /** Null: only the note was taken. */
  readonly status: ActionStatus | null
  readonly note: string | null
  readonly at: Millis
  readonly actor: ActedBy
}

/**
 * What the chair runs, as far as it shows in the record (DECIDED 2). Standing, status, closed and numbers are here and
 * not in the document. `null` standing means: the source does not say (only imported records have it).
 */
export interface SessionFacts {
  readonly phase: Phase
  readonly history: readonly PhaseChange[]
  readonly standings: Readonly<Record<string, Standing | null>>
  /** By outcome: each change of its standing, oldest first. */
  readonly fixings: Readonly<Record<string, readonly Fixing[]>>
  readonly statuses: Readonly<Record<string, ActionStatus>>
  /** Closed to observers; the parts of a closed item are closed with it. */
  readonly closedItems: readonly ItemId[]
  readonly closed: boolean
  /** A stated count of who took part ("over 20"), with or without names. */
  readonly attendance: readonly AttendanceLine[]
  /** Who took part by delegation, in the order of coming; in a record under `none`: empty, `attendance` has counts instead. */
  readonly attending: readonly AttendanceEntry[]
  /** By item. */
  readonly proceedings: Readonly<Record<string, Proceeding>>
  /** Turns at the floor that are over, as far as the attribution rule lets them be kept. */
  readonly interventions: readonly Intervention[]
  /** The review of earlier actions on this agenda; null where there is none. */
  readonly reviewing: Reviewing | null
  /** What was said in it: one an action, in the order in which they were first taken up. */
  readonly reviews: readonly ActionReview[]
}

export interface AttendanceLine {
  readonly delegationType: DelegationType
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
  /** Closed to observers, by itself or with the item it is a part of. */
  readonly closed: boolean
  readonly progress: Progress | 'notBegun'
  /** Time used, in ms, less the stretch that is running now. */
  readonly usedMs: number
  readonly extraMinutes: number
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
  /** The last change of its standing: who and when; null when there was none in the room. */
  readonly fixing: Fixing | null
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
