import { createHash } from 'node:crypto'
import * as Y from 'yjs'
import type { MeetingRecord } from '../../shared/record/index.ts'

/** A record in a few letters: the same for the same record, in whatever order its fields were made. */
export function canonical(record: MeetingRecord): string {
  return createHash('sha256')
    .update(JSON.stringify(sorted(record)))
    .digest('hex')
    .slice(0, 16)
}

/** Keys in one order: what was made in another order is the same record. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  )
}

/** What of the second document the first one lacks, in a few words; null for nothing. */
export function lacking(doc: Y.Doc, other: Y.Doc): string | null {
  return lackingClocks(doc, Y.decodeStateVector(Y.encodeStateVector(other)))
}

/** What a document lacks of these clocks; null when it has them all. */
export function lackingClocks(doc: Y.Doc, clocks: ReadonlyMap<number, number>): string | null {
  const known = Y.decodeStateVector(Y.encodeStateVector(doc))
  for (const [client, clock] of clocks) {
    if ((known.get(client) ?? 0) < clock) return `${client}: ${known.get(client) ?? 0} of ${clock}`
  }
  return null
}
