import { applyPlainChange, type PlainChange, plainChange } from './plainChange.ts'
import { same } from './same.ts'
import type { ActionView, ItemView, MeetingHead, MeetingRecord, OutcomeView, SessionFacts, TargetView } from './types.ts'

/** What changed in one list: new entries whole, changed ones by field, and the order where it is not as before. */
export interface ListChange<T extends { readonly id: string }> {
  readonly added: readonly T[]
  readonly changed: readonly { readonly id: T['id']; readonly fields: Partial<T> }[]
  /** All ids in the new order; null when the entries and their order are the same. Entries not named are gone. */
  readonly ids: readonly T['id'][] | null
}

/** The difference of two records of one meeting, as plain data; a part that did not change is absent. */
export interface ViewChange {
  readonly head?: MeetingHead
  readonly session?: PlainChange
  readonly items?: ListChange<ItemView>
  readonly outcomes?: ListChange<OutcomeView>
  readonly actions?: ListChange<ActionView>
  readonly targets?: ListChange<TargetView>
}

/** What a reader must be told to get from one record to the other; an empty object when nothing changed. */
export function viewChange(before: MeetingRecord, after: MeetingRecord): ViewChange {
  const items = listChange(before.items, after.items)
  const outcomes = listChange(before.outcomes, after.outcomes)
  const actions = listChange(before.actions, after.actions)
  const targets = listChange(before.targets, after.targets)
  const session = plainChange(before.session, after.session)
  return {
    ...(same(before.head, after.head) ? {} : { head: after.head }),
    ...(session === null ? {} : { session }),
    ...(items === null ? {} : { items }),
    ...(outcomes === null ? {} : { outcomes }),
    ...(actions === null ? {} : { actions }),
    ...(targets === null ? {} : { targets }),
  }
}

/** The record after a change; what did not change stays the same object. Throws a `TypeError` where it was made of something else. */
export function applyViewChange(record: MeetingRecord, change: ViewChange): MeetingRecord {
  return {
    meetingId: record.meetingId,
    head: change.head ?? record.head,
    session: change.session === undefined ? record.session : sessionAfter(record.session, change.session),
    items: applyListChange(record.items, change.items),
    outcomes: applyListChange(record.outcomes, change.outcomes),
    actions: applyListChange(record.actions, change.actions),
    targets: applyListChange(record.targets, change.targets),
  }
}

/** The server made the change from one session to another, so a session comes of it. */
function sessionAfter(before: SessionFacts, change: PlainChange): SessionFacts {
  return applyPlainChange(before, change) as SessionFacts
}

function listChange<T extends { readonly id: string }>(before: readonly T[], after: readonly T[]): ListChange<T> | null {
  if (before === after) return null
  const known = new Map(before.map((entry) => [entry.id, entry]))
  const added: T[] = []
  const changed: { id: T['id']; fields: Partial<T> }[] = []
  for (const entry of after) {
    const earlier = known.get(entry.id)
    if (earlier === undefined) added.push(entry)
    else if (earlier !== entry) {
      const fields = changedFields(earlier, entry)
      if (Object.keys(fields).length > 0) changed.push({ id: entry.id, fields })
    }
  }
  const sameOrder = before.length === after.length && before.every((entry, index) => entry.id === after[index]?.id)
  if (sameOrder && changed.length === 0) return null
  return { added, changed, ids: sameOrder ? null : after.map((entry) => entry.id) }
}

/** Views have all their fields always, so a field can change but never come or go. */
function changedFields<T extends object>(before: T, after: T): Partial<T> {
  const earlier = new Map<string, unknown>(Object.entries(before))
  const fields = Object.entries(after).filter(([field, value]) => !same(earlier.get(field), value))
  // A part of `after`, taken field by field.
  return Object.fromEntries(fields) as Partial<T>
}

function applyListChange<T extends { readonly id: string }>(list: readonly T[], change: ListChange<T> | undefined): readonly T[] {
  if (change === undefined) return list
  const entries = new Map(list.map((entry) => [entry.id, entry]))
  for (const entry of change.added) entries.set(entry.id, entry)
  for (const { id, fields } of change.changed) {
    const earlier = entries.get(id)
    if (earlier !== undefined) entries.set(id, { ...earlier, ...fields })
  }
  const ids = change.ids ?? list.map((entry) => entry.id)
  return ids.flatMap((id) => {
    const entry = entries.get(id)
    return entry === undefined ? [] : [entry]
  })
}
