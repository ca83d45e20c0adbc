import { countAttendance, type MeetingRecord, plainText } from '../record/index.ts'
import { openBrackets } from './openBrackets.ts'

/** What somebody should look at before a record goes out. Warnings, never walls. */
export interface Finding {
  readonly check:
    | 'noVerb'
    | 'noWords'
    | 'brackets'
    | 'undecided'
    | 'noLead'
    | 'noDue'
    | 'countDiffers'
    | 'closedToObservers'
    | 'notReached'
  readonly part: 'item' | 'outcome' | 'action' | 'attendance' | 'meeting'
  /** The item, outcome or action; null for attendance and the meeting as a whole. */
  readonly id: string | null
  /** As it is cited: "4.2", "A3"; null where there is no number. */
  readonly number: string | null
}

/** Looks through a record in its order: outcomes without verb, brackets, actions without lead or due, counts, closed items. */
export function checkRecord(record: MeetingRecord): readonly Finding[] {
  return [
    ...meetingFindings(record),
    ...itemFindings(record),
    ...outcomeFindings(record),
    ...actionFindings(record),
    ...countFindings(record),
  ]
}

type Check = Finding['check']

function meetingFindings({ session }: MeetingRecord): readonly Finding[] {
  return session.closed ? [{ check: 'closedToObservers', part: 'meeting', id: null, number: null }] : []
}

function itemFindings({ items, session }: MeetingRecord): readonly Finding[] {
  const wasRun = items.some((item) => item.progress === 'begun' || item.progress === 'closed')
  return items
    .filter((item) => item.number !== null)
    .flatMap((item) => {
      const checks: Check[] = []
      if (item.closed && !session.closed) checks.push('closedToObservers')
      if (wasRun && (item.progress === 'notBegun' || item.progress === 'begun')) checks.push('notReached')
      if (openBrackets(plainText(item.notes)) > 0) checks.push('brackets')
      return checks.map((check) => ({ check, part: 'item' as const, id: item.id, number: item.number }))
    })
}

function outcomeFindings({ outcomes }: MeetingRecord): readonly Finding[] {
  return outcomes
    .filter((outcome) => outcome.number !== null)
    .flatMap((outcome) => {
      const words = plainText(outcome.text)
      const checks: Check[] = []
      if (words.trim() === '') checks.push('noWords')
      if (outcome.kind === '' && outcome.standing !== 'coordinatorView') checks.push('noVerb')
      const all = [words, ...outcome.qualifiers.map((one) => plainText(one.text))]
      if (outcome.standing === 'bracketed' || all.some((text) => openBrackets(text) > 0)) checks.push('brackets')
      else if (outcome.standing === 'proposed') checks.push('undecided')
      return checks.map((check) => ({ check, part: 'outcome' as const, id: outcome.id, number: outcome.number }))
    })
}

function actionFindings({ actions }: MeetingRecord): readonly Finding[] {
  return actions
    .filter((action) => action.number !== null)
    .flatMap((action) => {
      const checks: Check[] = []
      if (plainText(action.task).trim() === '') checks.push('noWords')
      if (action.lead === null) checks.push('noLead')
      if (action.due === null) checks.push('noDue')
      if (openBrackets(plainText(action.task)) > 0) checks.push('brackets')
      return checks.map((check) => ({ check, part: 'action' as const, id: action.id, number: action.number }))
    })
}

/** A stated count stands for a type as a whole: "22" must be what attendance has, "over 20" must be less. */
function countFindings({ session }: MeetingRecord): readonly Finding[] {
  const count = countAttendance(session)
  const differs = session.attendance.some(({ delegationType, party, statedCount }) => {
    const present = count.types[delegationType]
    const figure = statedCount === null ? null : /\d+/.exec(statedCount)
    if (party !== null || statedCount === null || figure === null || session.attending.length === 0) return false
    const stated = Number(figure[0])
    return statedCount.trim() === figure[0] ? present !== stated : present <= stated
  })
  return differs ? [{ check: 'countDiffers', part: 'attendance', id: null, number: null }] : []
}
