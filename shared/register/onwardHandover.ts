import type { MeetingId, Millis } from '../base/index.ts'
import type { Due } from '../record/index.ts'
import type { SessionState } from '../session/index.ts'
import { dayIn, lastDay, statedDay } from './days.ts'
import type { OpenAction, OpenMatters } from './onwardOpen.ts'

/** A meeting as its session has it. */
export interface HeldMeeting {
  readonly meetingId: MeetingId
  readonly session: SessionState
}

/** What whoever takes over a group has to do next, as the rules ask for it; the page has a sentence for each. */
export type NextStep =
  | { readonly kind: 'nameRapporteur' | 'planMeeting' }
  | { readonly kind: 'setDate' | 'openOrMove' | 'closeMeeting' | 'circulate'; readonly meeting: MeetingId }
  | {
      readonly kind: 'answerObjections' | 'answerComments'
      readonly meeting: MeetingId
      readonly count: number
      readonly until: Millis
    }
  | { readonly kind: 'adopt' | 'awaitDeadline'; readonly meeting: MeetingId; readonly until: Millis }
  | { readonly kind: 'askOverdue' | 'findLead' | 'settleProposals'; readonly count: number }

/** What the next steps are read out of. */
export interface HandoverSource {
  /** Newest first. */
  readonly meetings: readonly HeldMeeting[]
  readonly open: OpenMatters
  /** Proposals that wait. */
  readonly waiting: number
  readonly hasRapporteur: boolean
  readonly now: Millis
}

/** The next steps: first what has a deadline, then meeting by meeting, then what lies over all of them. */
export function nextSteps({ meetings, open, waiting, hasRapporteur, now }: HandoverSource): readonly NextStep[] {
  const ofMeetings = meetings.flatMap((meeting) => stepsOf(meeting, now))
  const isDated = (step: NextStep) => 'until' in step
  const overdue = open.actions.filter((one) => isOverdue(one, now)).length
  const leadless = open.actions.filter((one) => one.action.lead === null).length
  const isPlanned = meetings.some(({ session }) => session.phase === 'planned')
  const hasOpen = open.items.length + open.actions.length + open.targets.length + waiting > 0
  return [
    ...ofMeetings.filter(isDated).sort((a, b) => untilOf(a) - untilOf(b)),
    ...ofMeetings.filter((step) => !isDated(step)),
    ...(overdue > 0 ? [{ kind: 'askOverdue' as const, count: overdue }] : []),
    ...(leadless > 0 ? [{ kind: 'findLead' as const, count: leadless }] : []),
    ...(waiting > 0 ? [{ kind: 'settleProposals' as const, count: waiting }] : []),
    ...(!isPlanned && hasOpen ? [{ kind: 'planMeeting' as const }] : []),
    ...(hasRapporteur ? [] : [{ kind: 'nameRapporteur' as const }]),
  ]
}

/** Whether the whole stated period is past, in the zone of the action's meeting. An event has no day. */
export function isOverdue({ action, meeting }: OpenAction, now: Millis): boolean {
  const day = dueDay(action.due)
  return day !== null && lastDay(day) < dayIn(now, meeting.head.timeZone)
}

function dueDay(due: Due | null): string | null {
  return due !== null && 'date' in due ? statedDay(due.date) : null
}

function untilOf(step: NextStep): number {
  return 'until' in step ? step.until : 0
}

function stepsOf({ meetingId: meeting, session }: HeldMeeting, now: Millis): readonly NextStep[] {
  const { phase, head, circulation, comments } = session
  const day = statedDay(head.startsAt)
  const isPast = day !== null && lastDay(day) < dayIn(now, head.timeZone)
  switch (phase) {
    case 'planned':
      if (day === null) return [{ kind: 'setDate', meeting }]
      return isPast ? [{ kind: 'openOrMove', meeting }] : []
    case 'inSession':
    case 'suspended':
      return isPast ? [{ kind: 'closeMeeting', meeting }] : []
    case 'draft':
      return [{ kind: 'circulate', meeting }]
    case 'circulated': {
      if (circulation === null) return []
      const until = circulation.deadline
      const { objections, unanswered } = comments
      if (objections > 0) return [{ kind: 'answerObjections', meeting, count: objections, until }]
      if (unanswered > 0) return [{ kind: 'answerComments', meeting, count: unanswered, until }]
      return [{ kind: circulation.mode === 'decision' && until <= now ? 'adopt' : 'awaitDeadline', meeting, until }]
    }
    default:
      return []
  }
}
