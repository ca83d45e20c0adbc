import * as Y from 'yjs'
import { type MeetingId, makeId, type Result } from '../../../shared/base/index.ts'
import {
  applyEdit,
  type MeetingHead,
  type MeetingRecord,
  type RecordEdit,
  readRecord,
  type SessionSide,
} from '../../../shared/record/index.ts'

/** An id that is the same in every run: `n` written into 16 bytes. */
export function id<Id extends string>(n: number): Id {
  const bytes = new Uint8Array(16)
  new DataView(bytes.buffer).setUint32(12, n)
  new DataView(bytes.buffer).setUint32(0, n * 2_654_435_761)
  return makeId<Id>(bytes)
}

export const meetingId = id<MeetingId>(999_999)

const head: MeetingHead = {
  title: 'Contact group',
  formalMeeting: null,
  startsAt: null,
  endsAt: null,
  timeZone: null,
  place: null,
  links: [],
  language: 'en',
  attribution: 'named',
  symbol: null,
}

export const session: SessionSide = {
  phase: 'inSession',
  history: [],
  standings: {},
  fixings: {},
  statuses: {},
  closedItems: [],
  closed: false,
  attendance: [],
  attending: [],
  proceedings: {},
  interventions: [],
  reviewing: null,
  reviews: [],
  head,
}

/** The value of a result that must be a yes. */
export function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`Refused: ${result.refusal.code} ${result.refusal.message}`)
  return result.value
}

/** The code of a result that must be a no. */
export function refusalOf(result: Result<unknown>): string {
  if (result.ok) throw new Error('This should have been refused')
  return result.refusal.code
}

export function newDoc(clientId: number, ...updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc()
  doc.clientID = clientId
  for (const update of updates) Y.applyUpdate(doc, update)
  return doc
}

export function edit(doc: Y.Doc, ...edits: readonly RecordEdit[]): RecordEdit | null {
  let undo: RecordEdit | null = null
  for (const one of edits) undo = must(applyEdit(doc, one, 'test')).undo
  return undo
}

export function read(doc: Y.Doc): MeetingRecord {
  return readRecord(doc, meetingId, session)
}

/** Runs `act` and gives what it made as one update. */
export function updateOf(doc: Y.Doc, act: () => void): Uint8Array {
  const updates: Uint8Array[] = []
  const listen = (update: Uint8Array): void => {
    updates.push(update)
  }
  doc.on('update', listen)
  act()
  doc.off('update', listen)
  return Y.mergeUpdates(updates)
}

/** Brings each document what the others have, until all are the same. */
export function meet(...docs: readonly Y.Doc[]): void {
  for (const from of docs) {
    for (const to of docs) if (from !== to) Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)))
  }
  for (const from of docs.slice().reverse()) {
    for (const to of docs) if (from !== to) Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)))
  }
}

/** The place for words in a text's first paragraph. */
export function wordsOf(fragment: Y.XmlFragment | null): Y.XmlText {
  const paragraph: unknown = fragment?.get(0)
  const words: unknown = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null
  if (!(words instanceof Y.XmlText)) throw new Error('There is no place for words here')
  return words
}
