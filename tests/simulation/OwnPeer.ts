import { IDBFactory } from 'fake-indexeddb'
import * as Y from 'yjs'
import { Connection } from '../../client/sync/Connection.ts'
import { Device } from '../../client/sync/Device.ts'
import { received } from '../../client/sync/LiveDocument.ts'
import { browserClocks } from '../../client/sync/LocalClocks.ts'
import { Meeting } from '../../client/sync/Meeting.ts'
import { quietMs, type SavedSign } from '../../client/sync/savedSign.ts'
import type { Locks } from '../../client/sync/tabs.ts'
import type { PersonId } from '../../shared/base/index.ts'
import type { SessionState } from '../../shared/session/index.ts'
import type { Letters } from './Letters.ts'
import { SimulatedNetwork } from './SimulatedNetwork.ts'
import type { SimulatedServer } from './SimulatedServer.ts'
import type { VirtualTime } from './VirtualTime.ts'

interface OwnPeerParts {
  readonly name: string
  readonly person: PersonId
  readonly transport: 'websocket' | 'polling'
  readonly server: SimulatedServer
  readonly time: VirtualTime
  readonly letters: Letters
}

interface Written {
  readonly clientId: number
  readonly clock: number
  readonly atMs: number
}

/** A browser of one person: the real client on a device in memory; its tab can crash and be opened again. */
export class OwnPeer {
  readonly kind = 'own'
  readonly name: string
  readonly person: PersonId
  /** The origin of this person's typing. */
  readonly typing = Symbol('typing')
  readonly #parts: OwnPeerParts
  readonly #factory = new IDBFactory()
  readonly #locks = new TableLocks()
  #tab: { readonly meeting: Meeting; readonly connection: Connection; readonly device: Device } | null = null
  #written: Written[] = []

  constructor(parts: OwnPeerParts) {
    this.#parts = parts
    this.name = parts.name
    this.person = parts.person
  }

  /** The open tab. */
  get meeting(): Meeting {
    if (this.#tab === null) throw new Error(`${this.name} has no tab open`)
    return this.#tab.meeting
  }

  get doc(): Y.Doc | null {
    return this.#tab?.meeting.document.get()?.doc ?? null
  }

  get isLive(): boolean {
    return this.#tab?.meeting.connection.get().kind === 'live'
  }

  get sign(): SavedSign['kind'] | 'closed' {
    return this.#tab?.meeting.saved.get().kind ?? 'closed'
  }

  get session(): SessionState | null {
    return this.#tab?.meeting.session.get() ?? null
  }

  /** Words that this device keeps for their author. */
  get keptAside(): readonly string[] {
    return this.meeting.asides
      .get()
      .flatMap(({ texts, update }) => [...texts.map(({ added }) => added), new TextDecoder().decode(update)])
  }

  /** Opens a tab on the device as it is. */
  async open(): Promise<void> {
    const { server, transport, name, time } = this.#parts
    const device = await Device.open(this.#factory)
    const { random } = time
    const connection = new Connection({ url: SimulatedNetwork.address(name), token: name, transports: [transport], random })
    const meeting = new Meeting({
      meetingId: server.meetingId,
      place: `${this.person} ${server.meetingId}`,
      tab: server.newId(),
      device,
      locks: this.#locks,
      channel: { say: () => undefined, hear: () => undefined, close: () => undefined },
      connection,
      clocks: browserClocks,
      page: { isHidden: () => false, onShown: () => () => undefined },
      screen: false,
      random,
      newId: <Id extends string>() => server.newId<Id>(),
      soon: (read) => setTimeout(read, 16),
    })
    meeting.typedBy(this.typing)
    this.#written = []
    const follow = () => {
      const doc = meeting.document.get()?.doc
      if (doc === undefined) return
      this.#parts.letters.follow(doc, name, (origin) => origin !== received)
      doc.on('update', (_update: Uint8Array, origin: unknown) => {
        if (origin === received) return
        this.#written.push({ clientId: doc.clientID, clock: Y.getState(doc.store, doc.clientID), atMs: time.nowMs })
      })
    }
    meeting.document.subscribe(follow)
    this.#tab = { meeting, connection, device }
    await meeting.start()
  }

  /** The browser is gone from one moment to the next; whatever its device was writing may have been written. */
  crash(): void {
    const tab = this.#tab
    if (tab === null) return
    this.#tab = null
    tab.connection.close()
    tab.device.close()
    this.#locks.dropAll()
  }

  /** Clocks of this person that the sign calls saved: written longer ago than the sign may keep quiet about. */
  claimedSaved(): Written | null {
    if (this.#tab === null || this.sign !== 'saved') return null
    const clientId = this.doc?.clientID
    const due = this.#written.filter((one) => one.clientId === clientId && one.atMs < this.#parts.time.nowMs - quietMs)
    return due.at(-1) ?? null
  }
}

class TableLocks implements Locks {
  readonly #held = new Map<string, (() => void)[]>()

  async hold(name: string): Promise<() => void> {
    this.#held.set(name, [])
    return () => this.#drop(name)
  }

  async isFree(name: string): Promise<boolean> {
    return !this.#held.has(name)
  }

  whenFree(name: string, givenUp: AbortSignal): Promise<boolean> {
    const waiting = this.#held.get(name)
    if (waiting === undefined) return Promise.resolve(true)
    return new Promise((resolve) => {
      waiting.push(() => resolve(true))
      givenUp.addEventListener('abort', () => resolve(false))
    })
  }

  dropAll(): void {
    for (const name of [...this.#held.keys()]) this.#drop(name)
  }

  #drop(name: string): void {
    const waiting = this.#held.get(name) ?? []
    this.#held.delete(name)
    for (const tell of waiting) tell()
  }
}
