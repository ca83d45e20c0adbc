import {
  type DocumentId,
  type MeetingId,
  ok,
  type PersonId,
  type ReportId,
  type Result,
  refuse,
} from '../../../shared/base/index.ts'
import type { Append, Aside, Authorship, Binding, Documents, StoredDocument } from '../port.ts'
import type { Write } from './KeyValue.ts'
import { isName, keys, ranges } from './keys.ts'
import { Damaged, readDocument } from './readDocument.ts'
import { type DocumentHead, sealAside, unsealAside, unsealAuthors } from './rows.ts'
import type { SyncedLog } from './SyncedLog.ts'
import { seal, sealJson, unsealJson } from './seal.ts'
import type { Turns } from './Turns.ts'

/** Live documents in the log. Every change of one document waits its turn, reads the head, and lands in one batch with it. */
export class EmbeddedDocuments implements Documents {
  readonly #log: SyncedLog
  readonly #turns: Turns
  /** What is in bytes that this process has sealed or read itself: a key need not read its document's head anew. */
  readonly #heads = new WeakMap<Uint8Array, DocumentHead>()

  constructor(log: SyncedLog, turns: Turns) {
    this.#log = log
    this.#turns = turns
  }

  async create(documentId: DocumentId, kind: StoredDocument['kind'], first: Uint8Array): Promise<Result<null>> {
    if (!isName(documentId)) throw new Error('A document id has a letter that no id has')
    return this.#turns.take(documentId, async () => {
      if ((await this.#head(documentId)) !== null) return conflict
      await this.#log.write(firstWrites(documentId, kind, first))
      return ok(null)
    })
  }

