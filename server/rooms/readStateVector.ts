import * as decoding from 'lib0/decoding'
import { ok, type Result, refuse } from '../../shared/base/index.ts'

const maxBytes = 128 * 1024
const maxEntries = 10_000

/** Checks a state vector before Yjs sees it: its size, its count and its last byte (B3). Gives back a copy of its own. */
export function readStateVector(bytes: Uint8Array): Result<Uint8Array> {
  if (bytes.length > maxBytes) return refuse('tooLarge', 'This state vector is too large.')
  try {
    const decoder = decoding.createDecoder(bytes)
    const count = decoding.readVarUint(decoder)
    if (count > maxEntries) return refuse('tooLarge', 'This state vector is too large.')
    for (let entry = 0; entry < count * 2; entry += 1) decoding.readVarUint(decoder)
    if (decoder.pos !== bytes.length) return refuse('malformed', 'These bytes are not a state vector.')
    return ok(bytes.slice())
  } catch {
    // The decoder ran over the end of what was sent.
    return refuse('malformed', 'These bytes are not a state vector.')
  }
}
