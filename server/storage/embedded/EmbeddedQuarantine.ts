import { type DocumentId, ok, type Result, refuse } from '../../../shared/base/index.ts'
import type { CopyBody, CopyBounds, CopyDecision, Quarantine, StoredCopy } from '../quarantine.ts'
import type { Write } from './KeyValue.ts'
import { isName, keys, ranges } from './keys.ts'
import { Damaged } from './readDocument.ts'
import type { SyncedLog } from './SyncedLog.ts'
import { seal, sealJson, unseal, unsealJson } from './seal.ts'
import type { Turns } from './Turns.ts'

/** Copies from before a restore in the log: a row each, bodies by their hash, a row for each decision. */
export class EmbeddedQuarantine implements Quarantine {
  readonly #log: SyncedLog
  readonly #turns: Turns

  constructor(log: SyncedLog, turns: Turns) {
    this.#log = log
    this.#turns = turns
  }

  add(copy: StoredCopy, body: CopyBody, bounds: CopyBounds): Promise<Result<StoredCopy>> {
    const { documentId, copyId, sha256 } = copy
    for (const name of [documentId, copyId, sha256]) if (!isName(name)) throw new Error('A copy has an id that is not one')
    return this.#turns.take(`copies of ${documentId}`, async () => {
      const there = await this.list(documentId)
      const known = there.find((one) => one.copyId === copyId)
      if (known !== undefined) {
        return known.person === copy.person ? ok(known) : refuse('conflict', 'This id belongs to another copy.')
      }
      const same = there.find((one) => one.person === copy.person && one.sha256 === sha256)
      if (same !== undefined) return ok(same)
      const full = fullOf(there, copy, bounds)
      if (full !== null) return refuse('overLimit', full)
      await this.#log.write([
        json(keys.copy(documentId, copyId), copy),
        ...(there.some((one) => one.sha256 === sha256) ? [] : [bodyWrite(copy, body)]),
      ])
      return ok(copy)
    })
  }

  async list(documentId: DocumentId): Promise<readonly StoredCopy[]> {
    const copies = await this.#all<StoredCopy>(documentId, ranges.copies(documentId))
    return copies.sort((one, other) => one.at - other.at || (one.copyId < other.copyId ? -1 : 1))
  }

  async body(documentId: DocumentId, sha256: string): Promise<CopyBody | null> {
    if (!isName(documentId) || !isName(sha256)) return null
    const key = keys.copyBody(documentId, sha256)
    const sealed = await this.#log.get(key)
    if (sealed === undefined) return null
    try {
      const value = unseal(key, sealed)
      const length = new DataView(value.buffer, value.byteOffset, value.byteLength).getUint32(0)
      // Bytes of their own: a slice of a Buffer would be a view of what the store may use again.
      return { raw: Uint8Array.from(value.subarray(4, 4 + length)), read: Uint8Array.from(value.subarray(4 + length)) }
    } catch (error) {
      throw damaged(documentId, error)
    }
  }

  remove(documentId: DocumentId, copyId: string): Promise<Result<null>> {
    return this.#turns.take(`copies of ${documentId}`, async () => {
      const there = await this.list(documentId)
      const copy = there.find((one) => one.copyId === copyId)
      if (copy === undefined) return refuse('notFound', 'There is no such copy.')
      const shared = there.some((one) => one !== copy && one.sha256 === copy.sha256)
      await this.#log.write([
        { type: 'del', key: keys.copy(documentId, copyId) },
        ...(shared ? [] : [{ type: 'del' as const, key: keys.copyBody(documentId, copy.sha256) }]),
      ])
      return ok(null)
    })
  }

  async decisions(documentId: DocumentId): Promise<readonly CopyDecision[]> {
    return this.#all<CopyDecision>(documentId, ranges.copyDecisions(documentId))
  }

  decide(documentId: DocumentId, decision: CopyDecision, most: number): Promise<Result<null>> {
    if (!isName(documentId) || !isName(decision.variantId)) throw new Error('A decision has an id that is not one')
    return this.#turns.take(`copies of ${documentId}`, async () => {
      const key = keys.copyDecision(documentId, decision.variantId)
      const isNew = (await this.#log.get(key)) === undefined
      if (isNew && (await this.decisions(documentId)).length >= most) {
        return refuse('overLimit', 'More was decided here than is kept.')
      }
      await this.#log.write([json(key, decision)])
      return ok(null)
    })
  }

  async #all<T>(documentId: DocumentId, range: { readonly from: string; readonly before: string }): Promise<T[]> {
    if (!isName(documentId)) return []
    const found: T[] = []
    for await (const [key, sealed] of this.#log.entries(range)) {
      try {
        found.push(unsealJson<T>(key, sealed))
      } catch (error) {
        throw damaged(documentId, error)
      }
    }
    return found
  }
}

function fullOf(there: readonly StoredCopy[], copy: StoredCopy, bounds: CopyBounds): string | null {
  const own = there.filter((one) => one.person === copy.person)
  if (own.length >= bounds.copiesEach || sum(own) + copy.bytes > bounds.bytesEach)
    return 'You have brought as many copies as are kept.'
  if (there.length >= bounds.copies) return 'As many copies of this record are kept as may be.'
  // Bodies that say the same are stored once.
  const bodies = [...new Map(there.map((one) => [one.sha256, one])).values()].filter((one) => one.sha256 !== copy.sha256)
  return sum(bodies) + copy.bytes > bounds.bytes ? 'As much of this record is kept as may be.' : null
}

function sum(copies: readonly StoredCopy[]): number {
  return copies.reduce((bytes, copy) => bytes + copy.bytes, 0)
}

/** The bytes as they came behind their length, then what was read out of them. */
function bodyWrite({ documentId, sha256 }: StoredCopy, { raw, read }: CopyBody): Write {
  const key = keys.copyBody(documentId, sha256)
  const value = new Uint8Array(4 + raw.length + read.length)
  new DataView(value.buffer).setUint32(0, raw.length)
  value.set(raw, 4)
  value.set(read, 4 + raw.length)
  return { type: 'put', key, value: seal(key, value) }
}

function json(key: string, value: unknown): Write {
  return { type: 'put', key, value: sealJson(key, value) }
}

function damaged(documentId: DocumentId, error: unknown): Damaged {
  return new Damaged(`returned copies of document ${documentId}`, 'stored bytes do not fit their checksum', error)
}
