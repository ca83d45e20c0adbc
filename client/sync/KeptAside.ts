import * as Y from 'yjs'
import type { Refusal } from '../../shared/base/index.ts'
import { asideTexts } from './asideTexts.ts'
import type { Device } from './Device.ts'
import type { Aside } from './deviceTypes.ts'
import type { Entry, Outbox } from './Outbox.ts'
import { type Readable, Signal } from './Signal.ts'

interface KeptAsideParts {
  readonly device: Device | null
  readonly place: string
  readonly outbox: Outbox
  readonly now: () => number
}

/** Words that the record did not take, until their author has done something with them. */
export class KeptAside {
  readonly #parts: KeptAsideParts
  readonly #list = new Signal<readonly Aside[]>([])
  /** Keys of those that only memory holds, because the device keeps nothing. */
  #loose = 0

  constructor(parts: KeptAsideParts) {
    this.#parts = parts
  }

  get list(): Readable<readonly Aside[]> {
    return this.#list
  }

  load(asides: readonly Aside[]): void {
    this.#list.set(asides)
  }

  /** Moves these entries aside; `doc` is where their words stand as their author saw them. */
  async keep(doc: Y.Doc, entries: readonly Entry[], refusal: Refusal, whole?: Uint8Array): Promise<void> {
    const { device, place, outbox, now } = this.#parts
    const updates = entries.map((entry) => entry.unsent.update)
    const [first] = updates
    const update = whole ?? (first === undefined ? null : updates.length === 1 ? first : Y.mergeUpdates(updates))
    if (update === null) return
    const texts = asideTexts(doc, updates)
    const aside: Omit<Aside, 'key'> = { place, code: refusal.code, message: refusal.message, at: now(), texts, update }
    outbox.drop(entries)
    const keys = entries.flatMap((entry) => (entry.key === null ? [] : [entry.key]))
    let key: number
    try {
      key = device === null ? this.#looseKey() : await device.keepAside(aside, keys)
    } catch {
      // The device is full: the words stay in memory and on the screen, which asks for them to be copied.
      key = this.#looseKey()
    }
    this.#list.set([...this.#list.get(), { ...aside, key }])
  }

  /** Their author has copied, offered again or let go of them. */
  async drop(key: number): Promise<void> {
    this.#list.set(this.#list.get().filter((aside) => aside.key !== key))
    if (key > 0) await this.#parts.device?.dropAside(key)
  }

  #looseKey(): number {
    this.#loose -= 1
    return this.#loose
  }
}
