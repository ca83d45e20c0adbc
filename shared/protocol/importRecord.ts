import { z } from 'zod'

const id = z.string()

/** What would come of bringing a record in again, before it is done; and what came of it. */
export const importPreviewAnswer = z.strictObject({
  title: z.string(),
  startsAt: z.string().nullable(),
  /** How firm it arrives: planned, draft or adopted. */
  phase: z.enum(['planned', 'draft', 'adopted']),
  /** The version that comes with it, kept under its number; null for a draft that is none. */
  version: z.strictObject({ number: z.int(), kind: z.string(), fingerprint: z.string() }).nullable(),
  /** The fingerprint that this copy names and cannot bring along, because parts of it are not shown. */
  cannotProve: z.string().nullable(),
  /** How many parts are not shown in the copy. */
  hiddenParts: z.int(),
  from: z.strictObject({ meetingId: id, groupName: z.string(), generatedAt: z.string() }),
  counts: z.strictObject({
    items: z.int(),
    outcomes: z.int(),
    actions: z.int(),
    targets: z.int(),
    attending: z.int(),
  }),
  /** Delegations of the copy that this group has, by name and nameplate. */
  matched: z.array(z.string()),
  /** Those that it does not have: they come as words. */
  asWords: z.array(z.string()),
  /** Meetings of this group that hold this record already. */
  alreadyHere: z.array(z.strictObject({ meetingId: id, title: z.string() })),
})

/** The same, with the meeting that was made. */
export const importAnswer = importPreviewAnswer.extend({ meetingId: id })

export type ImportPreviewAnswer = z.infer<typeof importPreviewAnswer>
export type ImportAnswer = z.infer<typeof importAnswer>
