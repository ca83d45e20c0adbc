import { createLog, createNewId, systemClock, systemRandom } from '../../../server/base/index.ts'
import { CannotOpen, openStorage, type Storage } from '../../../server/storage/index.ts'
import type { DocumentId, PersonId } from '../../../shared/base/index.ts'

/** What the process tells: `stored` only after storage acknowledged. */
export type StorageTold =
  | { readonly kind: 'open' }
  | {
      readonly kind: 'stored'
      readonly documentId: string
      readonly seq: number
      readonly content: string
      readonly asideId: string
    }
  | { readonly kind: 'people'; readonly count: number }

const [dataDir = '', roomCount = '1', mode = 'load', ...documentIds] = process.argv.slice(2)
const newId = createNewId(systemRandom())
const person = 'a:victim' as PersonId

function tell(told: StorageTold): void {
  process.send?.(told)
}

try {
  const storage = await openStorage({ dataDir, clock: systemClock(), log: createLog({ level: 'silent' }) })
  tell({ kind: 'open' })
  if (mode === 'load') {
    const rooms = documentIds.slice(0, Number(roomCount)) as DocumentId[]
    await Promise.all([...rooms.map((documentId) => write(storage, documentId)), sign(storage)])
  } else {
    // Only holds the folder. The channel to the parent would not keep it alive.
    setInterval(() => {}, 60_000)
  }
} catch (error) {
  process.stderr.write(`${error instanceof CannotOpen ? error.message : String(error)}\n`)
  process.exit(1)
}

/** One room's life: append after append, now and then a compaction, until the process dies. */
async function write(storage: Storage, documentId: DocumentId): Promise<never> {
  for (;;) {
    const loaded = await storage.documents.load(documentId)
    let seq = loaded.ok ? loaded.value.seq : await begin(storage, documentId)
    for (let turn = 0; turn < 40; turn++) {
      const content = `${documentId} ${newId()} ${'.'.repeat(Math.floor(Math.random() * 600))}`
      const asideId: string = newId()
      const aside = {
        id: asideId,
        person,
        at: systemClock().now(),
        place: null,
        text: content,
        reason: 'locked',
        update: null,
      } as const
      const frame = new TextEncoder().encode(`${content}\n`)
      const stored = await storage.documents.append(documentId, { after: seq, frame, bindings: [], asides: [aside], authors: [] })
      if (!stored.ok) throw new Error(stored.refusal.message)
      seq = stored.value
      tell({ kind: 'stored', documentId, seq, content, asideId })
    }
    await compact(storage, documentId)
  }
}

async function begin(storage: Storage, documentId: DocumentId): Promise<number> {
  await storage.documents.create(documentId, 'record', new TextEncoder().encode('first\n'))
  return 1
}

/** The snapshot of this text document is all of its frames in a row. */
async function compact(storage: Storage, documentId: DocumentId): Promise<void> {
  const loaded = await storage.documents.load(documentId)
  if (!loaded.ok) throw new Error(loaded.refusal.message)
  const { snapshot, frames, seq } = loaded.value
  const done = await storage.documents.compact(documentId, seq, Buffer.concat([snapshot ?? new Uint8Array(), ...frames]))
  if (!done.ok) throw new Error(done.refusal.message)
}

/** Somebody signs in again and again: the JSON file is rewritten all the time. */
async function sign(storage: Storage): Promise<never> {
  for (;;) {
    const signed = await storage.directory.people.update((people) => {
      const administrators = [...people.administrators, newId()]
      return { ok: true, value: { value: { ...people, administrators }, result: administrators.length } }
    })
    if (signed.ok) tell({ kind: 'people', count: signed.value })
  }
}