  async load(documentId: DocumentId): Promise<Result<StoredDocument>> {
    if (!isName(documentId)) return unknown
    const document = await readDocument(this.#log, documentId)
    if (document !== null) return ok(document)
    // A record is made together with its meeting, so without it something is lost: that is no "not found" (D9).
    const meeting = await this.#log.get(keys.meeting(meetingOf(documentId)))
    if (meeting !== undefined) throw new Damaged(`document ${documentId}`, 'its meeting is there and it is not')
    // A report, too, is made together with its document; its id has the same letters under another brand.
    const report = await this.#log.get(keys.report(documentId as string as ReportId))
    if (report !== undefined) throw new Damaged(`document ${documentId}`, 'its report is there and it is not')
    return unknown
  }

  append(documentId: DocumentId, append: Append): Promise<Result<number>> {
    return this.#change(documentId, async (head) => {
      if (head.isFrozen === true && (append.frame !== null || append.bindings.length > 0)) return frozen
      if (head.seq !== append.after) return refuse('stale', 'The document has changed since; load it again.')
      const bindings = await this.#newBindings(documentId, append.bindings)
      if (!bindings.ok) return bindings
      const asides = await this.#newAsides(documentId, append.asides)
      const seq = append.frame === null ? head.seq : head.seq + 1
      const writes = [...bindings.value, ...asides.writes, ...authorWrites(documentId, seq, append)]
      if (append.frame !== null) writes.push(frameWrite(documentId, seq, append.frame))
      if (writes.length === 0) return ok(seq)
      await this.#log.write([
        ...writes,
        this.#headWrite(documentId, { ...head, seq, asideCount: head.asideCount + asides.added }),
      ])
      return ok(seq)
    })
  }

  async seqOf(documentId: DocumentId): Promise<number | null> {
    return isName(documentId) ? ((await this.#head(documentId))?.seq ?? null) : null
  }

  compact(documentId: DocumentId, upTo: number, snapshot: Uint8Array): Promise<Result<null>> {
    return this.#change(documentId, async (head) => {
      if (head.isFrozen === true) return frozen
      if (upTo <= head.snapshotSeq || upTo > head.seq) return refuse('stale', 'The document was compacted meanwhile.')
      const key = keys.snapshot(documentId)
      const writes: Write[] = [{ type: 'put', key, value: seal(key, snapshot) }]
      for (let seq = head.snapshotSeq + 1; seq <= upTo; seq++) writes.push({ type: 'del', key: keys.frame(documentId, seq) })
      await this.#log.write([...writes, this.#headWrite(documentId, { ...head, snapshotSeq: upTo })])
      return ok(null)
    })
  }

  async authors(documentId: DocumentId): Promise<readonly Authorship[]> {
    if (!isName(documentId)) return []
    const found: Authorship[] = []
    for await (const [key, value] of this.#log.entries(ranges.authors(documentId))) found.push(...unsealAuthors(key, value))
    return found
  }

  async asides(documentId: DocumentId, person?: PersonId): Promise<readonly Aside[]> {
    if (!isName(documentId)) return []
    const found: Aside[] = []
    for await (const [key, value] of this.#log.entries(ranges.asides(documentId))) found.push(unsealAside(key, value))
    return found
      .filter((aside) => person === undefined || aside.person === person)
      .sort((one, other) => one.at - other.at || (one.id < other.id ? -1 : 1))
  }

  removeAside(documentId: DocumentId, asideId: string): Promise<Result<null>> {
    return this.#change(documentId, async (head) => {
      const key = keys.aside(documentId, asideId)
      if (!isName(asideId) || (await this.#log.get(key)) === undefined) return refuse('notFound', 'There is no such text aside.')
      await this.#log.write([{ type: 'del', key }, this.#headWrite(documentId, { ...head, asideCount: head.asideCount - 1 })])
      return ok(null)
    })
  }

  /** The one door to a stored document's change. Whoever goes through it asks the head whether the record is frozen (S3). */
  async #change<T>(documentId: DocumentId, change: (head: DocumentHead) => Promise<Result<T>>): Promise<Result<T>> {
    if (!isName(documentId)) return unknown
    return this.#turns.take(documentId, async () => {
      const head = await this.#head(documentId)
      return head === null ? unknown : change(head)
    })
  }

  async #head(documentId: DocumentId): Promise<DocumentHead | null> {
    const key = keys.head(documentId)
    const sealed = await this.#log.get(key)
    if (sealed === undefined) return null
    const known = this.#heads.get(sealed)
    if (known !== undefined) return known
    const head = unsealJson<DocumentHead>(key, sealed)
    this.#heads.set(sealed, head)
    return head
  }

  #headWrite(documentId: DocumentId, head: DocumentHead): Write {
    const write = headWrite(documentId, head)
    this.#heads.set(write.value, head)
    return write
  }

  /** Known bindings are skipped; one that belongs to somebody else is refused here too, whatever the gate thought. */
  async #newBindings(documentId: DocumentId, bindings: readonly Binding[]): Promise<Result<Write[]>> {
    const writes: Write[] = []
    for (const { clientId, person } of bindings) {
      const key = keys.binding(documentId, clientId)
      const sealed = await this.#log.get(key)
      if (sealed === undefined) writes.push({ type: 'put', key, value: sealJson(key, person) })
      else if (unsealJson<string>(key, sealed) !== person)
        return refuse('foreignClient', 'This client id belongs to somebody else.')
    }
    return ok(writes)
  }

  async #newAsides(documentId: DocumentId, asides: readonly Aside[]): Promise<{ writes: Write[]; added: number }> {
    const writes: Write[] = []
    let added = 0
    for (const aside of asides) {
      if (!isName(aside.id)) throw new Error('An aside has an id that is not one')
      const key = keys.aside(documentId, aside.id)
      if ((await this.#log.get(key)) === undefined) added += 1
      writes.push({ type: 'put', key, value: sealAside(key, aside) })
    }
    return { writes, added }
  }
}

const unknown = refuse('notFound', 'There is no such document.')
const conflict = refuse('conflict', 'This document is already there.')
const frozen = refuse('frozen', 'This record was adopted; its text can no longer change.')

/** What a new document begins with; also used by the batch that makes a meeting. */
export function firstWrites(
  documentId: DocumentId,
  kind: StoredDocument['kind'],
  first: Uint8Array,
  { isFrozen = false }: { readonly isFrozen?: boolean } = {},
): readonly Write[] {
  const head = { kind, seq: 1, snapshotSeq: 0, asideCount: 0, ...(isFrozen ? { isFrozen: true as const } : {}) }
  return [frameWrite(documentId, 1, first), headWrite(documentId, head)]
}

function headWrite(documentId: DocumentId, head: DocumentHead): Write & { readonly type: 'put' } {
  const key = keys.head(documentId)
  return { type: 'put', key, value: sealJson(key, head) }
}

function frameWrite(documentId: DocumentId, seq: number, frame: Uint8Array): Write {
  const key = keys.frame(documentId, seq)
  return { type: 'put', key, value: seal(key, frame) }
}

function authorWrites(documentId: DocumentId, seq: number, append: Append): readonly Write[] {
  // Without a frame there is nothing that they could have written.
  if (append.frame === null || append.authors.length === 0) return []
  const key = keys.authors(documentId, seq)
  return [{ type: 'put', key, value: sealJson(key, append.authors) }]
}

function meetingOf(documentId: DocumentId): MeetingId {
  // The same letters under another brand, by DECIDED 10.
  return documentId as string as MeetingId
}
