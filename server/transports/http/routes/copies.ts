import { bringCopyQuery, copiesAnswer, copyAnswer, copyMaxBytes, decideCopyBody } from '../../../../shared/protocol/index.ts'
import { bringCopy, decideCopy, letGoCopy, listCopies, readCopyText } from '../../../meetings/index.ts'
import { fileRoute, type Route, route } from '../route.ts'

/** Copies of a record from before the server was restored: brought, looked at, decided about. */
export const copyRoutes: readonly Route[] = [
  route({
    method: 'post',
    path: '/meetings/:meetingId/copies',
    summary:
      'Bring the copy of the record that a device held before the server was restored (bytes as `packCopy` in shared/protocol makes them). It is kept beside the record and never merged; the same `copyId` again is the same copy.',
    who: 'copy.bring',
    takesFile: true,
    maxBytes: copyMaxBytes,
    query: bringCopyQuery,
    status: 200,
    answer: copyAnswer,
    handle: ({ at, caller, param, query, file }) => bringCopy(at, caller, param('meetingId'), { ...query, packed: file }),
  }),
  route({
    method: 'get',
    path: '/meetings/:meetingId/copies',
    summary:
      'Copies from before a restore: your own; for coordinator and rapporteur all of them, with what differs from the record.',
    who: 'copy.bring',
    status: 200,
    answer: copiesAnswer,
    handle: ({ at, caller, param }) => listCopies(at, caller, param('meetingId')),
  }),
  fileRoute({
    path: '/meetings/:meetingId/copies/:copyId/text',
    summary: 'The words of a copy from before a restore as plain text, as a download.',
    who: 'copy.bring',
    handle: ({ at, caller, param }) => readCopyText(at, caller, param('meetingId'), param('copyId')),
  }),
  route({
    method: 'post',
    path: '/meetings/:meetingId/copies/decisions',
    summary:
      'Remember that a difference was taken in or declined. Changes nothing in the record: taking in is an edit like any other.',
    who: 'copy.settle',
    body: decideCopyBody,
    status: 204,
    answer: null,
    handle: ({ at, caller, param, body }) => decideCopy(at, caller, param('meetingId'), body),
  }),
  route({
    method: 'delete',
    path: '/meetings/:meetingId/copies/:copyId',
    summary: 'Let go of a copy from before a restore, for good.',
    who: 'copy.settle',
    status: 204,
    answer: null,
    handle: ({ at, caller, param }) => letGoCopy(at, caller, param('meetingId'), param('copyId')),
  }),
]
