import * as Y from 'yjs'
import { type PersonId, refuse } from '../../shared/base/index.ts'
import type { ClientIds } from './ClientIds.ts'
import { readUpdate } from './readUpdate.ts'

interface Log {
  readonly doc: Y.Doc
  readonly ids: Pick<ClientIds, 'ownerOf'>
}

/**
 * Whether a copy holds words of others that the log does not have. What anybody has of others the server told, and it tells what is stored:
 * so the log was set back since, by a restore or behind the server's back, and the copy is of another past (DECIDED 11).
 */
export function isAheadOf({ doc, ids }: Log, stateVector: Uint8Array, person: PersonId): boolean {
  return ahead(doc, stateVector).some((clientId) => {
    const owner = ids.ownerOf(clientId)
    return owner !== null && owner !== person
  })
}

/** The same for a device that says under which ids it has words of its own on their way: under any other it can only have what was stored. */
export function hasLostWords(log: Log, stateVector: Uint8Array, person: PersonId, onTheirWay: readonly number[]): boolean {
  if (isAheadOf(log, stateVector, person)) return true
  // So many that not all of them could be named: then nothing follows from a name that is missing.
  if (onTheirWay.length >= mostNamed) return false
  return ahead(log.doc, stateVector).some((clientId) => !onTheirWay.includes(clientId))
}

/** What is said to a copy of another past. */
export const otherPast = refuse('otherEpoch', 'The server was restored from an earlier state; your copy is kept.')

/**
 * Whether an update holds words under ids that nobody here has had, beside the one under which its sender writes now: after a restore
 * they may be others' words of the lost time, and must not become the sender's. Who has not shown a place yet writes under one id.
 */
export function bringsUnknown(ids: Pick<ClientIds, 'ownerOf'>, update: Uint8Array, shown: number | null): boolean {
  const read = readUpdate(update)
  // What is wrong with it is the judgement's to say.
  if (!read.ok) return false
  const unknown = [...read.value.structs.keys()].filter((clientId) => ids.ownerOf(clientId) === null)
  return unknown.length > (shown === null ? 1 : 0)
}

/** As many ids fit into the question at the door. */
const mostNamed = 20

function ahead(doc: Y.Doc, stateVector: Uint8Array): readonly number[] {
  return [...Y.decodeStateVector(stateVector)].flatMap(([clientId, clock]) =>
    clock > Y.getState(doc.store, clientId) ? [clientId] : [],
  )
}
