import { never } from '../base/index.ts'
import type { SessionEvent } from './events.ts'
import { recordAttendance, removeAttendance } from './evolve/attendance.ts'
import { addTime, startClock, stopClock } from './evolve/clocks.ts'
import { answerComment, makeComment } from './evolve/comments.ts'
import { changeStanding } from './evolve/fixing.ts'
import { addRequest, changeList, endTurn, giveFloor, moveRequest, removeRequest } from './evolve/floor.ts'
import { closeItem, leaveItem, openItem, putOffItem, reopenItem } from './evolve/items.ts'
import { changeHead, changeObservers, changePhase, clearRoom } from './evolve/meeting.ts'
import { reviewAction } from './evolve/reviews.ts'
import { adoptRecord, breakSilence, circulateRecord, moveDeadline, recallRecord } from './evolve/versions.ts'
import type { SessionState } from './state.ts'

/** The state after an event. Total, and what an event does not change stays the same object. The number is the store's to raise. */
export function evolve(state: SessionState, event: SessionEvent): SessionState {
  switch (event.kind) {
    case 'phase.changed':
      return changePhase(state, event)
    case 'room.cleared':
      return clearRoom(state)
    case 'head.changed':
      return changeHead(state, event.patch)
    case 'observers.changed':
      return changeObservers(state, event)
    case 'item.opened':
      return openItem(state, event)
    case 'item.left':
      return leaveItem(state, event.at)
    case 'item.closed':
      return closeItem(state, event)
    case 'item.putOff':
      return putOffItem(state, event.item)
    case 'item.reopened':
      return reopenItem(state, event.item)
    case 'clock.stopped':
      return stopClock(state, event)
    case 'clock.started':
      return startClock(state, event)
    case 'time.added':
      return addTime(state, event)
    case 'floor.asked':
      return addRequest(state, event.request)
    case 'floor.withdrawn':
      return removeRequest(state, event.request)
    case 'floor.given':
      return giveFloor(state, event)
    case 'floor.ended':
      return endTurn(state, event.at)
    case 'floor.moved':
      return moveRequest(state, event)
    case 'list.changed':
      return changeList(state, event)
    case 'floor.limited':
      return { ...state, floor: { ...state.floor, limitMinutes: event.minutes } }
    case 'attendance.recorded':
      return recordAttendance(state, event.entry)
    case 'attendance.removed':
      return removeAttendance(state, event.party)
    case 'attendance.stated':
      return { ...state, attendance: event.lines }
    case 'reading.started':
      return { ...state, reading: event.reading }
    case 'reading.ended':
      return state.reading === null ? state : { ...state, reading: null }
    case 'standing.changed':
      return changeStanding(state, event)
    case 'outcome.shown':
      return { ...state, shown: event.outcome }
    case 'status.changed':
      return { ...state, statuses: { ...state.statuses, [event.action]: event.status } }
    case 'action.reviewed':
      return reviewAction(state, event.review)
    case 'version.wanted':
      return state
    case 'version.made':
      return { ...state, versions: [...state.versions, event.line] }
    case 'record.circulated':
      return circulateRecord(state, event)
    case 'deadline.moved':
      return moveDeadline(state, event)
    case 'silence.broken':
      return breakSilence(state)
    case 'record.recalled':
      return recallRecord(state, event)
    case 'record.adopted':
      return adoptRecord(state, event)
    case 'comment.made':
      return makeComment(state, event.comment)
    case 'comment.withdrawn':
    case 'comment.answered':
      return answerComment(state, event)
    default:
      return never(event)
  }
}
