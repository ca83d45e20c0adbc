import * as Y from 'yjs'
import { type MeetingId, ok, type Result, refuse } from '../base/index.ts'
import type { SessionSide } from './assemble.ts'
import { judgeUpdate } from './judge/judgeUpdate.ts'
import { readRecord } from './reader.ts'
import { type RecordLists, recordDocumentFrom } from './recordDocumentFrom.ts'
import type { MeetingRecord } from './types.ts'

/** The first update of a record, and how it reads: what could not be written as it was is seen here before it is stored. */
export interface FirstUpdate {
  readonly update: Uint8Array
  readonly read: (meetingId: MeetingId, session: SessionSide) => MeetingRecord
}

/**
 * The first update of a record that was a record before: the same entries under the same ids, in the order of the lists. Only the server
 * calls it, with a client id of its own. Refuses what no client could have written, by the very rules of the gate.
 */
export function createRecordFrom(lists: RecordLists, clientId: number): Result<FirstUpdate> {
  const twice = [lists.items, lists.outcomes, lists.actions, lists.targets].some(
    (list) => list.length !== new Set(list.map(({ id }) => id)).size,
  )
  if (twice) return refuse('shape', 'Two entries have one id.')
  const doc = recordDocumentFrom(lists, clientId)
  const update = Y.encodeStateAsUpdate(doc)
  const { structs, ds } = Y.decodeUpdate(update)
  const judged = judgeUpdate(new Y.Doc(), { structs: structs.filter((one) => one instanceof Y.Item), ds })
  if (!judged.ok) return refuse(judged.code, judged.message)
  return ok({ update, read: (meetingId, session) => readRecord(doc, meetingId, session) })
}
