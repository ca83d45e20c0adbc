import * as Y from 'yjs'
import type { NewId, RefusalCode } from '../../shared/base/index.ts'
import { headerOf, type KnownOfPast, updateOfPast } from './copyOfPast.ts'
import type { Device, HeldOfPast } from './Device.ts'
import type { LeftCopy, LocalCopy } from './deviceTypes.ts'
import type { Entry } from './Outbox.ts'
import { type Readable, Signal } from './Signal.ts'

/** What came of handing a copy over. */
export type Handed =
  | { readonly kind: 'received' }
  /** Not now: the line, or the server, is not ready. */
  | { readonly kind: 'later' }
  | { readonly kind: 'refused'; readonly code: RefusalCode }

/** Brings a copy to the server; null where nobody takes such copies. */
export type HandOver = (copy: LeftCopy) => Promise<Handed>

interface LeftCopiesParts {
  readonly device: Device | null
  readonly place: string
  readonly documentId: string
  readonly newId: NewId
  readonly now: () => number
  readonly handOver: HandOver | null
}

/** What memory holds at the moment of leaving. */
export interface Leaving extends KnownOfPast {
  readonly epoch: string
  readonly doc: Y.Doc | null
  readonly waiting: readonly Entry[]
}

const againMs = 4000

/** Copies of pasts that the server no longer has: set apart before anything else is loaded, handed over, let go of by their person alone. */
export class LeftCopies {
  readonly #parts: LeftCopiesParts
  readonly #list = new Signal<readonly LeftCopy[]>([])
  /** Keys of those that only memory holds, because the device keeps nothing. */
  #loose = 0
  #bringing = false
  #again: ReturnType<typeof setTimeout> | null = null
  #closed = false

  constructor(parts: LeftCopiesParts) {
    this.#parts = parts
  }

  get list(): Readable<readonly LeftCopy[]> {
    return this.#list
  }

  async load(): Promise<void> {
    const { device, place } = this.#parts
    const found = (await device?.left(place)) ?? []
    if (found.length > 0) this.#list.set([...found, ...this.#list.get()])
  }

  /** Sets apart all that this device holds of a past: after this there is nothing of it left that could be merged or written over. */
  async leave(leaving: Leaving): Promise<void> {
    const { device, place } = this.#parts
    const memory = leaving.doc === null ? [] : [Y.encodeStateAsUpdate(leaving.doc)]
    const own = [...memory, ...leaving.waiting.map((entry) => entry.unsent.update)]
    const make = ({ copy, updates }: HeldOfPast) => this.#make([...own, ...updates], knownOf(leaving, copy), leaving.epoch, null)
    const keys = leaving.waiting.flatMap((entry) => (entry.key === null ? [] : [entry.key]))
    await this.#keep(
      async () => (device === null ? null : device.leave(place, leaving.epoch, make, keys)),
      () => make({ copy: null, updates: [] }),
    )
  }

  /** Guests whose way in has ended cannot come back for what they left on this device: it is handed over in their stead. */
  async gatherStranded(epoch: string): Promise<void> {
    const { device, documentId, place, handOver } = this.#parts
    if (device === null || handOver === null) return
    const adopted = await device.adoptLeft(documentId, place)
    if (adopted.length > 0) this.#list.set([...this.#list.get(), ...adopted])
    for (const stranded of await device.stranded(documentId, place, epoch)) {
      const name = stranded.me?.name ?? ''
      const make = ({ copy, updates }: HeldOfPast) => this.#make(updates, knownOf(null, copy), stranded.epoch, name)
      await this.#keep(
        () => device.leave(stranded.place, stranded.epoch, make),
        () => null,
      )
    }
  }

  /** Hands over what waits, one after the other; tries again by itself. */
  async bring(): Promise<void> {
    const { handOver } = this.#parts
    if (handOver === null || this.#bringing || this.#closed) return
    this.#bringing = true
    try {
      for (const left of this.#list.get().filter((one) => one.state.kind === 'waiting')) {
        const handed = await handOver(left)
        if (handed.kind === 'later') this.#tryLater()
        else await this.#mark({ ...left, state: handed })
      }
    } finally {
      this.#bringing = false
    }
  }

  /** Its person has let go of it. */
  async drop(key: number): Promise<void> {
    this.#list.set(this.#list.get().filter((left) => left.key !== key))
    if (key > 0) await this.#parts.device?.dropAside(key)
  }

  close(): void {
    this.#closed = true
    if (this.#again !== null) clearTimeout(this.#again)
  }

  #make(
    updates: readonly Uint8Array[],
    known: KnownOfPast,
    epoch: string,
    stranded: string | null,
  ): Omit<LeftCopy, 'key'> | null {
    const update = updateOfPast(updates, known)
    if (update === null) return null
    const { place, newId, now } = this.#parts
    const header = headerOf(known.session)
    return { place, copyId: newId(), epoch, at: now(), header, update, stranded, state: { kind: 'waiting' } }
  }

  async #keep(durably: () => Promise<LeftCopy | null>, loosely: () => Omit<LeftCopy, 'key'> | null): Promise<void> {
    let left: LeftCopy | null
    try {
      left = this.#parts.device === null ? this.#inMemory(loosely()) : await durably()
    } catch {
      // The device is full or gone: the copy stays in memory and on the screen, which asks for it to be downloaded.
      left = this.#inMemory(loosely())
    }
    if (left !== null) this.#list.set([...this.#list.get(), left])
  }

  #inMemory(left: Omit<LeftCopy, 'key'> | null): LeftCopy | null {
    if (left === null) return null
    this.#loose -= 1
    return { ...left, key: this.#loose }
  }

  async #mark(left: LeftCopy): Promise<void> {
    this.#list.set(this.#list.get().map((one) => (one.key === left.key ? left : one)))
    // Not marked is handed over once more after a reload, which is the same copy.
    if (left.key > 0) await this.#parts.device?.markLeft(left).catch(() => undefined)
  }

  #tryLater(): void {
    if (this.#closed) return
    this.#again ??= setTimeout(() => {
      this.#again = null
      void this.bring()
    }, againMs)
  }
}

/** What was known of the record: in memory, else by the copy on the device. */
function knownOf(memory: KnownOfPast | null, copy: HeldOfPast['copy']): KnownOfPast {
  const kept: LocalCopy | null = copy !== null && copy.kind === undefined ? copy : null
  return {
    session: memory?.session ?? kept?.session ?? null,
    role: memory?.role ?? kept?.role ?? null,
    view: memory?.view ?? kept?.view ?? null,
  }
}
