import type { Millis } from '../../base/index.ts'
import { dayIn, daysLater, lastDay, statedDay } from '../days.ts'
import type { ActionRow, OutcomeRow, RowParty } from './Rows.ts'

interface SharedFilters {
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly meeting?: string | undefined
  readonly q?: string | undefined
}

/** Filters of the register of outcomes, as the wire has them: lists have commas between their values. */
export interface OutcomeAsk extends SharedFilters {
  readonly kind?: string | undefined
  readonly standing?: string | undefined
  /** A delegation's id, or `ours`. */
  readonly delegation?: string | undefined
  readonly state?: string | undefined
}

/** Filters of the register of actions. */
export interface ActionAsk extends SharedFilters {
  readonly status?: string | undefined
  readonly lead?: string | undefined
  readonly partner?: string | undefined
  readonly delegation?: string | undefined
  readonly due?: string | undefined
  readonly group?: string | undefined
}

/** "Soon" reaches so far where no next meeting is known. */
const soonDays = 30

/** Whether a line passes. `ours`: the reader's own delegation; whoever has none has nothing of their own. */
export function passesOutcome(ask: OutcomeAsk, ours: string | null): (row: OutcomeRow) => boolean {
  const kinds = listed(ask.kind)?.map(folded)
  const standings = listed(ask.standing)
  const states = listed(ask.state)
  const shared = passesShared(ask)
  return (row) =>
    (kinds === undefined || kinds.includes(folded(row.kind))) &&
    (standings === null || standings.includes(row.standing ?? 'notStated')) &&
    (states === null || states.includes(row.state)) &&
    isParty(ask.delegation, ours, row.actor === null ? [] : [row.actor]) &&
    shared(row, [row.kind, row.text, row.actor?.name, ...row.qualifiers, row.number, row.paragraph, row.item?.title])
}

/** The same for actions. */
export function passesAction(ask: ActionAsk, ours: string | null, now: Millis): (row: ActionRow) => boolean {
  const statuses = listed(ask.status)
  const groups = listed(ask.group)
  const dues = listed(ask.due)
  const soon = daysLater(dayIn(now, null), soonDays)
  const shared = passesShared(ask)
  return (row) => {
    const lead = row.lead === null ? [] : [row.lead]
    return (
      (statuses === null || statuses.includes(row.status)) &&
      (groups === null || groups.includes(row.group)) &&
      (dues === null || dues.includes(dueOf(row, soon) ?? '')) &&
      isParty(ask.lead, ours, lead) &&
      isParty(ask.partner, ours, row.partners) &&
      isParty(ask.delegation, ours, [...lead, ...row.partners]) &&
      shared(row, [row.task, row.number, ...[...lead, ...row.partners].map(({ name }) => name), row.item?.title])
    )
  }
}

/** When an action is due, in the words of the filter; null for what is over. */
function dueOf({ group, due }: ActionRow, soon: string): string | null {
  switch (group) {
    case 'overdue':
    case 'none':
      return group
    case 'beforeNext':
      return 'soon'
    case 'later':
      return due !== null && 'date' in due && lastDay(due.date) <= soon ? 'soon' : 'later'
    case 'byEvent':
      return 'later'
    default:
      return null
  }
}

function passesShared({ from, to, meeting, q }: SharedFilters) {
  const terms = folded(q ?? '')
    .split(/\s+/)
    .filter((term) => term !== '')
  return (
    row: { readonly meetingId: string; readonly meetingDate: string | null },
    texts: readonly (string | null | undefined)[],
  ): boolean => {
    if (meeting !== undefined && row.meetingId !== meeting) return false
    if (!isBetween(row.meetingDate, from, to)) return false
    if (terms.length === 0) return true
    const text = folded(texts.join(' '))
    return terms.every((term) => text.includes(term))
  }
}

/** Whether a stated date may lie in the span; what has no date lies in none. */
export function isBetween(date: string | null, from: string | undefined, to: string | undefined): boolean {
  if (from === undefined && to === undefined) return true
  const day = statedDay(date)
  if (day === null) return false
  return (from === undefined || lastDay(day) >= from) && (to === undefined || day <= lastDay(to))
}

function isParty(asked: string | undefined, ours: string | null, parties: readonly RowParty[]): boolean {
  if (asked === undefined) return true
  const wanted = asked === 'ours' ? ours : asked
  return wanted !== null && parties.some(({ delegation }) => delegation === wanted)
}

function listed(text: string | undefined): readonly string[] | null {
  return text === undefined || text === '' ? null : text.split(',').map((value) => value.trim())
}

/** Letters without case and accents. */
function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}
