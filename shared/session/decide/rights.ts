import { type Action, may, mayEver } from '../../access/index.ts'
import { type Refused, refuse } from '../../base/index.ts'
import type { Phase } from '../../record/index.ts'
import type { Actor } from '../actor.ts'
import type { SessionCommand } from '../commands.ts'
import { no, type Reason } from '../reasons.ts'
import type { SessionState } from '../state.ts'

/** Which right each command needs. Asking for somebody else is the chair's; objecting is a right of its own. */
const needs: Readonly<Record<SessionCommand['kind'], Action>> = {
  'meeting.open': 'session.open',
  'meeting.suspend': 'session.suspend',
  'meeting.resume': 'session.resume',
  'meeting.close': 'session.close',
  'meeting.closeToObservers': 'observers.close',
  'item.open': 'session.run',
  'item.next': 'session.run',
  'item.back': 'session.run',
  'item.close': 'session.run',
  'item.putOff': 'session.amend',
  'item.reopen': 'session.amend',
  'item.closeToObservers': 'observers.close',
  'timer.pause': 'session.run',
  'timer.resume': 'session.run',
  'timer.add': 'session.run',
  'floor.ask': 'floor.ask',
  'floor.withdraw': 'floor.ask',
  'floor.give': 'floor.give',
  'floor.next': 'floor.give',
  'floor.end': 'floor.give',
  'floor.move': 'floor.run',
  'floor.openList': 'floor.run',
  'floor.closeList': 'floor.run',
  'floor.limit': 'floor.run',
  'attendance.checkIn': 'attendance.own',
  'attendance.checkOut': 'attendance.own',
  'attendance.set': 'attendance.run',
  'attendance.move': 'attendance.run',
  'attendance.remove': 'attendance.run',
  'attendance.state': 'attendance.run',
  'outcome.readOut': 'outcome.agree',
  'outcome.stopReading': 'outcome.agree',
  'outcome.agree': 'outcome.agree',
  'outcome.setStanding': 'outcome.fix',
  'outcome.show': 'outcome.show',
  'action.setStatus': 'action.status',
  'action.review': 'session.amend',
  'record.circulate': 'record.circulate',
  'record.setDeadline': 'record.setDeadline',
  'record.recall': 'record.recall',
  'record.adopt': 'record.adopt',
  'record.correct': 'record.amend',
  'record.addend': 'record.amend',
  'record.withdraw': 'record.amend',
  'comment.make': 'comment.make',
  'comment.withdraw': 'comment.withdraw',
  'comment.answer': 'comment.answer',
}

const phases: Readonly<Record<Phase, { readonly reason: Reason; readonly message: string }>> = {
  planned: { reason: 'isPlanned', message: 'The meeting has not been opened yet.' },
  inSession: { reason: 'isInSession', message: 'The meeting is in session.' },
  suspended: { reason: 'isSuspended', message: 'The meeting is suspended.' },
  draft: { reason: 'isDraft', message: 'The session is over; the record is a draft.' },
  circulated: { reason: 'isCirculated', message: 'The record has been circulated.' },
  adopted: { reason: 'isAdopted', message: 'The record has been adopted.' },
}

/** Which right a command needs. */
export function rightFor(command: SessionCommand): Action {
  const isForAnother = command.kind === 'floor.ask' && (command.delegation !== undefined || command.name !== undefined)
  if (isForAnother) return 'floor.run'
  return command.kind === 'comment.make' && command.what === 'objection' ? 'comment.object' : needs[command.kind]
}

/** The one place that asks `access` about a command: the no to whoever may not now, or null. */
export function refusedRight(state: SessionState, command: SessionCommand, { role, rules }: Actor): Refused | null {
  const action = rightFor(command)
  if (!mayEver(role, action, rules)) return refuse('forbidden', 'Your role does not allow this.')
  if (may(role, action, { phase: state.phase, rules })) return null
  const { reason, message } = phases[state.phase]
  return no(reason, message)
}

/** Whether the actor runs the speakers' list, not only their own request. */
export function runsFloor({ phase }: SessionState, { role, rules }: Actor): boolean {
  return may(role, 'floor.run', { phase, rules })
}
