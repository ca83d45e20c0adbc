import * as Y from 'yjs'
import { type MeetingId, ok, type Result, refuse } from '../../../shared/base/index.ts'
import { unpackCopy } from '../../../shared/protocol/index.ts'
import { limits, type MeetingHead, plainText, type RecordLists, readRecord } from '../../../shared/record/index.ts'
import { newSession } from '../../../shared/session/index.ts'
import { readUpdate } from '../readUpdate.ts'

/** A whole record is longer than an update: its bytes were counted at the door. */
const readingLimits = { bytes: Number.POSITIVE_INFINITY, structs: 400_000, clients: limits.clientIds }
/** Merging may make a text longer than anybody may; beyond this nobody wrote it. */
const slack = 2

/**
 * Reads the words out of a copy, by the readers that every record is read by. To be called in a thread of its own: what is hostile in a copy
 * ends with it. Foreign authors' words are expected; whose they were cannot be proved any more, so nothing of it is ever applied to a record.
 */
export function readCopy(packed: Uint8Array): Result<RecordLists> {
  const unpacked = unpackCopy(packed)
  if (unpacked === null) return refuse('malformed', 'This is not a copy of a record.')
  const { header, update } = unpacked
  const read = readUpdate(update, readingLimits)
  if (!read.ok) return read
  const doc = new Y.Doc()
  Y.applyUpdate(doc, update)
  if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) {
    return refuse('gap', 'The copy leaves out a part of what it builds on.')
  }
  const session = { ...newSession(noHead), standings: header.standings, statuses: header.statuses }
  // The id stands in nothing that is kept of this.
  const { items, outcomes, actions, targets } = readRecord(doc, 'copy' as MeetingId, session)
  doc.destroy()
  const lists = wellFormed({ items, outcomes, actions, targets })
  const tooMuch = overLimit(lists)
  return tooMuch === null ? ok(lists) : refuse('overLimit', tooMuch)
}

const noHead: MeetingHead = {
  title: '',
  formalMeeting: null,
  startsAt: null,
  endsAt: null,
  timeZone: null,
  place: null,
  links: [],
  language: 'en',
  attribution: 'none',
  symbol: null,
}

function overLimit({ items, outcomes, actions, targets }: RecordLists): string | null {
  const most = Math.max(items.length, outcomes.length, actions.length, targets.length)
  if (most > limits.entries) return 'The copy has more entries than a record may have.'
  const texts = [
    ...items.flatMap((item) => [item.title, item.notes]),
    ...outcomes.flatMap((outcome) => [outcome.text, ...outcome.qualifiers.map((one) => one.text)]),
    ...actions.map((action) => action.task),
    ...targets.map((target) => target.what),
  ]
  const longest = texts.reduce((length, text) => Math.max(length, plainText(text).length), 0)
  return longest > limits.textLength * slack ? 'The copy has a text that is longer than a text may be.' : null
}

/** Half a letter has no canonical form, and no honest keyboard makes one. */
function wellFormed<T>(value: T): T {
  // The same value with other letters in its strings.
  return JSON.parse(JSON.stringify(value), (_key, one: unknown) => (typeof one === 'string' ? one.toWellFormed() : one)) as T
}
