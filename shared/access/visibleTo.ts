import type { ActionView, ItemView, MeetingRecord, SessionFacts, TargetView } from '../record/index.ts'
import { closedToObservers, type Hidden } from './closedToObservers.ts'
import type { Role } from './roles.ts'

/** The record less what is closed to observers; everyone else sees all of it. What is hidden keeps its place and number only. */
export function visibleTo(role: Role, record: MeetingRecord): MeetingRecord {
  const hidden = role === 'observer' ? closedToObservers(record) : null
  if (hidden === null) return record
  return {
    ...record,
    session: factsLess(hidden, record.session),
    items: record.items.map((item) => (hidden.item(item.id) ? emptied(item) : item)),
    outcomes: record.outcomes.filter((outcome) => !hidden.item(outcome.item)),
    actions: record.actions.filter((action) => !hidden.item(action.item)).map((action) => unlinked(hidden, action)),
    targets: record.targets.filter((target) => !hidden.item(target.item)).map((target) => unlinked(hidden, target)),
  }
}

/** The session's facts less what is hidden: no standings, times, turns or movements of it; of a closed meeting no attendance. */
export function factsLess(hidden: Hidden, facts: SessionFacts): SessionFacts {
  return {
    ...facts,
    standings: less(facts.standings, hidden.outcome),
    fixings: less(facts.fixings, hidden.outcome),
    statuses: less(facts.statuses, hidden.action),
    // Keys of this map are ids of items.
    proceedings: less(facts.proceedings, (id) => hidden.item(id as ItemView['id'])),
    interventions: facts.interventions.filter((turn) => !hidden.item(turn.item)),
    reviewing: reviewingLess(hidden, facts.reviewing),
    reviews: facts.reviews.filter((one) => !hidden.review(one.action)),
    attendance: facts.closed ? [] : facts.attendance,
    attending: facts.closed
      ? []
      : facts.attending.map((entry) =>
          entry.movements.some((one) => hidden.item(one.item))
            ? { ...entry, movements: entry.movements.filter((one) => !hidden.item(one.item)) }
            : entry,
        ),
  }
}

function reviewingLess(hidden: Hidden, reviewing: SessionFacts['reviewing']): SessionFacts['reviewing'] {
  if (reviewing === null || hidden.item(reviewing.item)) return null
  return { ...reviewing, actions: reviewing.actions.filter((one) => !hidden.review(one.action)) }
}

function emptied(item: ItemView): ItemView {
  return {
    ...item,
    title: [],
    notes: [],
    lead: null,
    purpose: null,
    minutes: null,
    papers: [],
    carriedOverFrom: null,
    closed: true,
    progress: 'notBegun',
    usedMs: 0,
    extraMinutes: 0,
  }
}

/** An open action or target may have come out of a hidden outcome: it stays, and says nothing of that. */
function unlinked<T extends ActionView | TargetView>(hidden: Hidden, part: T): T {
  return part.outcome !== null && hidden.outcome(part.outcome) ? { ...part, outcome: null } : part
}

function less<T>(facts: Readonly<Record<string, T>>, isHidden: (id: string) => boolean): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(facts).filter(([id]) => !isHidden(id)))
}
