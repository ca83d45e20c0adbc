import type { Aside, LeftCopy, Loaded, LocalCopy, ReportCopy, Unsent } from './deviceTypes.ts'
import { answered, completed, openDatabase } from './idb.ts'

const stores = { unsent: 'unsent', frames: 'frames', copies: 'copies', asides: 'asides', about: 'about' } as const

interface Frame {
  readonly key?: number
  readonly place: string
  readonly update: Uint8Array
}

/**
 * What this browser keeps: unsent words (durably), a copy of each opened record, and words kept aside. Keyed by *place*: person
 * and meeting, so that two people who share a computer never see each other's copy.
 */
export class Device {
  readonly #openAgain: () => Promise<IDBDatabase>
  readonly #lostListeners = new Set<() => void>()
  #database: Promise<IDBDatabase>

  private constructor(database: IDBDatabase, openAgain: () => Promise<IDBDatabase>) {
    this.#openAgain = openAgain
    this.#database = Promise.resolve(this.#watch(database))
  }

  /** Opens the device's storage; rejects where there is none (private windows, blocked storage). */
  static async open(factory: IDBFactory, name = 'rapporteur'): Promise<Device> {
    const open = () =>
      openDatabase(factory, name, 1, (fresh) => {
        for (const store of [stores.unsent, stores.frames, stores.asides]) {
          fresh.createObjectStore(store, { keyPath: 'key', autoIncrement: true }).createIndex('place', 'place')
        }
        for (const store of [stores.copies, stores.about]) fresh.createObjectStore(store, { keyPath: 'place' })
      })
    return new Device(await open(), open)
  }

  /** Called when all that was kept here has been deleted under us: by the browser, for room, or by somebody who cleared it. */
  onLost(listener: () => void): () => void {
    this.#lostListeners.add(listener)
    return () => this.#lostListeners.delete(listener)
  }

