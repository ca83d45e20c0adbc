import type { ExportContext } from '../../../server/exports/index.ts'
import type { GroupId, ItemId, MeetingId, Millis, OutcomeId } from '../../../shared/base/index.ts'
import type {
  ActionView,
  AttendanceEntry,
  Intervention,
  ItemView,
  MeetingHead,
  MeetingRecord,
  OutcomeView,
  RichText,
  SessionFacts,
  TargetView,
} from '../../../shared/record/index.ts'
import { newId } from '../storageSamples.ts'

/** The moment at which everything in these records happens. */
export const moment = Date.parse('2026-03-02T13:15:00Z') as Millis

/** A line of the record. */
export function line(text: string): RichText {
  return text === '' ? [] : [{ kind: 'paragraph', runs: [{ text }] }]
}

/** What stands beside a record of these tests. */
export function context(changes: Partial<ExportContext> = {}): ExportContext {
  return {
    groupId: newId<GroupId>(),
    groupName: 'Universalization Contact Group',
    version: null,
    fingerprint: null,
    published: null,
    sealed: null,
    numbers: null,
    delegations: {},
    generatedAt: moment,
    ...changes,
  }
}

export function head(changes: Partial<MeetingHead> = {}): MeetingHead {
  return {
    title: 'First meeting',
    formalMeeting: null,
    startsAt: null,
    endsAt: null,
    timeZone: null,
    place: null,
    links: [],
    language: 'en',
    attribution: 'named',
    symbol: null,
    ...changes,
  }
}

export function session(changes: Partial<SessionFacts> = {}): SessionFacts {
  return {
    phase: 'draft',
    history: [{ phase: 'draft', at: moment, actor: { role: 'rapporteur', name: null } }],
    standings: {},
    fixings: {},
    statuses: {},
    closedItems: [],
    closed: false,
    attendance: [],
    attending: [],
    proceedings: {},
    interventions: [],
    reviewing: null,
    reviews: [],
    ...changes,
  }
}

export function item(number: string | null, title: string, changes: Partial<ItemView> = {}): ItemView {
  return {
    id: newId<ItemId>(),
    number,
    parent: null,
    order: 'a0',
    title: line(title),
    notes: [],
    lead: null,
    purpose: null,
    minutes: null,
    papers: [],
    carriedOverFrom: null,
    closed: false,
    progress: 'notBegun',
    usedMs: 0,
    extraMinutes: 0,
    removed: false,
    ...changes,
  }
}

export function outcome(under: ItemView, number: string | null, text: string, changes: Partial<OutcomeView> = {}): OutcomeView {
  return {
    id: newId<OutcomeId>(),
    item: under.id,
    number,
    order: 'a0',
    kind: 'recognised',
    actor: null,
    text: line(text),
    qualifiers: [],
    standing: 'proposed',
    fixing: null,
    removed: false,
    ...changes,
  }
}

export function action(under: ItemView, number: string | null, task: string, changes: Partial<ActionView> = {}): ActionView {
  return {
    id: newId(),
    item: under.id,
    outcome: null,
    number,
    order: 'a0',
    task: line(task),
    lead: null,
    partners: [],
    due: null,
    basis: 'agreed',
    status: 'open',
    removed: false,
    ...changes,
  }
}

export function target(under: ItemView, what: string, changes: Partial<TargetView> = {}): TargetView {
  return {
    id: newId(),
    item: under.id,
    outcome: null,
    order: 'a0',
    figure: 145,
    atLeast: true,
    what: line(what),
    event: null,
    whose: null,
    removed: false,
    ...changes,
  }
}

export function attendee(name: string, changes: Partial<AttendanceEntry> = {}): AttendanceEntry {
  return {
    party: { words: name },
    name,
    code: null,
    type: 'state',
    partyStatus: 'stateParty',
    membership: 'member',
    region: null,
    state: 'present',
    delegates: [],
    movements: [],
    ...changes,
  }
}

export function intervention(name: string, under: ItemView | null, changes: Partial<Intervention> = {}): Intervention {
  return {
    id: newId(),
    item: under?.id ?? null,
    speaker: { delegation: null, name, code: null, type: 'state' },
    type: 'state',
    intervention: 'statement',
    onBehalfOf: null,
    asObserver: false,
    startedAt: moment,
    ms: 120_000,
    ...changes,
  }
}

type Parts = Partial<Omit<MeetingRecord, 'head' | 'session'>> & {
  readonly head?: Partial<MeetingHead>
  readonly session?: Partial<SessionFacts>
}

/** A record of these parts. */
export function record(parts: Parts = {}): MeetingRecord {
  return {
    meetingId: newId<MeetingId>(),
    items: [],
    outcomes: [],
    actions: [],
    targets: [],
    ...parts,
    head: head(parts.head),
    session: session(parts.session),
  }
}
