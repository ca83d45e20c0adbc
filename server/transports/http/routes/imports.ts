import { z } from 'zod'
import { importAnswer, importPreviewAnswer } from '../../../../shared/protocol/index.ts'
import { recordExportSchema } from '../../../exports/index.ts'
import { importRecord, previewImport } from '../../../meetings/index.ts'
import { type Route, route } from '../route.ts'

/** Three times the longest record that was ever measured with two thousand outcomes. */
const maxBytes = 8 * 1024 * 1024
/** Lists within lists are drawn nine deep at most; a copy that goes deeper than this was never an export. */
const maxDepth = 100

/** The JSON of a record, strictly as it goes out. What is nested without end is not looked into. */
const body = z.preprocess((value) => (isDeeper(value, maxDepth) ? null : value), recordExportSchema)

/** Records brought in again out of our own JSON. */
export const importRoutes: readonly Route[] = [
  route({
    method: 'post',
    path: '/groups/:groupId/meetings/import/preview',
    summary: 'What would come of a record.json (its schema: /api/schemas/record.json) brought into this group. Changes nothing.',
    who: 'meeting.create',
    body,
    maxBytes,
    status: 200,
    answer: importPreviewAnswer,
    handle: ({ at, caller, param, body }) => previewImport(at, caller, param('groupId'), body),
  }),
  route({
    method: 'post',
    path: '/groups/:groupId/meetings/import',
    summary:
      'A meeting made of a record.json: the same parts under the same fingerprint. A firm version arrives firm; a copy that does not bear out its fingerprint is refused, and one that does not show all arrives as a draft.',
    who: 'meeting.create',
    body,
    maxBytes,
    status: 201,
    answer: importAnswer,
    handle: ({ at, caller, param, body }) => importRecord(at, caller, param('groupId'), body),
  }),
]

/** Looked through level by level, so that no depth can exhaust the stack. */
function isDeeper(value: unknown, depth: number): boolean {
  let level: unknown[] = [value]
  for (let at = 0; at <= depth; at += 1) {
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []))
    if (level.length === 0) return false
  }
  return true
}
