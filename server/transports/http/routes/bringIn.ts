import {
  acceptBringInBody,
  bringInAnswer,
  bringInMaxBytes,
  bringInQuery,
  meetingAnswer,
  meetingSourcesAnswer,
} from '../../../../shared/protocol/index.ts'
import { acceptBringIn, listBringInSources, previewBringIn, readBringInSource } from '../../../meetings/index.ts'
import { fileRoute, type Route, route } from '../route.ts'

/** Old minutes: read, judged by somebody, made into a draft; and the files from which that was done. */
export const bringInRoutes: readonly Route[] = [
  route({
    method: 'post',
    path: '/groups/:groupId/bring-ins',
    summary:
      'Read old minutes (Markdown, HTML, AsciiDoc, DOCX or plain text; the bytes as the body, `name` in the query) and answer with what was found beside its lines. Stores nothing. For minutes with their agenda: send the second file with `with` = the `bringInId` of the first.',
    who: 'meeting.create',
    takesFile: true,
    maxBytes: bringInMaxBytes,
    query: bringInQuery,
    status: 200,
    answer: bringInAnswer,
    handle: ({ at, caller, param, query, file }) => previewBringIn(at, caller, param('groupId'), { ...query, bytes: file }),
  }),
  route({
    method: 'post',
    path: '/groups/:groupId/bring-ins/:bringInId/accept',
    summary:
      'Make a draft out of the finds that are named with `take: true`, perhaps with another `value`; all else stays in the notes. With `whole` nothing is taken but head and text. The files are kept with the meeting.',
    who: 'meeting.create',
    body: acceptBringInBody,
    maxBytes: 2 * 1024 * 1024,
    status: 201,
    answer: meetingAnswer,
    handle: ({ at, caller, param, body }) => acceptBringIn(at, caller, param('groupId'), param('bringInId'), body),
  }),
  route({
    method: 'get',
    path: '/meetings/:meetingId/sources',
    summary: 'The files from which the record was brought in. Empty for most meetings, and where they hold what you may not see.',
    who: 'record.read',
    status: 200,
    answer: meetingSourcesAnswer,
    handle: ({ at, caller, param }) => listBringInSources(at, caller, param('meetingId')),
  }),
  fileRoute({
    path: '/meetings/:meetingId/sources/:sourceId',
    summary: 'One of these files as it came, byte for byte, as a download.',
    who: 'record.read',
    handle: ({ at, caller, param }) => readBringInSource(at, caller, param('meetingId'), param('sourceId')),
  }),
]
