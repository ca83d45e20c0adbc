import {
  actionsAnswer,
  actionsQuery,
  commandAnswer,
  ledgerCommandBody,
  outcomesAnswer,
  outcomesQuery,
  progressBody,
  progressNotedAnswer,
} from '../../../../shared/protocol/index.ts'
import {
  commandLedger,
  listActions,
  listAllActions,
  listAllOutcomes,
  listOutcomes,
  recordProgress,
} from '../../../meetings/index.ts'
import { type Route, route } from '../route.ts'

/** The registers of outcomes and actions over all meetings, and the later facts that they hold. */
export const registerRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/groups/:groupId/outcomes',
    summary:
      'The register of outcomes, newest meeting first: kind, standing and since when, and what later facts say (superseded, implemented). Lists have commas between their values.',
    who: 'group.read',
    query: outcomesQuery,
    status: 200,
    answer: outcomesAnswer,
    handle: ({ at, caller, param, query }) => listOutcomes(at, caller, param('groupId'), query),
  }),
  route({
    method: 'get',
    path: '/groups/:groupId/actions',
    summary:
      'The register of actions, overdue first: who, until when or by which event, and how far each has come. `ours` is what your delegation leads or takes part in.',
    who: 'group.read',
    query: actionsQuery,
    status: 200,
    answer: actionsAnswer,
    handle: ({ at, caller, param, query }) => listActions(at, caller, param('groupId'), query),
  }),
  route({
    method: 'get',
    path: '/outcomes',
    summary: 'The outcomes of all your groups.',
    who: 'group.read',
    query: outcomesQuery,
    status: 200,
    answer: outcomesAnswer,
    handle: ({ at, caller, query }) => listAllOutcomes(at, caller, query),
  }),
  route({
    method: 'get',
    path: '/actions',
    summary: 'The actions of all your groups.',
    who: 'group.read',
    query: actionsQuery,
    status: 200,
    answer: actionsAnswer,
    handle: ({ at, caller, query }) => listAllActions(at, caller, query),
  }),
  route({
    method: 'post',
    path: '/groups/:groupId/commands',
    summary:
      "A later fact or a proposal in the group's register; `id` makes it happen once. Records do not change by it, nor do their fingerprints.",
    who: 'register.progressOwn',
    body: ledgerCommandBody,
    status: 200,
    answer: commandAnswer,
    handle: ({ at, caller, param, body }) => commandLedger(at, caller, param('groupId'), body),
  }),
  route({
    method: 'post',
    path: '/actions/:actionId/progress',
    summary: 'How far an action of an adopted record has come: a status, a note, or both. Send an `id` to be able to try again.',
    who: 'register.progressOwn',
    body: progressBody,
    status: 200,
    answer: progressNotedAnswer,
    handle: ({ at, caller, param, body }) => recordProgress(at, caller, param('actionId'), body),
  }),
]
