import type { Actor } from './actor.ts'
import type { CommandOf, SessionCommand } from './commands.ts'
import { amendByAddendum, amendByCorrigendum, withdrawRecord } from './decide/amending.ts'
import { askFloor } from './decide/askFloor.ts'
import { moveAttendance, removeAttendance, setAttendance, stateAttendance } from './decide/attendance.ts'
import { checkIn, checkOut } from './decide/checkIn.ts'
import { adoptRecord, circulateRecord, recallRecord, setDeadline } from './decide/circulation.ts'
import { answerComment, makeComment, withdrawComment } from './decide/comments.ts'
import { agree, readOut, setStanding, setStatus, showOutcome, stopReading } from './decide/fixing.ts'
import {
  closeList,
  endFloor,
  giveFloor,
  limitFloor,
  moveRequest,
  nextSpeaker,
  openList,
  withdrawRequest,
} from './decide/floor.ts'
import { backInAgenda, closeItem, closeItemToObservers, nextInAgenda, openItem, putOffItem, reopenItem } from './decide/items.ts'
import { closeMeeting, closeMeetingToObservers, openMeeting, resumeMeeting, suspendMeeting } from './decide/phases.ts'
import { reviewAction } from './decide/reviews.ts'
import { refusedRight } from './decide/rights.ts'
import { actedBy, type Decided, type Scene } from './decide/scene.ts'
import { addTime, pauseTimer, resumeTimer } from './decide/timers.ts'
import { no } from './reasons.ts'
import { silenceAdopts } from './silence.ts'
import type { SessionState } from './state.ts'
import type { Surroundings } from './surroundings.ts'

type Kind = SessionCommand['kind']
type Decide<K extends Kind> = (scene: Scene, command: CommandOf<K>) => Decided

/** One rule a command. It is asked only for whoever may, in a phase in which it is possible. */
const rules: { readonly [K in Kind]: Decide<K> } = {
  'meeting.open': openMeeting,
  'meeting.suspend': suspendMeeting,
  'meeting.resume': resumeMeeting,
  'meeting.close': closeMeeting,
  'meeting.closeToObservers': closeMeetingToObservers,
  'item.open': openItem,
  'item.next': nextInAgenda,
  'item.back': backInAgenda,
  'item.close': closeItem,
  'item.putOff': putOffItem,
  'item.reopen': reopenItem,
  'item.closeToObservers': closeItemToObservers,
  'timer.pause': pauseTimer,
  'timer.resume': resumeTimer,
  'timer.add': addTime,
  'floor.ask': askFloor,
  'floor.withdraw': withdrawRequest,
  'floor.give': giveFloor,
  'floor.next': nextSpeaker,
  'floor.end': endFloor,
  'floor.move': moveRequest,
  'floor.openList': openList,
  'floor.closeList': closeList,
  'floor.limit': limitFloor,
  'attendance.checkIn': checkIn,
  'attendance.checkOut': checkOut,
  'attendance.set': setAttendance,
  'attendance.move': moveAttendance,
  'attendance.remove': removeAttendance,
  'attendance.state': stateAttendance,
  'outcome.readOut': readOut,
  'outcome.stopReading': stopReading,
  'outcome.agree': agree,
  'outcome.setStanding': setStanding,
  'outcome.show': showOutcome,
  'action.setStatus': setStatus,
  'action.review': reviewAction,
  'record.circulate': circulateRecord,
  'record.setDeadline': setDeadline,
  'record.recall': recallRecord,
  'record.adopt': adoptRecord,
  'record.correct': amendByCorrigendum,
  'record.addend': amendByAddendum,
  'record.withdraw': withdrawRecord,
  'comment.make': makeComment,
  'comment.withdraw': withdrawComment,
  'comment.answer': answerComment,
}

/** Says what a command leads to, or why not. Pure and total: each command in each state has an answer. */
export function decide(state: SessionState, command: SessionCommand, actor: Actor, around: Surroundings): Decided {
  const refused = refusedRight(state, command, actor)
  if (refused !== null) return refused
  // The clock has spoken: nobody can object to, recall or decide on what stands adopted, however late it is written down.
  if (silenceAdopts(state, around.now))
    return no('silenceAdopted', 'The deadline has passed without objection: the record stands adopted.')
  // The rule found under a command's kind takes that kind; the compiler cannot follow it through the union.
  const rule = rules[command.kind] as Decide<Kind>
  return rule({ state, actor, around, acted: actedBy(state, actor) }, command)
}
