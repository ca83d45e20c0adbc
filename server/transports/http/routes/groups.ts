import {
  createDelegationBody,
  createGroupBody,
  delegationAnswer,
  groupAnswer,
  pageOf,
  pageQuery,
  patchGroupBody,
} from '../../../../shared/protocol/index.ts'
import { addDelegation, changeGroup, createGroup, listDelegations, listGroups, readGroup } from '../../../meetings/index.ts'
import { type Route, route } from '../route.ts'

/** Groups and their delegations. */
export const groupRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/groups',
    summary: 'The groups in which you have a place.',
    who: 'group.read',
    query: pageQuery,
    status: 200,
    answer: pageOf(groupAnswer),
    handle: ({ at, caller, query }) => listGroups(at, caller, query),
  }),
  route({
    method: 'post',
    path: '/groups',
    summary: 'A new group; you become its coordinator.',
    who: 'administrator',
    body: createGroupBody,
    status: 201,
    answer: groupAnswer,
    handle: ({ at, caller, body }) => createGroup(at, caller, body),
  }),
  route({
    method: 'get',
    path: '/groups/:groupId',
    summary: 'One group, and what you are in it.',
    who: 'group.read',
    status: 200,
    answer: groupAnswer,
    handle: ({ at, caller, param }) => readGroup(at, caller, param('groupId')),
  }),
  route({
    method: 'patch',
    path: '/groups/:groupId',
    summary: "Change the group's settings.",
    who: 'group.settings',
    body: patchGroupBody,
    status: 200,
    answer: groupAnswer,
    handle: ({ at, caller, param, body }) => changeGroup(at, caller, param('groupId'), body),
  }),
  route({
    method: 'get',
    path: '/groups/:groupId/delegations',
    summary: 'The delegations of the group.',
    who: 'group.read',
    query: pageQuery,
    status: 200,
    answer: pageOf(delegationAnswer),
    handle: ({ at, caller, param, query }) => listDelegations(at, caller, param('groupId'), query),
  }),
  route({
    method: 'post',
    path: '/groups/:groupId/delegations',
    summary: 'Add a state (its code is the three-letter ISO 3166 code) or an organization.',
    who: 'delegations.manage',
    body: createDelegationBody,
    status: 201,
    answer: delegationAnswer,
    handle: ({ at, caller, param, body }) => addDelegation(at, caller, param('groupId'), body),
  }),
]
