import { isId } from '../../../shared/base/index.ts'
import { attributed, type ItemView, type MeetingRecord, type SessionFacts } from '../../../shared/record/index.ts'

/**
 * The record less what no copy of it may hold: what was removed, and what the attribution rule forbids. Whoever asks has
 * filtered by rights already; the rule is asked again here, because a file cannot be taken back (DECIDED 13).
 */
export function printedPart(record: MeetingRecord): MeetingRecord {
  const items = record.items.filter((item) => !item.removed && (item.number !== null || isAddendum(item)))
  const gone = new Set(record.items.filter((item) => !items.includes(item)).map((item) => item.id))
  const stays = (part: { readonly item: ItemView['id']; readonly removed: boolean }) => !part.removed && !gone.has(part.item)
  const outcomes = record.outcomes.filter(stays)
  const actions = record.actions.filter(stays)
  const targets = record.targets.filter(stays)
  const kept = { items, outcomes, actions, targets }
  return { ...record, ...kept, session: printedFacts(attributed(record.session, record.head.attribution), kept) }
}

/** What was added to an adopted record: paragraphs under a title that is no item of the agenda. */
export function isAddendum({ id, number }: ItemView): boolean {
  return number === null && !isId(id)
}

/** Whether nothing of the item but its place may be told to whoever asked. */
export function isHidden(item: ItemView): boolean {
  return item.closed && item.title.length === 0 && item.notes.length === 0
}

type Kept = Pick<MeetingRecord, 'items' | 'outcomes' | 'actions'>

function printedFacts(facts: SessionFacts, { items, outcomes, actions }: Kept): SessionFacts {
  const itemIds = new Set<string>(items.map(({ id }) => id))
  const openIds = new Set<string>(items.filter((item) => !isHidden(item)).map(({ id }) => id))
  const outcomeIds = new Set<string>(outcomes.map(({ id }) => id))
  const actionIds = new Set<string>(actions.map(({ id }) => id))
  return {
    ...facts,
    standings: only(facts.standings, outcomeIds),
    fixings: only(facts.fixings, outcomeIds),
    statuses: only(facts.statuses, actionIds),
    proceedings: only(facts.proceedings, openIds),
    closedItems: facts.closedItems.filter((id) => itemIds.has(id)),
    interventions: facts.interventions.filter(({ item }) => item === null || openIds.has(item)),
    attending: facts.attending.map((entry) => ({
      ...entry,
      movements: entry.movements.map((one) => (one.item === null || openIds.has(one.item) ? one : { ...one, item: null })),
    })),
  }
}

function only<T>(facts: Readonly<Record<string, T>>, ids: ReadonlySet<string>): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(facts).filter(([id]) => ids.has(id)))
}
