import { archiveAnswer, archiveQuery, searchAnswer, searchQuery } from '../../../../shared/protocol/index.ts'
import { listArchive, listWholeArchive, searchRecords } from '../../../meetings/index.ts'
import { type Route, route } from '../route.ts'

/** Past records: search and archive. */
export const searchRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/search',
    summary:
      'Search every record that you may read. `q` has words, "phrases", word*, -not, and filters such as standing:agreed; the last word may be a beginning.',
    who: 'record.read',
    query: searchQuery,
    status: 200,
    answer: searchAnswer,
    handle: ({ at, caller, query }) => searchRecords(at, caller, query),
  }),
  route({
    method: 'get',
    path: '/groups/:groupId/archive',
    summary: 'The records of the group in lines, the latest meeting first.',
    who: 'record.read',
    query: archiveQuery,
    status: 200,
    answer: archiveAnswer,
    handle: ({ at, caller, param, query }) => listArchive(at, caller, param('groupId'), query),
  }),
  route({
    method: 'get',
    path: '/archive',
    summary: 'The records of all groups in which you have a place, in lines, the latest meeting first.',
    who: 'record.read',
    query: archiveQuery,
    status: 200,
    answer: archiveAnswer,
    handle: ({ at, caller, query }) => listWholeArchive(at, caller, query),
  }),
]