  async load(place: string): Promise<Loaded> {
    const read = (await this.#ready()).transaction(Object.values(stores), 'readonly')
    const [copy, frames, unsent, asides, about] = await Promise.all([
      answered<LocalCopy | ReportCopy | undefined>(read.objectStore(stores.copies).get(place)),
      answered<Frame[]>(read.objectStore(stores.frames).index('place').getAll(place)),
      answered<Unsent[]>(read.objectStore(stores.unsent).index('place').getAll(place)),
      answered<Aside[]>(read.objectStore(stores.asides).index('place').getAll(place)),
      answered<{ readonly about: unknown } | undefined>(read.objectStore(stores.about).get(place)),
    ])
    return { copy: copy ?? null, frames: frames.map((frame) => frame.update), unsent, asides, about: about?.about ?? null }
  }

  /** Keeps unsent words and answers with their keys, only once they would survive a power cut. */
  async keepUnsent(entries: readonly Omit<Unsent, 'key'>[]): Promise<readonly number[]> {
    const write = await this.#write([stores.unsent], 'strict')
    const store = write.objectStore(stores.unsent)
    const requests = entries.map(({ place, tab, clientId, update, change, at }) =>
      store.add({ place, tab, clientId, update, change, at }),
    )
    await completed(write)
    // The store's keys are made by the database, which numbers.
    return requests.map((request) => Number(request.result))
  }

  /** What the server has stored moves from the unsent words into the copy, in one step: never in neither. */
  async settle(place: string, keys: readonly number[], frames: readonly Uint8Array[]): Promise<void> {
    const write = await this.#write([stores.unsent, stores.frames], 'relaxed')
    for (const update of frames) write.objectStore(stores.frames).add({ place, update })
    for (const key of keys) write.objectStore(stores.unsent).delete(key)
    await completed(write)
  }

  async keepCopy(copy: LocalCopy | ReportCopy): Promise<void> {
    const write = await this.#write([stores.copies], 'relaxed')
    write.objectStore(stores.copies).put(copy)
    await completed(write)
  }

  async keepAbout(place: string, about: unknown): Promise<void> {
    const write = await this.#write([stores.about], 'relaxed')
    write.objectStore(stores.about).put({ place, about })
    await completed(write)
  }

  /** Replaces many small frames by one; `merge` must be synchronous, so that no other tab's frame can slip in between. */
  async compact(place: string, merge: (frames: readonly Uint8Array[]) => Uint8Array): Promise<void> {
    const write = await this.#write([stores.frames], 'relaxed')
    const store = write.objectStore(stores.frames)
    const request = store.index('place').getAll(place)
    request.onsuccess = () => {
      const found: Frame[] = request.result
      if (found.length < 2) return
      store.add({ place, update: merge(found.map((frame) => frame.update)) })
      for (const { key } of found) if (key !== undefined) store.delete(key)
    }
    await completed(write)
  }

  /** Drops the copy of a document this person may no longer hold, but never words that still wait. */
  async dropFrames(place: string): Promise<void> {
    const write = await this.#write([stores.frames], 'relaxed')
    deletePlace(write.objectStore(stores.frames), place)
    await completed(write)
  }

  /** Moves refused words aside and out of the outbox in one durable step. */
  async keepAside(aside: Omit<Aside, 'key'>, keys: readonly number[]): Promise<number> {
    const write = await this.#write([stores.unsent, stores.asides], 'strict')
    const request = write.objectStore(stores.asides).add(aside)
    for (const key of keys) write.objectStore(stores.unsent).delete(key)
    await completed(write)
    return Number(request.result)
  }

  async dropAside(key: number): Promise<void> {
    const write = await this.#write([stores.asides], 'strict')
    write.objectStore(stores.asides).delete(key)
    await completed(write)
  }

  /**
   * Sets what the place holds of another past apart, in one durable step: it leaves only together with what `make` makes of it. Where
   * another tab has gone on already, what is there now is of the new past and stays; `make` then gets nothing of it.
   */
  async leave(
    place: string,
    epoch: string,
    make: (held: HeldOfPast) => Omit<LeftCopy, 'key'> | null,
    keys: readonly number[] = [],
  ): Promise<LeftCopy | null> {
    const write = await this.#write([stores.unsent, stores.frames, stores.copies, stores.asides], 'strict')
    const store = (name: string) => write.objectStore(name)
    let left: Omit<LeftCopy, 'key'> | null = null
    let added: IDBRequest<IDBValidKey> | null = null
    const keep = (held: HeldOfPast) => {
      left = make(held)
      if (left !== null) added = store(stores.asides).add({ ...left, place: leftPlace(left.place) })
      for (const key of keys) store(stores.unsent).delete(key)
    }
    whenRead<LocalCopy | ReportCopy | undefined>(store(stores.copies).get(place), (copy) => {
      if (copy !== undefined && copy.epoch !== epoch) return keep({ copy: null, updates: [] })
      whenRead<Frame[]>(store(stores.frames).index('place').getAll(place), (frames) => {
        whenRead<Unsent[]>(store(stores.unsent).index('place').getAll(place), (unsent) => {
          keep({ copy: copy ?? null, updates: [...frames, ...unsent].map((one) => one.update) })
          for (const name of [stores.frames, stores.unsent]) deletePlace(store(name), place)
          store(stores.copies).delete(place)
        })
      })
    })
    await completed(write)
    // Set in the callbacks above, which the compiler does not follow.
    const made = left as Omit<LeftCopy, 'key'> | null
    return made === null ? null : { ...made, key: Number((added as IDBRequest<IDBValidKey> | null)?.result) }
  }

  /** Copies of another past that stand in this person's list. */
  async left(place: string): Promise<readonly LeftCopy[]> {
    const read = (await this.#ready()).transaction([stores.asides], 'readonly')
    const found = await answered<LeftCopy[]>(read.objectStore(stores.asides).index('place').getAll(leftPlace(place)))
    return found.map((left) => ({ ...left, place }))
  }

  /** What has become of one. */
  async markLeft(left: LeftCopy): Promise<void> {
    const write = await this.#write([stores.asides], 'strict')
    write.objectStore(stores.asides).put({ ...left, place: leftPlace(left.place) })
    await completed(write)
  }

  /** Copies of a document that guests left here whose way in is over; nobody comes back to them by their own name. */
  async stranded(documentId: string, place: string, epoch: string): Promise<readonly LocalCopy[]> {
    const read = (await this.#ready()).transaction([stores.copies], 'readonly')
    const copies = await answered<(LocalCopy | ReportCopy)[]>(read.objectStore(stores.copies).getAll())
    return copies.filter(
      (copy): copy is LocalCopy =>
        copy.kind === undefined &&
        copy.place !== place &&
        copy.epoch !== epoch &&
        copy.place.startsWith('g:') &&
        copy.place.endsWith(` ${documentId}`),
    )
  }

  /** Takes over copies that guests had set apart here and could not hand over before their way in ended; answers with them. */
  async adoptLeft(documentId: string, place: string): Promise<readonly LeftCopy[]> {
    const write = await this.#write([stores.asides], 'strict')
    const store = write.objectStore(stores.asides)
    const adopted: LeftCopy[] = []
    whenRead<(Aside | LeftCopy)[]>(store.getAll(), (found) => {
      for (const left of found) {
        const isGuests = left.place.startsWith('g:') && left.place.endsWith(leftPlace(` ${documentId}`))
        if (!isGuests || left.place === leftPlace(place) || !('copyId' in left) || left.state.kind !== 'waiting') continue
        const mine = { ...left, place, stranded: left.stranded ?? '' }
        adopted.push(mine)
        store.put({ ...mine, place: leftPlace(place) })
      }
    })
    await completed(write)
    return adopted
  }

  /** Takes over the unsent words of a tab that is gone; answers with them. */
  async adopt(place: string, from: string, tab: string): Promise<readonly Unsent[]> {
    const write = await this.#write([stores.unsent], 'strict')
    const store = write.objectStore(stores.unsent)
    const adopted: Unsent[] = []
    const request = store.index('place').getAll(place)
    request.onsuccess = () => {
      const found: Unsent[] = request.result
      for (const entry of found) {
        if (entry.tab !== from) continue
        const mine = { ...entry, tab }
        adopted.push(mine)
        store.put(mine)
      }
    }
    await completed(write)
    return adopted
  }

  /** How many changes wait for the server, over all meetings of this device. */
  async waiting(): Promise<number> {
    const read = (await this.#ready()).transaction([stores.unsent], 'readonly')
    const entries = await answered<Unsent[]>(read.objectStore(stores.unsent).getAll())
    return new Set(entries.map((entry) => `${entry.place}\n${entry.tab}\n${entry.change}`)).size
  }

  /** Forgets everything: for signing out, after the person was asked when anything waits. */
  async forget(): Promise<void> {
    const write = await this.#write(Object.values(stores), 'strict')
    for (const store of Object.values(stores)) write.objectStore(store).clear()
    await completed(write)
  }

  close(): void {
    this.#lostListeners.clear()
    void this.#database.then((database) => database.close()).catch(() => undefined)
  }

  async #write(names: readonly string[], durability: 'strict' | 'relaxed'): Promise<IDBTransaction> {
    // A transaction lives until the browser's next task: whoever awaited this still finds it open.
    return (await this.#ready()).transaction(names, 'readwrite', { durability })
  }

  /** The database; opened anew where it was lost and could not be had again at once, which each use tries afresh. */
  #ready(): Promise<IDBDatabase> {
    return this.#database.catch(() => {
      const opening = this.#openAgain().then((fresh) => this.#watch(fresh))
      opening.catch(() => undefined)
      this.#database = opening
      return opening
    })
  }

  #watch(database: IDBDatabase): IDBDatabase {
    const lose = () => {
      // In a new database, once the old one is gone. As long as there is none to be had each use throws, and that is told.
      this.#database = this.#openAgain().then((fresh) => this.#watch(fresh))
      this.#database.catch(() => undefined)
      for (const listener of this.#lostListeners) listener()
    }
    database.onclose = lose
    database.onversionchange = (event) => {
      // Somebody deletes it. In its way it would only hang, and keep the next page from opening one.
      if (event.newVersion !== null) return
      database.close()
      lose()
    }
    return database
  }
}

/** What a place held of a past that is over: the copy, and every update, oldest first. */
export interface HeldOfPast {
  readonly copy: LocalCopy | ReportCopy | null
  readonly updates: readonly Uint8Array[]
}

/** They lie beside the words kept aside, under a name that no place has. */
function leftPlace(place: string): string {
  return `${place} left`
}

function whenRead<T>(request: IDBRequest<T>, act: (value: T) => void): void {
  request.onsuccess = () => act(request.result)
}

function deletePlace(store: IDBObjectStore, place: string): void {
  const request = store.index('place').openKeyCursor(place)
  request.onsuccess = () => {
    const cursor = request.result
    if (cursor === null) return
    store.delete(cursor.primaryKey)
    cursor.continue()
  }
}
