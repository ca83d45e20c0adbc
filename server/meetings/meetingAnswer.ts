import type { MeetingAnswer, MeetingLineAnswer } from '../../shared/protocol/index.ts'
import type { ImportedFrom, StoredMeeting } from '../storage/index.ts'
import type { EnteredMeeting } from './enterMeeting.ts'
import { rightsOf, you } from './groupAnswer.ts'
import type { Workspace } from './Workspace.ts'

/** A meeting without its record: head, phase, and what the caller may do now. */
export function meetingAnswerOf(at: Workspace, { meeting, file, place }: EnteredMeeting): MeetingAnswer {
  const { head, phase, seq } = meeting.session
  // Who is in a meeting that is closed to the caller, and who opened it, is not theirs to know.
  const isClosed = place.role === 'observer' && meeting.session.closed
  const history = isClosed ? [] : meeting.session.history
  return {
    meetingId: meeting.meetingId,
    groupId: meeting.groupId,
    groupName: file.group.name,
    head: { ...head, links: head.links.map((link) => ({ ...link })) },
    phase,
    history: history.map(({ phase, at, actor }) => ({ phase, at: new Date(at).toISOString(), actor })),
    seq,
    createdAt: new Date(meeting.createdAt).toISOString(),
    ...(meeting.imported === undefined || isClosed ? {} : { importedFrom: originAnswer(meeting.imported) }),
    rules: file.group.rules,
    outcomeKinds: [...file.group.outcomeKinds],
    present: isClosed ? 0 : at.rooms.present(meeting.meetingId),
    you: you(place),
    rights: rightsOf(place, file.group.rules, phase),
  }
}

function originAnswer({ at, ...origin }: ImportedFrom) {
  return { ...origin, at: new Date(at).toISOString() }
}

/** A meeting as one line of its group's list. */
export function meetingLineOf({ meetingId, groupId, createdAt, session }: StoredMeeting): MeetingLineAnswer {
  const { title, startsAt, endsAt, timeZone, place, formalMeeting } = session.head
  const { phase } = session
  const made = new Date(createdAt).toISOString()
  return { meetingId, groupId, title, phase, startsAt, endsAt, timeZone, place, formalMeeting, createdAt: made }
}
