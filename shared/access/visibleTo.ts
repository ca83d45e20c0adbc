import type { MeetingRecord } from '../record/index.ts'
import type { Role } from './roles.ts'

/** The record less what is closed to observers; everyone else sees all of it. What is hidden keeps its place and number only. */
export function visibleTo(role: Role, record: MeetingRecord): MeetingRecord {
  const { closed, closedItems } = record.session
  if (role !== 'observer' || (!closed && closedItems.length === 0)) return record
  const hidden = new Set(closed ? record.items.map((item) => item.id) : closedItems)
  // What lies under an item that nobody can find is hidden with a closed meeting, too.
  const isHidden = (part: { readonly item: MeetingRecord['items'][number]['id'] }) => closed || hidden.has(part.item)
  const standings = record.outcomes.filter(isHidden).map((outcome) => outcome.id)
  const statuses = record.actions.filter(isHidden).map((action) => action.id)
  return {
    ...record,
    session: {
      ...record.session,
      standings: without(record.session.standings, standings),
      statuses: without(record.session.statuses, statuses),
    },
    items: record.items.map((item) =>
      hidden.has(item.id)
        ? { ...item, title: [], notes: [], lead: null, purpose: null, minutes: null, papers: [], carriedOverFrom: null }
        : item,
    ),
    outcomes: record.outcomes.filter((outcome) => !isHidden(outcome)),
    actions: record.actions.filter((action) => !isHidden(action)),
    targets: record.targets.filter((target) => !isHidden(target)),
  }
}

function without<T>(facts: Readonly<Record<string, T>>, ids: readonly string[]): Readonly<Record<string, T>> {
  const hidden = new Set(ids)
  return Object.fromEntries(Object.entries(facts).filter(([id]) => !hidden.has(id)))
}
