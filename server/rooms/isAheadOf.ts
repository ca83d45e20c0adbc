import * as Y from 'yjs'
import type { PersonId } from '../../shared/base/index.ts'
import type { ClientIds } from './ClientIds.ts'

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

/** As many ids fit into the question at the door. */
const mostNamed = 20

function ahead(doc: Y.Doc, stateVector: Uint8Array): readonly number[] {
  return [...Y.decodeStateVector(stateVector)].flatMap(([clientId, clock]) =>
    clock > Y.getState(doc.store, clientId) ? [clientId] : [],
  )
}
