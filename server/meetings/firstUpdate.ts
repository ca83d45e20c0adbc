import { createRecordDocument, type RecordEdit } from '../../shared/record/index.ts'
import type { Random } from '../base/index.ts'

/** The first update of a new record, under a client id that no other document has used. */
export function firstUpdate(random: Random, edits: readonly RecordEdit[]): Uint8Array {
  const clientId = Buffer.from(random(4)).readUInt32BE()
  const made = createRecordDocument(edits, clientId)
  // The edits are our own, so a refusal is a fault of ours and no answer to anybody.
  if (!made.ok) throw new Error(`A new record could not be written: ${made.refusal.message}`)
  return made.value
}
