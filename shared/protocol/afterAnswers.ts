import { z } from 'zod'
import { roles } from '../access/index.ts'
import { delegationTypes } from './http.ts'

// What HTTP answers once a record has versions. Parts of a paper are `Part` of shared/record: plain data through and through.

const instant = z.string()
const id = z.string()
const actor = z.strictObject({ role: z.enum(roles).nullable(), name: z.string().nullable() })

/** One version in the list of versions. */
export const versionLineAnswer = z.strictObject({
  number: z.int(),
  kind: z.enum(['room', 'circulated', 'adopted', 'corrigendum', 'addendum', 'withdrawn']),
  /** 1 for the first circulated text, 2 for the next; null for other kinds. */
  revision: z.int().nullable(),
  at: instant,
  /** Null where nobody did it: adoption by silence. */
  actor: actor.nullable(),
  /** SHA-256 in hexadecimal. */
  fingerprint: z.string(),
  reason: z.string().nullable(),
})

/** One version whole. `sealed` is what the fingerprint is made of; a part that the caller may not see is its hash. */
export const versionAnswer = z.strictObject({
  version: versionLineAnswer,
  sealed: z.strictObject({
    head: z.unknown(),
    parts: z.array(z.union([z.strictObject({ salt: z.string(), part: z.unknown() }), z.strictObject({ hash: z.string() })])),
  }),
  /** Of a corrigendum: old and new words. */
  corrections: z.array(
    z.strictObject({ part: z.string(), number: z.string().nullable(), before: z.string(), after: z.string() }),
  ),
})

/** Who wrote in a part, as far as the attribution rule lets it be kept. */
const writer = z.strictObject({
  delegation: id.nullable(),
  name: z.string().nullable(),
  code: z.string().nullable(),
  type: z.enum(delegationTypes).nullable(),
})

/** Two versions side by side, part by part, in the reading order of the second. */
export const compareAnswer = z.strictObject({
  from: versionLineAnswer,
  to: versionLineAnswer,
  changes: z.array(
    z.strictObject({
      key: z.string(),
      kind: z.string(),
      what: z.enum(['same', 'changed', 'added', 'removed']),
      /** `Part`, as the first and the second have it; null where it is not there. */
      before: z.unknown(),
      after: z.unknown(),
      words: z.array(z.strictObject({ what: z.enum(['same', 'added', 'removed']), text: z.string() })),
      /** What else of it differs: lead, due, standing … */
      fields: z.array(z.string()),
      /** Whose words came in between, each once; empty where nothing of it is kept. */
      writers: z.array(writer),
    }),
  ),
})

/** A comment, correction or objection to one paragraph. */
export const commentAnswer = z.strictObject({
  commentId: id,
  version: z.int(),
  part: z.string(),
  number: z.string().nullable(),
  what: z.enum(['comment', 'correction', 'objection']),
  text: z.string(),
  /** The paragraph's words as they were, and as they should be; null without a suggestion. */
  before: z.string().nullable(),
  suggestion: z.string().nullable(),
  /** Null where the attribution rule keeps nobody's name. */
  author: writer.nullable(),
  yours: z.boolean(),
  at: instant,
  answer: z
    .strictObject({ answer: z.enum(['takenIn', 'takenInPart', 'notTaken']), word: z.string(), at: instant, actor })
    .nullable(),
  withdrawnAt: instant.nullable(),
})

/** What to look at before the record goes out: `Finding` of shared/session. */
export const checksAnswer = z.strictObject({
  findings: z.array(z.strictObject({ check: z.string(), part: z.string(), id: id.nullable(), number: z.string().nullable() })),
})

export type VersionLineAnswer = z.infer<typeof versionLineAnswer>
export type VersionAnswer = z.infer<typeof versionAnswer>
export type CompareAnswer = z.infer<typeof compareAnswer>
export type CommentAnswer = z.infer<typeof commentAnswer>
export type ChecksAnswer = z.infer<typeof checksAnswer>
