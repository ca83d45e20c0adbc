import {
  asideAnswer,
  createReportBody,
  pageOf,
  pageQuery,
  reportAnswer,
  reportLineAnswer,
} from '../../../../shared/protocol/index.ts'
import { reportExports } from '../../../exports/index.ts'
import {
  createReport,
  exportReport,
  listReportAsides,
  listReports,
  readReport,
  settleReportAside,
} from '../../../meetings/index.ts'
import { fileRoute, type Route, route } from '../route.ts'

/** Reports to the formal meeting. Observers are answered as if there were none. */
export const reportRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/groups/:groupId/reports',
    summary: 'The reports of the group, newest first. With a seat in one meeting: those made from it alone.',
    who: 'report.read',
    query: pageQuery,
    status: 200,
    answer: pageOf(reportLineAnswer),
    handle: ({ at, caller, param, query }) => listReports(at, caller, param('groupId'), query),
  }),
  route({
    method: 'post',
    path: '/groups/:groupId/reports',
    summary:
      'A report composed from meetings of the group, in the order of such statements; from then on edited together. `leftOut` counts what was not taken in.',
    who: 'report.make',
    body: createReportBody,
    status: 201,
    answer: reportAnswer,
    handle: ({ at, caller, param, body }) => createReport(at, caller, param('groupId'), body),
  }),
  route({
    method: 'get',
    path: '/reports/:reportId',
    summary: 'A report as plain data: each sentence with where it comes from, and whether that says something else now.',
    who: 'report.read',
    status: 200,
    answer: reportAnswer,
    handle: ({ at, caller, param }) => readReport(at, caller, param('reportId')),
  }),
  fileRoute({
    path: '/reports/:reportId/exports/:name',
    summary: `A report as a document: ${reportExports.join(', ')}.`,
    who: 'report.read',
    handle: ({ at, caller, param }) => exportReport(at, caller, param('reportId'), param('name')),
  }),
  route({
    method: 'get',
    path: '/reports/:reportId/asides',
    summary: 'Words that the report did not take: your own; for the office also those typed into something deleted.',
    who: 'report.read',
    query: pageQuery,
    status: 200,
    answer: pageOf(asideAnswer),
    handle: ({ at, caller, param, query }) => listReportAsides(at, caller, param('reportId'), query),
  }),
  route({
    method: 'delete',
    path: '/reports/:reportId/asides/:asideId',
    summary: 'Let go of words kept aside, for good.',
    who: 'report.read',
    status: 204,
    answer: null,
    handle: ({ at, caller, param }) => settleReportAside(at, caller, param('reportId'), param('asideId')),
  }),
]
