import type { ItemId, MeetingId } from '../base/index.ts'
import { type PlacedItem, readAgenda } from './agenda.ts'
import type { ActionEntry, ItemEntry, OutcomeEntry, TargetEntry } from './entries.ts'
import { byOrder, type Ordered } from './order.ts'
import type { ActionView, ItemView, MeetingHead, MeetingRecord, OutcomeView, SessionFacts, TargetView } from './types.ts'

/** All entries of a document, by root and id. */
export interface AllEntries {
  readonly items: ReadonlyMap<string, ItemEntry>
  readonly outcomes: ReadonlyMap<string, OutcomeEntry>
  readonly actions: ReadonlyMap<string, ActionEntry>
  readonly targets: ReadonlyMap<string, TargetEntry>
}

/** What the session adds to the words: head, phase, standing, status, closed (DECIDED 2). */
export type SessionSide = SessionFacts & { readonly head: MeetingHead }

/** Puts document and session together: order, numbers and standing. Views that say the same as before stay the same objects. */
export function assemble(
  entries: AllEntries,
  meetingId: MeetingId,
  session: SessionSide,
  earlier: MeetingRecord | null,
): MeetingRecord {
  const agenda = readAgenda(entries.items)
  const places = new Map<ItemId, ItemPlace>(agenda.map((item, index) => [item.entry.id, { index, number: item.number }]))
  const inRecordOrder = byPlace(places)
  const items = keepViews(earlier?.items, itemViews(agenda, session))
  const outcomes = keepViews(earlier?.outcomes, outcomeViews([...entries.outcomes.values()].sort(inRecordOrder), places, session))
  const actions = keepViews(earlier?.actions, actionViews([...entries.actions.values()].sort(inRecordOrder), places, session))
  const targets = keepViews<TargetView>(earlier?.targets, [...entries.targets.values()].sort(inRecordOrder))
  const facts = earlier !== null && sameFacts(earlier.session, session) ? earlier.session : factsOf(session)
  const unchanged =
    earlier !== null &&
    earlier.meetingId === meetingId &&
    earlier.head === session.head &&
    earlier.session === facts &&
    earlier.items === items &&
    earlier.outcomes === outcomes &&
    earlier.actions === actions &&
    earlier.targets === targets
  return unchanged ? earlier : { meetingId, head: session.head, session: facts, items, outcomes, actions, targets }
}

interface ItemPlace {
  readonly index: number
  readonly number: string | null
}

/** Sorts by item in agenda order, then among themselves; what belongs to an unknown item comes last. */
function byPlace(places: ReadonlyMap<ItemId, ItemPlace>) {
  const indexOf = (item: ItemId): number => places.get(item)?.index ?? Number.MAX_SAFE_INTEGER
  return (a: Ordered & { readonly item: ItemId }, b: Ordered & { readonly item: ItemId }): number =>
    indexOf(a.item) - indexOf(b.item) || byOrder(a, b)
}

function itemViews(agenda: readonly PlacedItem<ItemEntry>[], session: SessionFacts): readonly ItemView[] {
  const closed = new Set(session.closedItems)
  return agenda.map(({ entry, parent, number }) => ({ ...entry, parent, number, closed: closed.has(entry.id) }))
}

function outcomeViews(
  sorted: readonly OutcomeEntry[],
  places: ReadonlyMap<ItemId, ItemPlace>,
  session: SessionFacts,
): readonly OutcomeView[] {
  const counts = new Map<ItemId, number>()
  return sorted.map((entry) => {
    // Null is a statement of its own (the source does not say); only an absent one means "not yet treated".
    const given = session.standings[entry.id]
    const standing = given === undefined ? 'proposed' : given
    const itemNumber = places.get(entry.item)?.number ?? null
    if (entry.removed || itemNumber === null) return { ...entry, number: null, standing }
    const count = (counts.get(entry.item) ?? 0) + 1
    counts.set(entry.item, count)
    return { ...entry, number: `${itemNumber}.${count}`, standing }
  })
}

function actionViews(
  sorted: readonly ActionEntry[],
  places: ReadonlyMap<ItemId, ItemPlace>,
  session: SessionFacts,
): readonly ActionView[] {
  let count = 0
  return sorted.map((entry) => {
    const stands = !entry.removed && (places.get(entry.item)?.number ?? null) !== null
    if (stands) count += 1
    const number = stands ? `A${count}` : null
    return { ...entry, number, status: session.statuses[entry.id] ?? 'open' }
  })
}

/** Takes the earlier object wherever all fields are the same, and the earlier list where all its members are. */
function keepViews<T extends { readonly id: string }>(earlier: readonly T[] | undefined, later: readonly T[]): readonly T[] {
  if (earlier === undefined) return later
  const known = new Map(earlier.map((view) => [view.id, view]))
  const kept = later.map((view) => {
    const before = known.get(view.id)
    return before !== undefined && sameFields(before, view) ? before : view
  })
  return kept.length === earlier.length && kept.every((view, index) => view === earlier[index]) ? earlier : kept
}

/** One level deep, by identity: the fields of an entry that was not read anew are the same objects. */
function sameFields(a: object, b: object): boolean {
  const right = new Map<string, unknown>(Object.entries(b))
  return Object.entries(a).every(([field, value]) => Object.is(value, right.get(field)))
}

const factNames = ['phase', 'history', 'standings', 'statuses', 'closedItems', 'closed', 'attendance'] as const

function sameFacts(a: SessionFacts, b: SessionFacts): boolean {
  return factNames.every((name) => a[name] === b[name])
}

/** Only the facts: what is handed in may carry more (its sequence number), which is nobody's business in a record. */
function factsOf({ phase, history, standings, statuses, closedItems, closed, attendance }: SessionFacts): SessionFacts {
  return { phase, history, standings, statuses, closedItems, closed, attendance }
}
