import { z } from 'zod'
import { refusalCodes } from '../base/index.ts'
import { sessionCommandSchema } from '../session/index.ts'
import { reportHeadSchema, sourcesNowSchema } from './report.ts'

/** Yjs bytes travel as base64 text: a text packet in one piece is encoded once for all receivers and is the same over polling. */
const base64 = z
  .string()
  .max(1_400_000)
  .regex(/^[A-Za-z0-9+/]*={0,2}$/)
/** In what records and reports share, `meetingId` is the id of the document: a record's is its meeting's, a report's its own (DECIDED 10). */
const meetingId = z.string().max(30)
const updateId = z.string().min(1).max(40)

/** Client → server. Each has an answer (`Answer<…>`); what does not fit its schema is refused as `invalid`. */
export const clientEvents = {
  /** Come into a meeting. Answer: `Joined`. */
  'meeting.join': z.strictObject({
    meetingId,
    schemaVersion: z.int().min(1).max(1_000_000),
    /** The epoch of the local copy; null when there is none. */
    epoch: z.string().max(40).nullable(),
    /** Yjs state vector of the local copy (base64); null for none. Ignored for readers. */
    stateVector: base64.nullable(),
    /** The Yjs client ids under which this device writes or has unsaved words. */
    clientIds: z.array(z.int().min(0).max(0xffffffff)).max(20),
    /** A screen on the wall: plain data whatever the role, and nobody in the list of those present. */
    screen: z.boolean().optional(),
  }),
  /** Come into a report. Answer: `ReportJoined`; updates, sync, presence and leaving then go by its id, as those of a record do. */
  'report.join': z.strictObject({
    reportId: z.string().max(30),
    schemaVersion: z.int().min(1).max(1_000_000),
    epoch: z.string().max(40).nullable(),
    stateVector: base64.nullable(),
    clientIds: z.array(z.int().min(0).max(0xffffffff)).max(20),
  }),
  /** Asks for the hour at the server, in ms since 1970. Answer: `{ now }`. Clocks on screens are drawn from it. */
  'clock.ask': z.strictObject({}),
  'meeting.leave': z.strictObject({ meetingId }),
  /** One update of one's own. Answer after it is on disk: `{ ok: true }` means saved. */
  'record.update': z.strictObject({ meetingId, updateId, update: base64 }),
  /** Ask for what is missing (after a doubt). Answer: `{ update }`. */
  'record.sync': z.strictObject({ meetingId, stateVector: base64 }),
  /** Where I am: item, and caret as Yjs relative positions; null when away. */
  'presence.set': z.strictObject({
    meetingId,
    clientId: z.int().min(0).max(0xffffffff),
    state: z
      .strictObject({
        item: z.string().max(30).nullable(),
        /** The text that has the caret: `outcomes/<id>/text`. */
        field: z.string().max(80).nullable(),
        cursor: z.strictObject({ anchor: z.unknown(), head: z.unknown() }).nullable(),
        away: z.boolean(),
      })
      .nullable(),
  }),
  /** A command of the session; its own id makes it happen once. Answer: `{ seq }`. */
  'session.command': z.strictObject({ meetingId, command: sessionCommandSchema }),
} as const

export const refusalSchema = z.strictObject({
  code: z.enum(refusalCodes),
  message: z.string(),
  /** Which reason behind the code (`shared/session/reasons.ts`). */
  reason: z.string().optional(),
  /** Id of a fault of ours, for `internal` only; the log has the rest. */
  fault: z.string().optional(),
})

const person = z.strictObject({
  /** Opaque, one per connection. */
  connection: z.string(),
  clientId: z.int().nullable(),
  name: z.string(),
  function: z.string().nullable(),
  role: z.string(),
  /** Nameplate ("THA") and the delegation's name; null for people of the secretariat or without delegation. */
  code: z.string().nullable(),
  delegation: z.string().nullable(),
  delegationId: z.string().nullable(),
  delegationType: z.string().nullable(),
  /** 1 to 8, chosen by the server so that neighbours differ. */
  colour: z.int().min(1).max(8),
  state: z
    .strictObject({ item: z.string().nullable(), field: z.string().nullable(), cursor: z.unknown(), away: z.boolean() })
    .nullable(),
})
export type Person = z.infer<typeof person>

