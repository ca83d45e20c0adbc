import type { ItemId, MeetingId } from '../base/index.ts'
import { type PlacedItem, readAgenda } from './agenda.ts'
import { attributed } from './attributed.ts'
import type { ActionEntry, ItemEntry, OutcomeEntry, TargetEntry } from './entries.ts'
import { byOrder, type Ordered } from './order.ts'
import type {
  ActionView,
  Attribution,
  ItemView,
  MeetingHead,
  MeetingRecord,
  OutcomeView,
  SessionFacts,
  TargetView,
} from './types.ts'

/** All entries of a document, by root and id. */
export interface AllEntries {
  readonly items: ReadonlyMap<string, ItemEntry>
  readonly outcomes: ReadonlyMap<string, OutcomeEntry>
  readonly actions: ReadonlyMap<string, ActionEntry>
  readonly targets: ReadonlyMap<string, TargetEntry>
}

/** What the session adds to the words: head, phase, standing, status, closed (DECIDED 2). */
export type SessionSide = SessionFacts & { readonly head: MeetingHead }

/** Puts document and session together: order, numbers and standing. */
export type Assemble = (entries: AllEntries, meetingId: MeetingId, session: SessionSide) => MeetingRecord

/** Makes an assembler that remembers: views and lists that say the same as the time before stay the same objects. */
export function createAssembler(): Assemble {
  const memory = { items: new Views<ItemView>(), outcomes: new Views<OutcomeView>(), actions: new Views<ActionView>() }
  let earlier: MeetingRecord | null = null
  const factsKept = createFactsKept()
  return (entries, meetingId, { head, ...source }) => {
    const session = factsKept(source, head.attribution)
    const agenda = readAgenda(entries.items)
    const places = new Map<ItemId, ItemPlace>(agenda.map((item, index) => [item.entry.id, { index, number: item.number }]))
    const items = keepList(earlier?.items, itemViews(agenda, session, memory.items))
    const outcomes = keepList(
      earlier?.outcomes,
      outcomeViews(inRecordOrder(entries.outcomes, places), partCounts(agenda), session, memory.outcomes),
    )
    const actions = keepList(earlier?.actions, actionViews(inRecordOrder(entries.actions, places), session, memory.actions))
    const targets = keepList<TargetView>(
      earlier?.targets,
      inRecordOrder(entries.targets, places).map(({ entry }) => entry),
    )
    const record: MeetingRecord = { meetingId, head, session, items, outcomes, actions, targets }
    if (earlier === null || !holds(earlier, record)) earlier = record
    return earlier
  }
}

interface ItemPlace {
  readonly index: number
  readonly number: string | null
}

/** An entry of an item, with that item's place; an unknown item has none. */
interface Placed<E> {
  readonly entry: E
  readonly index: number
  readonly itemNumber: string | null
}

/** Sorted by item in agenda order, then among themselves; what belongs to an unknown item comes last. */
function inRecordOrder<E extends Ordered & { readonly item: ItemId }>(
  entries: ReadonlyMap<string, E>,
  places: ReadonlyMap<ItemId, ItemPlace>,
): readonly Placed<E>[] {
  const placed = [...entries.values()].map((entry): Placed<E> => {
    const place = places.get(entry.item)
    return { entry, index: place?.index ?? Number.MAX_SAFE_INTEGER, itemNumber: place?.number ?? null }
  })
  return placed.sort((a, b) => a.index - b.index || byOrder(a.entry, b.entry))
}

function itemViews(agenda: readonly PlacedItem<ItemEntry>[], session: SessionFacts, views: Views<ItemView>): readonly ItemView[] {
  const closed = new Set(session.closedItems)
  return agenda.map(({ entry, parent, number }) => {
    const isClosed = closed.has(entry.id) || (parent !== null && closed.has(parent))
    const { progress = 'notBegun' as const, usedMs = 0, extraMinutes = 0 } = session.proceedings[entry.id] ?? {}
    return views.of(entry, { parent, number, closed: isClosed, progress, usedMs, extraMinutes })
  })
}

