import type { DocumentId } from '../../../shared/base/index.ts'
import type { Binding, StoredDocument } from '../port.ts'
import { keys, partsOf, ranges } from './keys.ts'
import { type DocumentHead, unsealPerson } from './rows.ts'
import type { SyncedLog } from './SyncedLog.ts'
import { unseal, unsealJson } from './seal.ts'

/** Something stored cannot be read whole. It is named, and never taken for an empty one (D9, D13). */
export class Damaged extends Error {
  readonly what: string
  readonly why: string

  constructor(what: string, why: string, cause?: unknown) {
    super(`${what} is damaged: ${why}`, { cause })
    this.what = what
    this.why = why
  }
}

/** Reads a document in one look at the log. Null when there is nothing at all of it; throws `Damaged` when a part is missing. */
export async function readDocument(log: SyncedLog, documentId: DocumentId): Promise<StoredDocument | null> {
  const what = `document ${documentId}`
  try {
    return assemble(documentId, await collect(log, documentId))
  } catch (error) {
    if (error instanceof Damaged) throw error
    throw new Damaged(what, error instanceof Error ? error.message : 'unreadable', error)
  }
}

interface Collected {
  head: DocumentHead | null
  snapshot: Uint8Array | null
  readonly frames: { readonly key: string; readonly frame: Uint8Array }[]
  readonly bindings: Binding[]
}

async function collect(log: SyncedLog, documentId: DocumentId): Promise<Collected> {
  const found: Collected = { head: null, snapshot: null, frames: [], bindings: [] }
  for await (const [key, sealed] of log.entries(ranges.document(documentId))) {
    const { part, rest } = partsOf(key)
    if (part === 'head') found.head = unsealJson<DocumentHead>(key, sealed)
    else if (part === 'snapshot') found.snapshot = unseal(key, sealed)
    else if (part === 'f') found.frames.push({ key, frame: unseal(key, sealed) })
    else if (part === 'b') found.bindings.push({ clientId: Number(rest), person: unsealPerson(key, sealed) })
    else throw new Error(`unknown part ${part}`)
  }
  return found
}

function assemble(documentId: DocumentId, found: Collected): StoredDocument | null {
  const { head, snapshot, frames, bindings } = found
  const what = `document ${documentId}`
  if (head === null) {
    if (snapshot === null && frames.length === 0 && bindings.length === 0) return null
    throw new Damaged(what, 'its head is missing')
  }
  if (head.snapshotSeq > 0 !== (snapshot !== null)) throw new Damaged(what, 'head and snapshot do not belong together')
  if (frames.length !== head.seq - head.snapshotSeq) throw new Damaged(what, 'the number of frames is wrong')
  frames.forEach(({ key }, index) => {
    const seq = head.snapshotSeq + 1 + index
    if (key !== keys.frame(documentId, seq)) throw new Damaged(what, `frame ${seq} is missing`)
  })
  return {
    documentId,
    kind: head.kind,
    snapshot,
    frames: frames.map(({ frame }) => frame),
    seq: head.seq,
    bindings,
    asideCount: head.asideCount,
    isFrozen: head.isFrozen === true,
  }
}
