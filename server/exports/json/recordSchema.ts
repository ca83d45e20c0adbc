import { z } from 'zod'

const id = z.string()
const millis = z.int().describe('Milliseconds since 1970 in UTC')
const words = z.string()
const party = z
  .union([z.strictObject({ delegation: id }), z.strictObject({ words })])
  .describe('A delegation by its id, or plain words')
const run = z.strictObject({
  text: words,
  bold: z.literal(true).optional(),
  italic: z.literal(true).optional(),
  link: z.string().optional(),
})
const became = z.strictObject({ part: z.enum(['outcome', 'action']), id })
const block = z.union([
  z.strictObject({ kind: z.literal('paragraph'), runs: z.array(run), became: became.optional() }),
  z.strictObject({ kind: z.literal('heading'), level: z.union([z.literal(2), z.literal(3)]), runs: z.array(run) }),
  z.strictObject({
    kind: z.enum(['bulletList', 'orderedList']),
    get items() {
      return z.array(richText)
    },
  }),
])
const richText: z.ZodArray<z.ZodType> = z
  .array(block)
  .meta({ id: 'RichText', description: 'Plain text with marks, block by block. Never HTML.' })
const paper = z.strictObject({ title: words, url: z.string() })
const role = z.enum(['coordinator', 'rapporteur', 'participant', 'observer'])
const actor = z.strictObject({ role: role.nullable(), name: words.nullable() })
const phase = z.enum(['planned', 'inSession', 'suspended', 'draft', 'circulated', 'adopted'])
const standing = z.enum(['proposed', 'bracketed', 'agreed', 'coordinatorView', 'noAgreement', 'deferred'])
const status = z.enum(['open', 'inProgress', 'done', 'dropped'])
const delegationType = z.enum(['state', 'unEntity', 'internationalOrganization', 'ngo', 'other'])
const partyStatus = z.enum(['stateParty', 'notYetInForce', 'signatory', 'stateNotParty'])
const date = z.string().describe('ISO 8601; may be partial: 2002, 2002-09, 2002-09-16, 2002-09-16T13:15')
const fixing = z.strictObject({ standing, at: millis, actor })
const progress = z.enum(['begun', 'closed', 'putOff'])

const head = z.strictObject({
  title: words,
  formalMeeting: words.nullable(),
  startsAt: date.nullable(),
  endsAt: date.nullable(),
  timeZone: z.string().nullable(),
  place: words.nullable(),
  links: z.array(paper),
  language: z.string().describe('BCP 47'),
  attribution: z.enum(['named', 'delegationType', 'none']),
  symbol: words.nullable(),
})

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
  intervention: z.enum(['statement', 'reply', 'pointOfOrder']),
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
  membership: z.enum(['member', 'observer', 'guest']),
  region: words.nullable(),
  state: z.enum(['present', 'apologies', 'absent']),
  delegates: z.array(z.strictObject({ person: id.nullable(), name: words, function: words.nullable() })),
  movements: z.array(z.strictObject({ kind: z.enum(['arrived', 'left']), item: id.nullable(), at: millis })),
})

const due = z.union([z.strictObject({ date }), z.strictObject({ event: words })]).nullable()

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
  purpose: z.enum(['inform', 'discuss', 'agree', 'report']).nullable(),
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
  basis: z.enum(['agreed', 'requested', 'volunteered', 'implied']),
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
    sealed: z
      .strictObject({
        head: z.record(z.string(), z.unknown()),
        parts: z.array(
          z.union([
            z.strictObject({ salt: z.string(), part: z.record(z.string(), z.unknown()) }),
            z.strictObject({ hash: z.string().regex(/^[0-9a-f]{64}$/) }),
          ]),
        ),
      })
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
