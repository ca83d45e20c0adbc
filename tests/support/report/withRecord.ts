import * as Y from 'yjs'
import { createNewId, systemRandom } from '../../../server/base/index.ts'
import type { ItemId, MeetingId } from '../../../shared/base/index.ts'
import { applyEdit, type MeetingRecord, type RecordEdit, readRecord } from '../../../shared/record/index.ts'
import type { ReportInput } from '../../../shared/report/index.ts'
import { newSession, type SessionState } from '../../../shared/session/index.ts'
import { must, session } from '../storageSamples.ts'

export const newId = createNewId(systemRandom())

/** A record made of edits under one item, with what the session says of it. */
export function recordOf(edits: (item: ItemId) => readonly RecordEdit[], facts: Partial<SessionState> = {}): MeetingRecord {
  const doc = new Y.Doc()
  const item: ItemId = newId()
  must(applyEdit(doc, { kind: 'item.add', id: item, parent: null, after: 'last', title: 'Cooperation' }, 'test'))
  for (const edit of edits(item)) must(applyEdit(doc, edit, 'test'))
  const { head } = session(0)
  return readRecord(doc, newId<MeetingId>(), { ...newSession(head), ...facts })
}

/** What a report of these records is composed from; the group says nothing of itself unless given. */
export function inputOf(records: readonly MeetingRecord[], given: Partial<ReportInput> = {}): ReportInput {
  return {
    language: 'en',
    group: { name: 'Contact Group', purpose: '', openTo: '', meets: '', convention: '', coordinator: null, secretariat: null },
    meetings: records.map((record) => ({ meetingId: record.meetingId, record, version: null, fingerprint: null })),
    delegations: [],
    withClosed: false,
    ...given,
  }
}
