import { backlogAnswer, changesAnswer, changesQuery, handoverAnswer, openAnswer } from '../../../../shared/protocol/index.ts'
import { noteVisit, readBacklog, readChanges, readHandover, readOpen } from '../../../meetings/index.ts'
import { type Route, route } from '../route.ts'

/** From meeting to meeting: what is open, the backlog, what changed, handing over. */
export const onwardRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/groups/:groupId/open',
    summary: 'What a new meeting can start from: items put off or not reached, open actions, targets, proposals, templates.',
    who: 'meeting.create',
    status: 200,
    answer: openAnswer,
    handle: ({ at, caller, param }) => readOpen(at, caller, param('groupId')),
  }),
  route({
    method: 'get',
    path: '/groups/:groupId/backlog',
    summary: 'Proposals for later meetings, those that wait first, in the order of the office; and the templates.',
    who: 'backlog.propose',
    status: 200,
    answer: backlogAnswer,
    handle: ({ at, caller, param }) => readBacklog(at, caller, param('groupId')),
  }),
  route({
    method: 'get',
    path: '/groups/:groupId/changes',
    summary: 'What changed since you were last here, or since a moment; newest first. Nobody is told when you were here.',
    who: 'group.read',
    query: changesQuery,
    status: 200,
    answer: changesAnswer,
    handle: ({ at, caller, param, query }) => readChanges(at, caller, param('groupId'), query),
  }),
  route({
    method: 'post',
    path: '/groups/:groupId/visits',
    summary: 'Notes that you are here, for what changed since; within half an hour it is one visit.',
    who: 'group.read',
    status: 204,
    answer: null,
    handle: ({ at, caller, param }) => noteVisit(at, caller, param('groupId')),
  }),
  route({
    method: 'get',
    path: '/groups/:groupId/handover',
    summary: 'The group on one page for whoever takes it over: what is open, who is who, deadlines, next steps.',
    who: 'handover.read',
    status: 200,
    answer: handoverAnswer,
    handle: ({ at, caller, param }) => readHandover(at, caller, param('groupId')),
  }),
]
