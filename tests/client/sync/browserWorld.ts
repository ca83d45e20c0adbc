import { randomBytes } from 'node:crypto'
import { IDBFactory } from 'fake-indexeddb'
import { onTestFinished } from 'vitest'
import { Connection, type ConnectionParts } from '../../../client/sync/Connection.ts'
import { Device } from '../../../client/sync/Device.ts'
import type { LocalCopy } from '../../../client/sync/deviceTypes.ts'
import type { HandOver } from '../../../client/sync/LeftCopies.ts'
import { browserClocks, type LocalClocks, type PageSight } from '../../../client/sync/LocalClocks.ts'
import { Meeting } from '../../../client/sync/Meeting.ts'
import type { Readable } from '../../../client/sync/Signal.ts'
import type { Locks } from '../../../client/sync/tabs.ts'
import { makeId, type OutcomeId } from '../../../shared/base/index.ts'
import { plainText } from '../../../shared/record/index.ts'
import type { Person, World } from '../../support/live/liveWorld.ts'

/** A browser of one person: storage and locks that outlive its tabs. Network, storage door and records are real; the locks are a table. */
export class BrowserWorld {
  readonly #factory = new IDBFactory()
  readonly #locks = new TableLocks()

  /** Opens a tab on a meeting. `url` elsewhere means: no server answers. */
  async tab(world: Where, person: Pick<Person, 'person' | 'token'>, options: TabOptions = {}): Promise<Tab> {
    const device = options.keepsNothing ? null : await Device.open(this.#factory)
    const newId = <Id extends string>() => makeId<Id>(randomBytes(16))
    const connect = options.connect ?? ((parts: ConnectionParts) => new Connection(parts))
    const connection = connect({
      url: options.url ?? world.url,
      token: person.token,
      transports: [options.transport ?? 'websocket'],
      random: () => 0.1,
    })
    const meeting = new Meeting({
      meetingId: world.meetingId,
      place: `${person.person} ${world.meetingId}`,
      tab: newId(),
      device,
      locks: this.#locks,
      channel: { say: () => undefined, hear: () => undefined, close: () => undefined },
      connection,
      clocks: options.clocks ?? browserClocks,
      page: options.page ?? alwaysSeen,
      screen: options.screen ?? false,
      random: () => 0.1,
      newId,
      soon: options.soon ?? ((read) => setImmediate(read)),
      ...(options.handOver === undefined ? {} : { handOver: options.handOver }),
    })
    const tab = new Tab(meeting, connection, world, this.#locks)
    onTestFinished(() => tab.kill())
    await meeting.start()
    return tab
  }

  /** All that this browser keeps is deleted under its open tabs, as when its owner clears the page's data. */
  async clear(): Promise<void> {
    const request = this.#factory.deleteDatabase('rapporteur')
    await new Promise((resolve) => request.addEventListener('success', resolve))
  }

  /** Puts a copy on the device, as another release may have left it. */
  async keepCopy(world: World, person: Person, copy: (place: string) => LocalCopy): Promise<void> {
    const device = await Device.open(this.#factory)
    await device.keepCopy(copy(`${person.person} ${world.meetingId}`))
    device.close()
  }

  /** Makes the copy of one world look like one of another: what a browser holds after its server was set back. */
  async renameCopy(from: World, of: Person, to: World, by: Person): Promise<void> {
    const device = await Device.open(this.#factory)
    const { copy, frames } = await device.load(`${of.person} ${from.meetingId}`)
    const place = `${by.person} ${to.meetingId}`
    if (copy === null) throw new Error('There is no copy')
    await device.settle(place, [], frames)
    await device.keepCopy(copy.kind === 'report' ? { ...copy, place } : { ...copy, place, meetingId: to.meetingId })
    device.close()
  }
}

/** What of a world a tab needs. */
type Where = Pick<World, 'url' | 'meetingId' | 'outcomeId'>

interface TabOptions {
  readonly url?: string
  readonly transport?: 'websocket' | 'polling'
  readonly keepsNothing?: boolean
  readonly screen?: boolean
  readonly clocks?: LocalClocks
  readonly soon?: (read: () => void) => void
  readonly page?: PageSight
  readonly handOver?: HandOver
  /** Makes the line; the usual one unless a test listens on it. */
  readonly connect?: (parts: ConnectionParts) => Connection
}

const alwaysSeen: PageSight = { isHidden: () => false, onShown: () => () => undefined }

/** One tab; can be left in good order or killed as by a crash. */
export class Tab {
  readonly meeting: Meeting
  readonly #connection: Connection
  readonly #world: Where
  readonly #locks: TableLocks
  readonly #held: ReadonlySet<string>

  constructor(meeting: Meeting, connection: Connection, world: Where, locks: TableLocks) {
    this.meeting = meeting
    this.#connection = connection
    this.#world = world
    this.#locks = locks
    this.#held = new Set(locks.names())
  }

  /** The process is gone: nothing is written any more, its line and its lock are let go. */
  kill(): void {
    this.#connection.close()
    for (const name of this.#locks.names()) if (!this.#held.has(name)) this.#locks.drop(name)
  }

  live(): Promise<void> {
    return until(this.meeting.connection, ({ kind }) => kind === 'live')
  }

  saved(): Promise<void> {
    return until(this.meeting.saved, ({ kind }) => kind === 'saved')
  }

  /** The words of the sample's outcome as this tab shows them. */
  get outcome(): string {
    const found = this.meeting.record.get()?.outcomes.find((outcome) => outcome.id === this.#world.outcomeId)
    return found === undefined ? '' : plainText(found.text)
  }

  shows(words: string): Promise<void> {
    return until(this.meeting.record, () => this.outcome === words)
  }

  /** Makes the outcome read like this. */
  write(words: string, outcomeId: OutcomeId = this.#world.outcomeId): boolean {
    return this.meeting.edit({ kind: 'text.set', path: { root: 'outcomes', id: outcomeId, field: 'text' }, text: words }).ok
  }
}

/** Waits for a value that fits. */
export function until<T>(readable: Readable<T>, fits: (value: T) => boolean): Promise<void> {
  return new Promise((resolve) => {
    if (fits(readable.get())) {
      resolve()
      return
    }
    const stop = readable.subscribe(() => {
      if (!fits(readable.get())) return
      stop()
      resolve()
    })
  })
}

class TableLocks implements Locks {
  readonly #held = new Map<string, (() => void)[]>()

  names(): readonly string[] {
    return [...this.#held.keys()]
  }

  async hold(name: string): Promise<() => void> {
    this.#held.set(name, [])
    return () => this.drop(name)
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

  drop(name: string): void {
    const waiting = this.#held.get(name) ?? []
    this.#held.delete(name)
    for (const tell of waiting) tell()
  }
}
