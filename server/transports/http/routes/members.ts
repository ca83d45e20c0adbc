import {
  createdMemberAnswer,
  createMemberBody,
  linkAnswer,
  memberAnswer,
  pageOf,
  pageQuery,
  patchMemberBody,
} from '../../../../shared/protocol/index.ts'
import { addMember, changeMember, listMembers, removeMember, resetMemberPassword } from '../../../meetings/index.ts'
import { type Route, route } from '../route.ts'

/** The people with an account who have a role in a group. */
export const memberRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/groups/:groupId/members',
    summary: 'The members of the group; e-mail addresses only for those who manage them.',
    who: 'members.read',
    query: pageQuery,
    status: 200,
    answer: pageOf(memberAnswer),
    handle: ({ at, caller, param, query }) => listMembers(at, caller, param('groupId'), query),
  }),
  route({
    method: 'post',
    path: '/groups/:groupId/members',
    summary: 'Add a member. `url` is a one-time link to set the password, for who has none; it is shown this once.',
    who: 'members.manage',
    body: createMemberBody,
    status: 201,
    answer: createdMemberAnswer,
    handle: ({ at, caller, param, body }) => addMember(at, caller, param('groupId'), body),
  }),
  route({
    method: 'patch',
    path: '/groups/:groupId/members/:memberId',
    summary: 'Change a role or delegation. A group keeps at least one coordinator.',
    who: 'members.manage',
    body: patchMemberBody,
    status: 200,
    answer: memberAnswer,
    handle: ({ at, caller, param, body }) => changeMember(at, caller, param('groupId'), param('memberId'), body),
  }),
  route({
    method: 'delete',
    path: '/groups/:groupId/members/:memberId',
    summary: 'Remove a member; ends their live connections. A group keeps at least one coordinator.',
    who: 'members.manage',
    status: 204,
    answer: null,
    handle: ({ at, caller, param }) => removeMember(at, caller, param('groupId'), param('memberId')),
  }),
  route({
    method: 'post',
    path: '/groups/:groupId/members/:memberId/reset',
    summary: 'A one-time link with which the member sets a new password.',
    who: 'members.manage',
    status: 201,
    answer: linkAnswer,
    handle: ({ at, caller, param }) => resetMemberPassword(at, caller, param('groupId'), param('memberId')),
  }),
]
