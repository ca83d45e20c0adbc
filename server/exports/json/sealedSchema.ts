import { z } from 'zod'
import {
  actor,
  attendanceState,
  basis,
  block,
  date,
  delegationType,
  due,
  fixing,
  head,
  id,
  interventionKind,
  membership,
  millis,
  movement,
  paper,
  partyStatus,
  progress,
  purpose,
  richText,
  standing,
  status,
  words,
} from './shapes.ts'

const partyName = z.strictObject({ name: words, code: words.nullable() })
const placed = {
  key: z.string().min(1).max(120).describe('Stays with the part from version to version'),
  item: id.nullable(),
  number: z.string().max(120).nullable().describe('What people cite: "7", "7 bis", "A3"'),
}

const turn = z.strictObject({
  speaker: partyName.nullable(),
  type: delegationType.nullable(),
  intervention: interventionKind,
  onBehalfOf: words.nullable(),
  asObserver: z.boolean(),
  startedAt: millis,
  ms: z.number(),
})

const attendee = z.strictObject({
  name: words,
  code: words.nullable(),
  type: delegationType,
  partyStatus: partyStatus.nullable(),
  membership,
  region: words.nullable(),
  state: attendanceState,
  delegates: z.array(z.strictObject({ name: words, function: words.nullable() })),
  movements: z.array(movement),
})

const line = z.strictObject({
  delegationType,
  party: partyName.nullable(),
  statedCount: words.nullable(),
  note: words.nullable(),
})

/** One part of a version. */
export const part = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('item'),
    ...placed,
    title: richText,
    lead: partyName.nullable(),
    purpose: purpose.nullable(),
    minutes: z.number().nullable(),
    usedMs: z.number(),
    progress: z.enum(['notBegun', ...progress.options]),
    papers: z.array(paper),
    carriedOverFrom: words.nullable(),
  }),
  z.strictObject({ kind: z.literal('note'), ...placed, block }),
  z.strictObject({
    kind: z.literal('outcome'),
    ...placed,
    label: z.string().nullable(),
    verb: words,
    actor: partyName.nullable(),
    text: richText,
    standing: standing.nullable(),
    fixing: fixing.nullable(),
  }),
  z.strictObject({ kind: z.literal('qualifier'), ...placed, outcome: id, word: words, text: richText }),
  z.strictObject({
    kind: z.literal('target'),
    ...placed,
    figure: z.number(),
    atLeast: z.boolean(),
    what: richText,
    event: words.nullable(),
    whose: words.nullable(),
  }),
  z.strictObject({
    kind: z.literal('action'),
    ...placed,
    task: richText,
    outcome: id.nullable(),
    lead: partyName.nullable(),
    partners: z.array(partyName),
    due,
    basis,
    status,
  }),
  z.strictObject({
    kind: z.literal('review'),
    ...placed,
    action: id,
    meeting: id,
    meetingTitle: words,
    meetingDate: date.nullable(),
    label: words.nullable(),
    task: words,
    lead: partyName.nullable(),
    status: status.nullable(),
    note: words.nullable(),
  }),
  z.strictObject({ kind: z.literal('speakers'), ...placed, turns: z.array(turn) }),
  z.strictObject({ kind: z.literal('attendance'), ...placed, entries: z.array(attendee), lines: z.array(line) }),
])

/** What a fingerprint is made of. */
export const sealed = z.strictObject({
  head: z.strictObject({ meetingId: id, group: words, head, spent: z.array(words) }),
  parts: z.array(
    z.union([
      z.strictObject({ salt: z.string().regex(/^[A-Za-z0-9_-]{22}$/), part }),
      z.strictObject({ hash: z.string().regex(/^[0-9a-f]{64}$/) }),
    ]),
  ),
})

/** What a version is, beside its number and its fingerprint. */
export const published = z.strictObject({
  kind: z.enum(['room', 'circulated', 'adopted', 'corrigendum', 'addendum', 'withdrawn']),
  revision: z.int().nullable(),
  at: millis,
  actor: actor.nullable(),
  reason: words.nullable(),
  corrections: z
    .array(z.strictObject({ part: z.string(), number: z.string().nullable(), before: words, after: words }))
    .describe('Of a corrigendum: old and new words'),
  adoption: z
    .strictObject({ at: millis, how: z.enum(['decision', 'silence']), actor: actor.nullable() })
    .nullable()
    .describe('How the record became firm'),
})
