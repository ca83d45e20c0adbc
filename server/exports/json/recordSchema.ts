import { z } from 'zod'
import { published, sealed } from './sealedSchema.ts'
import {
  actor,
  attendanceState,
  basis,
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
  party,
  partyStatus,
  phase,
  progress,
  purpose,
  richText,
  standing,
  status,
  words,
} from './shapes.ts'

const speaker = z.strictObject({
  delegation: id.nullable(),
  name: words,
  code: words.nullable(),
  type: delegationType.nullable(),
})

const intervention = z.strictObject({
  id,
  item: id.nullable(),
  speaker: speaker.nullable(),
  type: delegationType.nullable(),
  intervention: interventionKind,
  onBehalfOf: words.nullable(),
  asObserver: z.boolean(),
  startedAt: millis,
  ms: z.number(),
})

const attendee = z.strictObject({
  party,
  name: words,
  code: words.nullable(),
  type: delegationType,
  partyStatus: partyStatus.nullable(),
  membership,
  region: words.nullable(),
  state: attendanceState,
  delegates: z.array(
    z.strictObject({ person: id.nullable(), name: words, function: words.nullable(), hasLeft: z.literal(true).optional() }),
  ),
  movements: z.array(movement),
})

const carried = z.strictObject({
  action: id,
  meeting: id,
  meetingTitle: words,
  meetingDate: date.nullable(),
  number: words.nullable(),
  task: words,
  lead: party.nullable(),
  due,
  status,
  closed: z.boolean(),
})

const session = z.strictObject({
  phase,
  history: z.array(z.strictObject({ phase, at: millis, actor })),
  standings: z.record(id, standing.nullable()),
  fixings: z.record(id, z.array(fixing)),
  statuses: z.record(id, status),
  closedItems: z.array(id),
  closed: z.boolean(),
  attendance: z.array(
    z.strictObject({ delegationType, party: party.nullable(), statedCount: words.nullable(), note: words.nullable() }),
  ),
  attending: z.array(attendee),
  proceedings: z.record(
    id,
    z.strictObject({
      progress,
      openedAt: millis.nullable(),
      closedAt: millis.nullable(),
      usedMs: z.number(),
      extraMinutes: z.number(),
    }),
  ),
  interventions: z.array(intervention),
  reviewing: z
    .strictObject({ item: id, actions: z.array(carried) })
    .nullable()
    .describe('The item that reviews actions of earlier meetings, with these as they were taken down'),
  reviews: z
    .array(z.strictObject({ action: id, meeting: id, status: status.nullable(), note: words.nullable(), at: millis, actor }))
    .describe('What was said of actions of earlier meetings'),
})

const item = z.strictObject({
  id,
  number: z.string().nullable(),
  parent: id.nullable(),
  order: z.string(),
  title: richText,
  notes: richText,
  lead: party.nullable(),
  purpose: purpose.nullable(),
  minutes: z.number().nullable(),
  papers: z.array(paper),
  carriedOverFrom: words.nullable(),
  closed: z.boolean(),
  progress: z.enum(['notBegun', 'begun', 'closed', 'putOff']),
  usedMs: z.number(),
  extraMinutes: z.number(),
  removed: z.literal(false),
})

const outcome = z.strictObject({
  id,
  item: id,
  number: z.string().nullable(),
  order: z.string(),
  kind: words.describe('The operative verb; empty when none is chosen'),
  actor: party.nullable(),
  text: richText,
  qualifiers: z.array(z.strictObject({ id, order: z.string(), kind: words, text: richText })),
  standing: standing.nullable().describe('Null: the source does not say'),
  fixing: fixing.nullable(),
  removed: z.literal(false),
})

const action = z.strictObject({
  id,
  item: id,
  outcome: id.nullable(),
  number: z.string().nullable(),
  order: z.string(),
  task: richText,
  lead: party.nullable(),
  partners: z.array(party),
  due,
  basis,
  status,
  removed: z.literal(false),
})

const target = z.strictObject({
  id,
  item: id,
  outcome: id.nullable(),
  order: z.string(),
  figure: z.number(),
  atLeast: z.boolean(),
  what: richText,
  event: words.nullable(),
  whose: words.nullable(),
  removed: z.literal(false),
})

/** The record export: everything of one record that whoever asked may see, with what is needed to read it. */
export const recordExportSchema = z
  .strictObject({
    format: z.literal('rapporteur.record'),
    formatVersion: z.literal(1),
    generatedAt: z.string().describe('ISO 8601 in UTC'),
    group: z.strictObject({ id, name: words }),
    version: z.int().nullable().describe('Null while the record is not circulated'),
    fingerprint: z.string().nullable().describe('SHA-256 of the canonical record, in hex; null while it is not circulated'),
    published: published
      .nullable()
      .default(null)
      .describe('What the version is: how the record came to say this. Null while it is not circulated'),
    sealed: sealed
      .nullable()
      .describe(
        'What the fingerprint is made of; a part that was not to be shown is its hash. Null where there is no fingerprint',
      ),
    delegations: z.record(id, z.strictObject({ name: words, code: words })).describe('Those that the record names, by id'),
    record: z.strictObject({
      meetingId: id,
      head,
      session,
      items: z.array(item),
      outcomes: z.array(outcome),
      actions: z.array(action),
      targets: z.array(target),
    }),
  })
  .meta({ title: 'A record of a meeting', description: 'One record as Rapporteur exports it. Unknown fields do not occur.' })

export type RecordExportFile = z.infer<typeof recordExportSchema>

/** The schema as JSON Schema (draft 2020-12), for the programs of others. */
export function recordJsonSchema(address: string): Readonly<Record<string, unknown>> {
  return { ...z.toJSONSchema(recordExportSchema, { io: 'output', unrepresentable: 'any' }), $id: address }
}
