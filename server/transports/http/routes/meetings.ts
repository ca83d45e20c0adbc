import { ok } from '../../../../shared/base/index.ts'
import {
  asideAnswer,
  commandAnswer,
  createMeetingBody,
  meetingAnswer,
  meetingLineAnswer,
  pageOf,
  pageQuery,
  patchMeetingBody,
  recordAnswer,
  recordQuery,
  sessionStateAnswer,
} from '../../../../shared/protocol/index.ts'
import { sessionCommandSchema } from '../../../../shared/session/index.ts'
import {
  changeHead,
  commandSession,
  createMeeting,
  listAsides,
  listMeetings,
  readMeeting,
  readRecord,
  readSessionState,
  settleAside,
} from '../../../meetings/index.ts'
import { maxCommandBytes } from '../../maxCommandBytes.ts'
import { type Route, route } from '../route.ts'

/** Meetings, their records as plain data, and the commands of their sessions. */
export const meetingRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/groups/:groupId/meetings',
    summary: 'The meetings of the group, newest first.',
    who: 'group.read',
    query: pageQuery,
    status: 200,
    answer: pageOf(meetingLineAnswer),
    handle: ({ at, caller, param, query }) => listMeetings(at, caller, param('groupId'), query),
  }),
  route({
    method: 'post',
    path: '/groups/:groupId/meetings',
    summary: 'A planned meeting with an empty record.',
    who: 'meeting.create',
    body: createMeetingBody,
    status: 201,
    answer: meetingAnswer,
    handle: ({ at, caller, param, body }) => createMeeting(at, caller, param('groupId'), body),
  }),
  route({
    method: 'get',
    path: '/meetings/:meetingId',
    summary: 'Head and phase of a meeting, and your rights in it now.',
    who: 'record.read',
    status: 200,
    answer: meetingAnswer,
    handle: ({ at, caller, param }) => readMeeting(at, caller, param('meetingId')),
  }),
  route({
    method: 'patch',
    path: '/meetings/:meetingId',
    summary: 'Change the head. With `seq`, refused as `stale` when somebody changed it meanwhile.',
    who: 'meeting.editHead',
    body: patchMeetingBody,
    status: 200,
    answer: meetingAnswer,
    handle: ({ at, caller, param, body }) => changeHead(at, caller, param('meetingId'), body),
  }),
  route({
    method: 'get',
    path: '/meetings/:meetingId/record',
    summary:
      'The record as plain data, as it is stored now, or as one of its versions has it. `version` and `fingerprint` are null for a draft.',
    who: 'record.read',
    query: recordQuery,
    status: 200,
    answer: recordAnswer,
    handle: async ({ at, caller, param, query }) => {
      const read = await readRecord(at, caller, param('meetingId'), query.version)
      if (!read.ok) return read
      const { record, version, fingerprint } = read.value
      const { head, items, outcomes, actions, targets, ...rest } = record
      const links = head.links.map((link) => ({ ...link }))
      const lists = { items: [...items], outcomes: [...outcomes], actions: [...actions], targets: [...targets] }
      return ok({ ...rest, version, fingerprint, head: { ...head, links }, ...lists })
    },
  }),
  route({
    method: 'post',
    path: '/meetings/:meetingId/commands',
    summary:
      'A command of the session: phases, items, timers, the floor, attendance, standings. Who may depends on its kind; its id makes it happen once.',
    who: 'record.read',
    body: sessionCommandSchema,
    maxBytes: maxCommandBytes,
    status: 200,
    answer: commandAnswer,
    handle: ({ at, caller, param, body }) => commandSession(at, caller, param('meetingId'), body),
  }),
  route({
    method: 'get',
    path: '/meetings/:meetingId/session',
    summary:
      'What the chair runs: current item, clocks, floor, attendance, standings; and the hour at the server. Less what is closed to you.',
    who: 'record.read',
    status: 200,
    answer: sessionStateAnswer,
    handle: ({ at, caller, param }) => readSessionState(at, caller, param('meetingId')),
  }),
  route({
    method: 'get',
    path: '/meetings/:meetingId/asides',
    summary:
      'Words that the record did not take: your own; for coordinator and rapporteur also those typed into something deleted.',
    who: 'aside.read',
    query: pageQuery,
    status: 200,
    answer: pageOf(asideAnswer),
    handle: ({ at, caller, param, query }) => listAsides(at, caller, param('meetingId'), query),
  }),
  route({
    method: 'delete',
    path: '/meetings/:meetingId/asides/:asideId',
    summary: 'Let go of words kept aside, for good. Whoever may not see them is answered as if they were not there.',
    who: 'aside.read',
    status: 204,
    answer: null,
    handle: ({ at, caller, param }) => settleAside(at, caller, param('meetingId'), param('asideId')),
  }),
]
