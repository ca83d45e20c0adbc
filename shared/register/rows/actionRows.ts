import { may } from '../../access/index.ts'
import type { Millis } from '../../base/index.ts'
import { type ActionStatus, type ActionView, type Due, plainText } from '../../record/index.ts'
import { dayIn, daysLater, lastDay, statedDay } from '../days.ts'
import { takesPart } from '../decide/takesPart.ts'
import type { GroupRecord } from '../types.ts'
import { keyOf, type ProgressByAction, progressByAction } from './progressOf.ts'
import type { RegisterSource } from './RegisterSource.ts'
import { type ActionGroup, type ActionRow, actionGroups, type RowProgress } from './Rows.ts'
import { compare, newestFirst, paragraphOf, sourceOf } from './sourceOf.ts'
import { partyIn } from './told.ts'

/** What is done stays in sight for so long, or since the last meeting. */
const latelyDays = 90

/** Every action of the group's records that the reader may see, in the order of the list: overdue first. */
export function actionRows(at: RegisterSource, now: Millis): readonly ActionRow[] {
  const progress = progressByAction(at)
  const known = { progress, days: daysAround(at.records, now) }
  const rows = newestFirst(at.records).flatMap((of) => of.record.actions.flatMap((action) => rowOf(at, of, action, known)))
  return sorted(rows)
}

interface Known {
  readonly progress: ProgressByAction
  readonly days: Days
}

function rowOf(at: RegisterSource, of: GroupRecord, action: ActionView, { progress, days }: Known): readonly ActionRow[] {
  const source = action.number === null ? null : sourceOf(at, of, action.item, action.id)
  if (source === null) return []
  const said = progress.get(keyOf(of.meetingId, action.id)) ?? []
  const last = said.findLast((one) => one.status !== null)
  const status = last?.status ?? action.status
  const doneOn = last === undefined ? statedDay(of.record.head.startsAt) : last.at.slice(0, 10)
  const group = groupOf(status, action.due, doneOn, { ...days, today: days.todayIn(of.record.head.timeZone) })
  const outcome = of.record.outcomes.find((one) => one.id === action.outcome && !one.removed)
  const circumstances = { phase: source.phase, rules: at.rules }
  const mayAny = may(at.reader.role, 'register.progress', circumstances)
  const mayOwn = may(at.reader.role, 'register.progressOwn', circumstances) && takesPart(at.reader.delegation, action)
  return [
    {
      ...source,
      action: action.id,
      number: action.number,
      task: plainText(action.task),
      lead: action.lead === null ? null : partyIn(at.delegations, action.lead),
      partners: action.partners.map((party) => partyIn(at.delegations, party)),
      due: action.due,
      basis: action.basis,
      status,
      overdue: group === 'overdue',
      group,
      outcome: outcome
        ? { outcome: outcome.id, number: outcome.number, paragraph: paragraphOf(of, `outcome:${outcome.id}`) }
        : null,
      progress: said,
      mayProgress: source.phase === 'adopted' && (mayAny || mayOwn),
    },
  ]
}

interface Days {
  /** The day of the next meeting that has one; null when none is known. */
  readonly next: string | null
  /** What was done on this day or after was done lately. */
  readonly lately: string
  readonly todayIn: (timeZone: string | null) => string
}

function daysAround(records: readonly GroupRecord[], now: Millis): Days {
  const zones = new Map<string | null, string>()
  const todayIn = (zone: string | null): string => {
    const day = zones.get(zone) ?? dayIn(now, zone)
    zones.set(zone, day)
    return day
  }
  const utc = todayIn(null)
  const days = records.flatMap(({ record }) => {
    const day = statedDay(record.head.startsAt)
    return day === null ? [] : [{ day, isOver: ['draft', 'circulated', 'adopted'].includes(record.session.phase) }]
  })
  const next = days
    .filter(({ day, isOver }) => !isOver && lastDay(day) >= utc)
    .map(({ day }) => lastDay(day))
    .sort()
    .at(0)
  const last = days
    .filter(({ day, isOver }) => isOver && day <= utc)
    .map(({ day }) => day)
    .sort()
    .at(-1)
  const some = daysLater(utc, -latelyDays)
  return { next: next ?? null, lately: last !== undefined && last < some ? last : some, todayIn }
}

/** In which part of the list an action stands. Pure days: no hour makes an action overdue before its day, month or year is past. */
function groupOf(
  status: ActionStatus,
  due: Due | null,
  doneOn: string | null,
  { today, next, lately }: Pick<Days, 'next' | 'lately'> & { readonly today: string },
): ActionGroup {
  if (status === 'dropped') return 'closed'
  if (status === 'done') return doneOn !== null && lastDay(doneOn) >= lately ? 'doneLately' : 'closed'
  if (due === null) return 'none'
  if ('event' in due) return 'byEvent'
  const last = lastDay(due.date)
  if (last < today) return 'overdue'
  return next !== null && last <= next ? 'beforeNext' : 'later'
}

function sorted(rows: readonly ActionRow[]): readonly ActionRow[] {
  return rows
    .map((row, index) => ({ row, index, group: actionGroups.indexOf(row.group), key: keyFor(row) }))
    .sort((one, other) => one.group - other.group || compare(one.key, other.key) || one.index - other.index)
    .map(({ row }) => row)
}

/** Within a part: by the due day; what is over, the latest first. Rows come newest meeting first, which settles the rest. */
function keyFor({ group, due, progress }: ActionRow): string {
  if (group === 'doneLately' || group === 'closed') return backwards(progress.at(-1))
  return due !== null && 'date' in due ? lastDay(due.date) : ''
}

function backwards(last: RowProgress | undefined): string {
  const at = last === undefined ? 0 : Date.parse(last.at)
  return String(Number.MAX_SAFE_INTEGER - at).padStart(16, '0')
}
