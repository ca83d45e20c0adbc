import { recordQuery } from '../../../../shared/protocol/index.ts'
import { recordExports, registerExports } from '../../../exports/index.ts'
import { exportRecord, exportRegister } from '../../../meetings/index.ts'
import { fileRoute, type Route } from '../route.ts'

/** Documents: of one meeting, and registers of a group. What the caller may not see is in none of them. */
export const exportRoutes: readonly Route[] = [
  fileRoute({
    path: '/meetings/:meetingId/exports/:name',
    summary: `A document of the meeting, as it is now or as one of its versions has it: ${recordExports.join(', ')}. JSON follows the schema at /api/schemas/record.json.`,
    who: 'record.read',
    query: recordQuery,
    handle: ({ at, caller, param, query }) =>
      exportRecord(at, caller, param('meetingId'), { name: param('name'), version: query.version }),
  }),
  fileRoute({
    path: '/groups/:groupId/exports/:name',
    summary: `A register of the group's meetings: ${registerExports.join(', ')}.`,
    who: 'group.read',
    handle: ({ at, caller, param }) => exportRegister(at, caller, param('groupId'), param('name')),
  }),
]
