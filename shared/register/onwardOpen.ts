import type { ActionId, ItemId, MeetingId, TargetId } from '../base/index.ts'
import {
  type ActionStatus,
  type ActionView,
  type ItemView,
  type MeetingRecord,
  type Phase,
  readOrigin,
  type TargetView,
} from '../record/index.ts'
import type { GroupRecord } from './types.ts'

/** An item that waits for a later meeting. */
export interface OpenItem {
  readonly meeting: MeetingRecord
  readonly item: ItemView
  readonly why: 'putOff' | 'notReached'
  /** The item of this list that it is a part of; null for the first level. */
  readonly under: ItemId | null
  /** Closed to observers there, so it is closed to them where it goes. */
  readonly closed: boolean
}

/** An action that is neither done nor dropped. */
export interface OpenAction {
  readonly meeting: MeetingRecord
  readonly action: ActionView
  readonly status: ActionStatus
  readonly closed: boolean
}

/** A figure that somebody wants to reach. */
export interface OpenTarget {
  readonly meeting: MeetingRecord
  readonly target: TargetView
  readonly closed: boolean
}

/** What is open in a group: what a new meeting can start from. Oldest meeting first. */
export interface OpenMatters {
  readonly items: readonly OpenItem[]
  readonly actions: readonly OpenAction[]
  readonly targets: readonly OpenTarget[]
}

/** How far an action has come by now; null when nothing later than its record says so. */
export type LatestStatus = (action: ActionId) => ActionStatus | null

const over: ReadonlySet<Phase> = new Set<Phase>(['draft', 'circulated', 'adopted'])

/**
 * What is open after these records (newest first). An item that stands on a later agenda is open there and no longer where it
 * comes from; taken off that agenda again, it is open where it was.
 */
export function openMatters(records: readonly GroupRecord[], latest: LatestStatus): OpenMatters {
  const meetings = records
    .filter((one) => one.isWithdrawn !== true)
    .map((one) => one.record)
    .reverse()
  const carried = new Set(meetings.flatMap((record) => record.items.filter((item) => !item.removed).flatMap(originKey)))
  return {
    items: meetings.flatMap((record) => openItems(record, carried)),
    actions: meetings.filter((record) => record.session.phase !== 'planned').flatMap((record) => openActions(record, latest)),
    targets: openTargets(meetings.filter(({ session }) => over.has(session.phase))),
  }
}

/** The same less everything that is not of this meeting. */
export function openIn(open: OpenMatters, meeting: MeetingId): OpenMatters {
  const ofMeeting = (one: { readonly meeting: MeetingRecord }) => one.meeting.meetingId === meeting
  return {
    items: open.items.filter(ofMeeting),
    actions: open.actions.filter(ofMeeting),
    targets: open.targets.filter(ofMeeting),
  }
}

function originKey({ carriedOverFrom }: ItemView): readonly string[] {
  const origin = carriedOverFrom === null ? null : readOrigin(carriedOverFrom)
  return origin === null || origin.meeting === null || origin.item === null ? [] : [`${origin.meeting}/${origin.item}`]
}

function openItems(record: MeetingRecord, carried: ReadonlySet<string>): readonly OpenItem[] {
  const why = new Map<ItemId, OpenItem['why']>()
  for (const item of record.items) {
    const reason = item.removed || item.number === null ? null : whyOpen(record, item, why)
    if (reason !== null && !carried.has(`${record.meetingId}/${item.id}`)) why.set(item.id, reason)
  }
  return record.items.flatMap((item) => {
    const reason = why.get(item.id)
    if (reason === undefined) return []
    const under = item.parent !== null && why.has(item.parent) ? item.parent : null
    return [{ meeting: record, item, why: reason, under, closed: isClosed(record, item.id) }]
  })
}

/** An item with its parts is put off as a whole; what has outcomes was reached, whoever forgot to open it. Where no item was ever opened, nothing says that one was not reached. */
function whyOpen(record: MeetingRecord, item: ItemView, why: ReadonlyMap<ItemId, unknown>): OpenItem['why'] | null {
  if (item.progress === 'putOff') return 'putOff'
  const isReviewing = record.session.reviewing?.item === item.id
  if (item.progress !== 'notBegun' || isReviewing || hasResults(record, item)) return null
  if (item.parent !== null && why.has(item.parent)) return why.get(item.parent) === 'putOff' ? 'putOff' : 'notReached'
  const wasRun = record.items.some((one) => one.progress === 'begun' || one.progress === 'closed')
  return over.has(record.session.phase) && wasRun ? 'notReached' : null
}

function hasResults({ outcomes, actions, items }: MeetingRecord, item: ItemView): boolean {
  const isUnder = (part: { readonly item: ItemId; readonly removed: boolean }) => part.item === item.id && !part.removed
  const partsBegun = items.some((one) => one.parent === item.id && one.progress !== 'notBegun' && one.progress !== 'putOff')
  return outcomes.some(isUnder) || actions.some(isUnder) || partsBegun
}

function openActions(record: MeetingRecord, latest: LatestStatus): readonly OpenAction[] {
  return record.actions
    .filter((action) => action.number !== null)
    .map((action) => {
      const closed = isClosed(record, action.item)
      return { meeting: record, action, status: latest(action.id) ?? action.status, closed }
    })
    .filter(({ status }) => status === 'open' || status === 'inProgress')
}

/** Oldest meeting first; a target that a later meeting took over word for word is that meeting's. */
function openTargets(meetings: readonly MeetingRecord[]): readonly OpenTarget[] {
  const all = meetings.flatMap((meeting) =>
    meeting.targets
      .filter((target) => !target.removed && meeting.items.some(({ id, removed }) => id === target.item && !removed))
      .map((target): OpenTarget => ({ meeting, target, closed: isClosed(meeting, target.item) })),
  )
  const last = new Map<string, TargetId>(all.map(({ target }) => [sayingOf(target), target.id]))
  return all.filter(({ target }) => last.get(sayingOf(target)) === target.id)
}

function sayingOf({ figure, atLeast, what, event, whose }: TargetView): string {
  return JSON.stringify([figure, atLeast, what, event, whose])
}

function isClosed({ session, items }: MeetingRecord, id: ItemId): boolean {
  return session.closed || (items.find((item) => item.id === id)?.closed ?? false)
}
