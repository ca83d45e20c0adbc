import { importAnswer, importPreviewAnswer } from '../../../../shared/protocol/index.ts'
import { recordExportSchema } from '../../../exports/index.ts'
import { importRecord, previewImport } from '../../../meetings/index.ts'
import { type Route, route } from '../route.ts'

/** Three times the longest record that was ever measured with two thousand outcomes. */
const maxBytes = 8 * 1024 * 1024

/** Records brought in again out of our own JSON. */
export const importRoutes: readonly Route[] = [
  route({
    method: 'post',
    path: '/groups/:groupId/meetings/import/preview',
    summary: 'What would come of a record.json (its schema: /api/schemas/record.json) brought into this group. Changes nothing.',
    who: 'meeting.create',
    body: recordExportSchema,
    takesFile: 'json',
    maxBytes,
    status: 200,
    answer: importPreviewAnswer,
    handle: ({ at, caller, param, file }) => previewImport(at, caller, param('groupId'), file),
  }),
  route({
    method: 'post',
    path: '/groups/:groupId/meetings/import',
    summary:
      'A meeting made of a record.json: the same parts under the same fingerprint. A firm version arrives firm; a copy that does not bear out its fingerprint is refused, and one that does not show all arrives as a draft.',
    who: 'meeting.create',
    body: recordExportSchema,
    takesFile: 'json',
    maxBytes,
    status: 201,
    answer: importAnswer,
    handle: ({ at, caller, param, file }) => importRecord(at, caller, param('groupId'), file),
  }),
]
