import type { Storage } from '../../../server/storage/index.ts'
import type { DocumentId } from '../../../shared/base/index.ts'
import { append, aside, bytes, contentOf, newId, text } from '../storageSamples.ts'

interface Entry {
  readonly content: string
  readonly asideId: string
}

/** Acts on a store and writes down, outside of it, what was acknowledged; later asks the store whether it kept its word. */
export class Ledger {
  readonly rooms: readonly DocumentId[]
  readonly #acknowledged = new Map<string, Entry[]>()
  readonly #tried = new Set<string>()
  #people = 0
  #count = 0

  constructor(roomCount: number) {
    this.rooms = Array.from({ length: roomCount }, () => newId<DocumentId>())
  }

  /** How many acts were acknowledged. */
  get count(): number {
    return this.#count
  }

  /** One act of a room or of the directory, as the number says. A failing store throws; nothing is noted then. */
  async act(storage: Storage, choice: number): Promise<void> {
    const room = this.rooms[Math.floor(choice * 997) % this.rooms.length]
    if (room === undefined) throw new Error('A ledger needs a room')
    const acted = choice < 0.2 ? this.#signIn(storage) : choice < 0.3 ? this.#compact(storage, room) : this.#write(storage, room)
    await acted
    this.#count += 1
  }

  /** Everything acknowledged is there, in order; whatever else is there was at least tried, once, and came whole. */
  async compare(storage: Storage): Promise<void> {
    const { damaged } = await storage.verify()
    const broken = damaged.filter((one) => one.what !== 'log')
    if (broken.length > 0) throw new Error(`Damaged: ${JSON.stringify(broken)}`)
    const people = storage.directory.people.value.administrators.length
    if (people < this.#people) throw new Error(`Of ${this.#people} sign-ins ${people} are left`)
    for (const room of this.rooms) await this.#compareRoom(storage, room)
  }

  async #compareRoom(storage: Storage, room: DocumentId): Promise<void> {
    const acknowledged = this.#acknowledged.get(room) ?? []
    const loaded = await storage.documents.load(room)
    if (!loaded.ok) {
      if (acknowledged.length > 0) throw new Error(`A room with ${acknowledged.length} acknowledged appends is gone`)
      return
    }
    const lines = contentOf(loaded.value).join('').split('\n').slice(0, -1)
    const asides = new Set((await storage.documents.asides(room)).map((one) => one.id))
    const lost = acknowledged.filter((one) => !lines.includes(one.content) || !asides.has(one.asideId))
    if (lost.length > 0) throw new Error(`Lost: ${lost.length} of ${acknowledged.length} acknowledged appends`)
    const invented = lines.filter((line) => line !== 'first' && !this.#tried.has(line))
    if (invented.length > 0 || new Set(lines).size !== lines.length) throw new Error(`Invented or doubled: ${invented.join()}`)
    const inOrder = lines.filter((line) => acknowledged.some((one) => one.content === line))
    if (inOrder.join() !== acknowledged.map((one) => one.content).join()) throw new Error('The order has changed')
    if (lines.length !== loaded.value.seq || asides.size !== loaded.value.asideCount) throw new Error('The numbers do not fit')
  }

  async #write(storage: Storage, room: DocumentId): Promise<void> {
    const seq = await this.#seq(storage, room)
    const entry = { content: `${newId()}${'.'.repeat(this.#count % 300)}`, asideId: newId<never>() as string }
    this.#tried.add(entry.content)
    const frame = bytes(`${entry.content}\n`)
    const stored = await storage.documents.append(room, append(seq, { frame, asides: [aside({ id: entry.asideId })] }))
    if (!stored.ok) throw new Error(stored.refusal.message)
    this.#acknowledged.set(room, [...(this.#acknowledged.get(room) ?? []), entry])
  }

  async #seq(storage: Storage, room: DocumentId): Promise<number> {
    const loaded = await storage.documents.load(room)
    if (loaded.ok) return loaded.value.seq
    const made = await storage.documents.create(room, 'record', bytes('first\n'))
    if (!made.ok) throw new Error(made.refusal.message)
    return 1
  }

  async #compact(storage: Storage, room: DocumentId): Promise<void> {
    const loaded = await storage.documents.load(room)
    if (!loaded.ok || loaded.value.frames.length === 0) return
    const { seq } = loaded.value
    const done = await storage.documents.compact(
      room,
      seq,
      bytes(
        contentOf(loaded.value)
          .map((part) => part ?? text(null))
          .join(''),
      ),
    )
    if (!done.ok) throw new Error(done.refusal.message)
  }

  async #signIn(storage: Storage): Promise<void> {
    const signed = await storage.directory.people.update((people) => {
      const administrators = [...people.administrators, newId()]
      return { ok: true, value: { value: { ...people, administrators }, result: administrators.length } }
    })
    if (signed.ok) this.#people = signed.value
  }
}
