import { z } from 'zod'
import { actions, roles } from '../access/index.ts'
import { isId } from '../base/index.ts'
import { reportParts, sourceKinds } from '../report/index.ts'
import { lineOf } from '../session/index.ts'

const id = z.string()
const phase = z.enum(['planned', 'inSession', 'suspended', 'draft', 'circulated', 'adopted'])
const actor = z.strictObject({ role: z.enum(roles).nullable(), name: z.string().nullable() })

/** A report out of one or several meetings of the group; its first words are composed from their records. */
export const createReportBody = z.strictObject({
  meetingIds: z.array(z.string().refine(isId, 'is not an id')).min(1).max(20),
  title: lineOf(300).optional(),
  /** BCP 47; else the language of the newest of the meetings. */
  language: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)
    .optional(),
  /** Also what is closed to observers, knowingly: else it is left out and counted. */
  withClosed: z.boolean().optional(),
})

const source = z.strictObject({
  meetingId: id.nullable(),
  kind: z.enum(sourceKinds),
  id: z.string().nullable(),
  version: z.int().nullable(),
  hash: z.string(),
})

/** What a source says now, in the report's language; `reportable` is false where it may not stand in a report any more. */
export const presentSourceSchema = z.strictObject({
  words: z.string(),
  hash: z.string(),
  version: z.int().nullable(),
  address: z.string().nullable(),
  reportable: z.boolean(),
})

const sentence = z.strictObject({
  id,
  part: z.enum(reportParts),
  order: z.string(),
  text: z.string(),
  source: source.nullable(),
  removed: z.boolean(),
  /** Of an outcome that stands: "1", "2" … through the whole report. */
  number: z.string().nullable(),
  sourceState: z.enum(['same', 'changed', 'removed', 'own']),
  present: presentSourceSchema.nullable(),
})

const leftOut = z.strictObject({ notAgreed: z.int(), closed: z.int() })

const reportedMeeting = z.strictObject({
  meetingId: id,
  title: z.string(),
  startsAt: z.string().nullable(),
  symbol: z.string().nullable(),
  phase,
  version: z.int().nullable(),
  fingerprint: z.string().nullable(),
})

const line = {
  reportId: id,
  groupId: id,
  meetingIds: z.array(id),
  title: z.string(),
  language: z.string(),
  withClosed: z.boolean(),
  createdAt: z.string(),
  createdBy: actor,
  words: z.int(),
  readingSeconds: z.int(),
}

/** One line of a group's list of reports. */
export const reportLineAnswer = z.strictObject(line)

/** The whole report as plain data: `ReportView` of shared/report. */
export const reportViewSchema = z.strictObject({
  ...line,
  parts: z.array(z.strictObject({ part: z.enum(reportParts), sentences: z.array(sentence) })),
  removed: z.array(sentence),
  meetings: z.array(reportedMeeting),
  leftOut,
})

/** A report and what the caller is to it. */
export const reportAnswer = reportViewSchema.extend({
  groupName: z.string(),
  you: z.strictObject({ role: z.enum(roles), delegationId: id.nullable(), name: z.string() }),
  rights: z.array(z.enum(actions)),
})

/** What the sources of a report say now: by `sourceKey` of shared/report, the meetings, and what was left out. */
export const sourcesNowSchema = z.strictObject({
  present: z.record(z.string(), presentSourceSchema),
  meetings: z.array(reportedMeeting),
  leftOut,
})

/** What a report is, beside its words. */
export const reportHeadSchema = z.strictObject({
  reportId: id,
  groupId: id,
  meetingIds: z.array(id),
  title: z.string(),
  language: z.string(),
  withClosed: z.boolean(),
  createdAt: z.int(),
  createdBy: actor,
})

export type ReportLineAnswer = z.infer<typeof reportLineAnswer>
export type ReportAnswer = z.infer<typeof reportAnswer>
