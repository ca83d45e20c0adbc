import {
  checksAnswer,
  commentAnswer,
  compareAnswer,
  pageOf,
  pageQuery,
  versionAnswer,
  versionLineAnswer,
} from '../../../../shared/protocol/index.ts'
import { checkDraft, compareVersions, listComments, listVersions, readVersion } from '../../../meetings/index.ts'
import { type Route, route } from '../route.ts'

/** The record after its meeting: versions, differences, comments, what to look at before it goes out. */
export const afterRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/meetings/:meetingId/versions',
    summary: 'The versions of the record, oldest first: as recorded in the room, circulated, adopted, and what followed.',
    who: 'record.read',
    query: pageQuery,
    status: 200,
    answer: pageOf(versionLineAnswer),
    handle: ({ at, caller, param, query }) => listVersions(at, caller, param('meetingId'), query),
  }),
  route({
    method: 'get',
    path: '/meetings/:meetingId/versions/:number',
    summary:
      'One version with all that its fingerprint is made of: SHA-256 over the canonical JSON (RFC 8785) of {head, parts}, parts being a list of hashes, each SHA-256 over the salt and the canonical part. Parts that you may not see are their hashes.',
    who: 'record.read',
    status: 200,
    answer: versionAnswer,
    handle: ({ at, caller, param }) => readVersion(at, caller, param('meetingId'), param('number')),
  }),
  route({
    method: 'get',
    path: '/meetings/:meetingId/versions/:number/compare/:other',
    summary: 'Two versions side by side, word by word, with whose words came in as far as the attribution rule lets it be told.',
    who: 'record.read',
    status: 200,
    answer: compareAnswer,
    handle: ({ at, caller, param }) => compareVersions(at, caller, param('meetingId'), param('number'), param('other')),
  }),
  route({
    method: 'get',
    path: '/meetings/:meetingId/comments',
    summary: 'Comments, corrections and objections to the circulated text, oldest first, with their answers.',
    who: 'comments.read',
    query: pageQuery,
    status: 200,
    answer: pageOf(commentAnswer),
    handle: ({ at, caller, param, query }) => listComments(at, caller, param('meetingId'), query),
  }),
  route({
    method: 'get',
    path: '/meetings/:meetingId/checks',
    summary: 'What to look at before the record goes out. Warnings, never walls.',
    who: 'record.check',
    status: 200,
    answer: checksAnswer,
    handle: ({ at, caller, param }) => checkDraft(at, caller, param('meetingId')),
  }),
]
