import { recordQuery, registerExportQuery } from '../../../../shared/protocol/index.ts'
import { amendmentExports, recordExports, registerExports, reportExports } from '../../../exports/index.ts'
import { exportRecord, exportRegister } from '../../../meetings/index.ts'
import { fileRoute, type Route } from '../route.ts'

/** Documents: of one meeting, and registers of a group. What the caller may not see is in none of them. */
export const exportRoutes: readonly Route[] = [
  fileRoute({
    path: '/meetings/:meetingId/exports/:name',
    summary: `A document of the meeting, as it is now or as one of its versions has it: ${recordExports.join(', ')}; of a version that mends or adds: ${amendmentExports.join(', ')}; a report composed of it alone: ${reportExports.join(', ')}. JSON follows the schema at /api/schemas/record.json.`,
    who: 'record.read',
    query: recordQuery,
    handle: ({ at, caller, param, query }) =>
      exportRecord(at, caller, param('meetingId'), { name: param('name'), version: query.version }),
  }),
  // Before the registers, one of which it is: the only address at which a calendar program may sign in its own way.
  fileRoute({
    path: '/groups/:groupId/exports/calendar.ics',
    summary:
      "The group's meetings and what falls due, for calendar programs to subscribe to: HTTP Basic with a personal token as password, whatever the user's name. Nothing else can be opened that way.",
    who: 'group.read',
    query: registerExportQuery,
    acceptsBasic: true,
    handle: ({ at, caller, param, query }) => exportRegister(at, caller, param('groupId'), { ...query, name: 'calendar.ics' }),
  }),
  fileRoute({
    path: '/groups/:groupId/exports/:name',
    summary: `A register of the group's meetings: ${registerExports.join(', ')}. Takes the filters of the registers.`,
    who: 'group.read',
    query: registerExportQuery,
    handle: ({ at, caller, param, query }) => exportRegister(at, caller, param('groupId'), { ...query, name: param('name') }),
  }),
]