/** Server → client. `record` and `session` objects are `MeetingRecord` and `SessionState` as in shared/record and shared/session. */
export const serverEvents = {
  /** How many events this line was told since it stands, without these: whoever heard another number comes in again (C2). */
  'line.told': z.strictObject({ count: z.int().min(0) }),
  /** A merged frame of stored updates (pen holders only). */
  'record.frame': z.strictObject({ meetingId, frame: base64, seq: z.int() }),
  /** Session data changed: to everybody, less what is closed to observers. `change` is a `PlainChange` of the `SessionState` numbered `from`. */
  'session.changed': z.strictObject({ meetingId, from: z.int(), version: z.int(), change: z.unknown(), now: z.int() }),
  /** The whole record as plain data for a reader; then changes: the top-level lists that differ, entry by entry. */
  'view.record': z.strictObject({ meetingId, version: z.int(), record: z.unknown() }),
  'view.change': z.strictObject({ meetingId, from: z.int(), version: z.int(), change: z.unknown() }),
  /** All people of the meeting that changed; `gone` are connections that left. */
  'presence.changed': z.strictObject({ meetingId, people: z.array(person), gone: z.array(z.string()) }),
  /** Not saving / saving again, so that the page can say so within two seconds. */
  'storage.changed': z.strictObject({ meetingId, saving: z.boolean() }),
  /** Words kept aside that you may see (`GET …/asides`) came or went; `count` is how many there are now. */
  'aside.changed': z.strictObject({ meetingId, count: z.int() }),
  /** A copy from before a restore was brought, decided about or let go of (`GET …/copies`): ask anew. To those who decide about them. */
  'copies.changed': z.strictObject({ meetingId, turn: z.int() }),
  /** Comments came, were withdrawn or answered: ask for them anew (`GET …/comments`). To all who may read them; `turn` grows with each change. */
  'comments.changed': z.strictObject({ meetingId, turn: z.int() }),
  /** A report whole (`ReportView`), to those who read it; at most four a second. */
  'report.view': z.strictObject({ meetingId, version: z.int(), report: z.unknown() }),
  /** What the sources of a report say now has changed; to those who hold its document. */
  'report.sources': z.strictObject({ meetingId, sources: sourcesNowSchema }),
  /** You are out of this meeting: code from the refusal list, one sentence. The client comes in again only for rightsChanged, restarting, notSaving. */
  'meeting.closed': z.strictObject({ meetingId, code: z.enum(refusalCodes), message: z.string() }),
} as const

/** The answer to every client event. */
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: z.infer<typeof refusalSchema> }

export const joinedSchema = z.strictObject({
  meetingId,
  groupId: z.string(),
  /** `pen`: has the document; `reader`: gets `view.record` events. */
  mode: z.enum(['pen', 'reader']),
  /** Why there is no pen: the role, the phase, an older schema, or a screen on the wall. Null for pens. */
  readerBecause: z.enum(['role', 'phase', 'outdated', 'screen']).nullable(),
  /** Who you are to the session: your own requests for the floor carry it. */
  personId: z.string(),
  role: z.string(),
  rules: z.strictObject({ participantsEdit: z.enum(['everything', 'agenda']), participantsEditDraft: z.boolean() }),
  epoch: z.string(),
  schemaVersion: z.int(),
  /** For pens: what the client lacks, and what the server has (both settled). Null for readers. */
  update: base64.nullable(),
  stateVector: base64.nullable(),
  seq: z.int(),
  /** The `SessionState`, whole; `session.changed` goes on from `sessionVersion`. */
  session: z.unknown(),
  sessionVersion: z.int(),
  you: person,
  people: z.array(person),
  saving: z.boolean(),
  /** Server time in ms, so that a client can show server hours. */
  now: z.int(),
})
export type Joined = z.infer<typeof joinedSchema>

/** The answer to `report.join`. */
export const reportJoinedSchema = joinedSchema
  .omit({ meetingId: true, session: true, sessionVersion: true, rules: true })
  .extend({ report: reportHeadSchema, sources: sourcesNowSchema })
export type ReportJoined = z.infer<typeof reportJoinedSchema>
export type ClientEventName = keyof typeof clientEvents
export type ServerEventName = keyof typeof serverEvents
export type ClientEvent<Name extends ClientEventName> = z.infer<(typeof clientEvents)[Name]>
export type ServerEvent<Name extends ServerEventName> = z.infer<(typeof serverEvents)[Name]>