/** How many parts stand under each item. */
function partCounts(agenda: readonly PlacedItem<ItemEntry>[]): ReadonlyMap<ItemId, number> {
  const counts = new Map<ItemId, number>()
  for (const { parent, number } of agenda) {
    if (parent !== null && number !== null) counts.set(parent, (counts.get(parent) ?? 0) + 1)
  }
  return counts
}

function outcomeViews(
  placed: readonly Placed<OutcomeEntry>[],
  parts: ReadonlyMap<ItemId, number>,
  session: SessionFacts,
  views: Views<OutcomeView>,
): readonly OutcomeView[] {
  // The parts of an item are counted first: 4.1 must not be a part and an outcome.
  const counts = new Map(parts)
  return placed.map(({ entry, itemNumber }) => {
    // Null is a statement of its own (the source does not say); only an absent one means "not yet treated".
    const given = session.standings[entry.id]
    const standing = given === undefined ? 'proposed' : given
    const fixing = session.fixings[entry.id]?.at(-1) ?? null
    if (entry.removed || itemNumber === null) return views.of(entry, { number: null, standing, fixing })
    const count = (counts.get(entry.item) ?? 0) + 1
    counts.set(entry.item, count)
    return views.of(entry, { number: `${itemNumber}.${count}`, standing, fixing })
  })
}

function actionViews(
  placed: readonly Placed<ActionEntry>[],
  session: SessionFacts,
  views: Views<ActionView>,
): readonly ActionView[] {
  let count = 0
  return placed.map(({ entry, itemNumber }) => {
    const stands = !entry.removed && itemNumber !== null
    if (stands) count += 1
    return views.of(entry, { number: stands ? `A${count}` : null, status: session.statuses[entry.id] ?? 'open' })
  })
}

/** The views made last time. Entries keep their identity while they are not read anew, so looking is enough. */
class Views<V extends { readonly id: string }> {
  readonly #made = new Map<string, { readonly entry: object; readonly view: V }>()

  /** A view of an entry with what the session and the order add; the one from before where both are the same. */
  of<Added extends Partial<V>>(entry: Omit<V, keyof Added> & { readonly id: string }, added: Added): V {
    const made = this.#made.get(entry.id)
    if (made !== undefined && made.entry === entry && holds(made.view, added)) return made.view
    // The entry has all the fields that are not added.
    const view = { ...entry, ...added } as unknown as V
    this.#made.set(entry.id, { entry, view })
    return view
  }
}

function holds<V extends object>(view: V, added: Partial<V>): boolean {
  for (const field in added) if (view[field] !== added[field]) return false
  return true
}

/** The earlier list where all its members are the same. */
function keepList<T>(earlier: readonly T[] | undefined, later: readonly T[]): readonly T[] {
  return earlier !== undefined && later.length === earlier.length && later.every((one, index) => one === earlier[index])
    ? earlier
    : later
}

const factNames = [
  'phase',
  'history',
  'standings',
  'fixings',
  'statuses',
  'closedItems',
  'closed',
  'attendance',
  'attending',
  'proceedings',
  'interventions',
  'reviewing',
  'reviews',
] as const

/** Makes what takes from a session the facts that its rule lets a record hold; the same facts give the same object again. */
function createFactsKept(): (source: SessionFacts, attribution: Attribution) => SessionFacts {
  let earlier: { readonly source: SessionFacts; readonly attribution: Attribution; readonly facts: SessionFacts } | null = null
  return (source, attribution) => {
    if (earlier !== null && earlier.attribution === attribution && sameFacts(earlier.source, source)) return earlier.facts
    const facts = attributed(factsOf(source), attribution)
    earlier = { source, attribution, facts }
    return facts
  }
}

function sameFacts(a: SessionFacts, b: SessionFacts): boolean {
  return factNames.every((name) => a[name] === b[name])
}

/** Only the facts: what is handed in may carry more (its number, the floor), which is nobody's business in a record. */
function factsOf(session: SessionFacts): SessionFacts {
  const { phase, history, standings, fixings, statuses, closedItems, closed } = session
  const { attendance, attending, proceedings, interventions, reviewing, reviews } = session
  return {
    phase,
    history,
    standings,
    fixings,
    statuses,
    closedItems,
    closed,
    attendance,
    attending,
    proceedings,
    interventions,
    reviewing,
    reviews,
  }
}
