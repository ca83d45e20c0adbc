import type { MeetingAnswer, MeetingLineAnswer } from '../../shared/protocol/index.ts'
import type { StoredMeeting } from '../storage/index.ts'
import type { EnteredMeeting } from './enterMeeting.ts'
import { rightsOf, you } from './groupAnswer.ts'
import type { Workspace } from './Workspace.ts'

/** A meeting without its record: head, phase, and what the caller may do now. */
export function meetingAnswerOf(at: Workspace, { meeting, file, place }: EnteredMeeting): MeetingAnswer {
  const { head, phase, history, seq } = meeting.session
  return {
    meetingId: meeting.meetingId,
    groupId: meeting.groupId,
    groupName: file.group.name,
    head: { ...head, links: head.links.map((link) => ({ ...link })) },
    phase,
    history: history.map((change) => ({ ...change, at: new Date(change.at).toISOString() })),
    seq,
    createdAt: new Date(meeting.createdAt).toISOString(),
    rules: file.group.rules,
    outcomeKinds: [...file.group.outcomeKinds],
    present: at.rooms.present(meeting.meetingId),
    you: you(place),
    rights: rightsOf(place, file.group.rules, phase),
  }
}

/** A meeting as one line of its group's list. */
export function meetingLineOf({ meetingId, groupId, createdAt, session }: StoredMeeting): MeetingLineAnswer {
  const { title, startsAt, endsAt, timeZone, place, formalMeeting } = session.head
  const { phase } = session
  const made = new Date(createdAt).toISOString()
  return { meetingId, groupId, title, phase, startsAt, endsAt, timeZone, place, formalMeeting, createdAt: made }
}
