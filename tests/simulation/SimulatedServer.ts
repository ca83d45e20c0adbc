import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import * as Y from 'yjs'
import { createLog, createNewId } from '../../server/base/index.ts'
import { createRooms, type FindStanding, type Rooms, type Standing } from '../../server/rooms/index.ts'
import { openEmbedded } from '../../server/storage/embedded/openEmbedded.ts'
import type { Storage, StoredMeeting } from '../../server/storage/index.ts'
import { createSocketDoor } from '../../server/transports/socket/createSocketDoor.ts'
import { createYWebsocketDoor } from '../../server/transports/ywebsocket/createYWebsocketDoor.ts'
import type { Caller, Role } from '../../shared/access/index.ts'
import {
  type DocumentId,
  type ItemId,
  type MeetingId,
  type OutcomeId,
  ok,
  type PersonId,
  refuse,
  type SeatId,
} from '../../shared/base/index.ts'
import { applyEdit } from '../../shared/record/index.ts'
import { group, meeting, must } from '../support/storageSamples.ts'
import type { SimulatedDisk } from './SimulatedDisk.ts'
import type { SimulatedNetwork } from './SimulatedNetwork.ts'
import type { VirtualTime } from './VirtualTime.ts'

interface ServerParts {
  readonly time: VirtualTime
  readonly disk: SimulatedDisk
  readonly network: SimulatedNetwork
}

/** One life of the server's process. */
interface Life {
  isOver: boolean
  readonly http: Server
  readonly storage: Storage
  readonly rooms: Rooms
  readonly closeDoors: () => Promise<void>
}

const generous = { messages: { perSecond: 1e6, burst: 1e6 }, cpuMs: { perSecond: 1e6, burst: 1e6 } }
const dataDir = '/simulated'

/** The server: real rooms, real storage code and both real doors, on a disk and a network that live in memory; it can be killed and started again. */
export class SimulatedServer {
  readonly meetingId: MeetingId
  readonly itemId: ItemId
  readonly outcomeId: OutcomeId
  /** Faults that it reported. */
  readonly faults: unknown[] = []
  readonly #parts: ServerParts
  readonly #newId: ReturnType<typeof createNewId>
  readonly #group: ReturnType<typeof group>
  readonly #callers = new Map<string, Exclude<Caller, { kind: 'stranger' }>>()
  readonly #standings = new Map<PersonId, Standing>()
  #life: Life | null = null

  constructor(parts: ServerParts) {
    this.#parts = parts
    const { random } = parts.time
    this.#newId = createNewId((length) => Uint8Array.from({ length }, () => Math.floor(random() * 256)))
    const sample = group()
    this.#group = { ...sample, group: { ...sample.group, id: this.#newId() } }
    this.meetingId = this.#newId()
    this.itemId = this.#newId()
    this.outcomeId = this.#newId()
  }

  newId<Id extends string>(): Id {
    return this.#newId<Id>()
  }

  get isUp(): boolean {
    return this.#life !== null
  }

  get storage(): Storage | null {
    return this.#life?.storage ?? null
  }

  get rooms(): Rooms | null {
    return this.#life?.rooms ?? null
  }

  /** Somebody with this role; the name is the token, too. */
  add(name: string, role: Role): PersonId {
    const person = `g:${name}` as PersonId // a guest's id has this form
    const seatId = this.#newId<SeatId>()
    const groupId = this.#group.group.id
    this.#callers.set(name, { kind: 'guest', person, name, function: null, groupId, seatId, meetingId: null, via: 'token' })
    this.#standings.set(person, { role, delegation: null, group: this.#group.group, delegations: [] })
    return person
  }

  /** What the office does when it changes somebody's role: from here on the other one counts, and connections are ended. */
  setRole(person: PersonId, role: Role): void {
    const before = this.#standings.get(person)
    if (before === undefined || before.role === role) return
    this.#standings.set(person, { ...before, role })
    this.#life?.rooms.closeConnections({ person }, 'rightsChanged', 'Your rights have changed; come in again.')
  }

  roleOf(person: PersonId): Role | null {
    return this.#standings.get(person)?.role ?? null
  }

  /** The process starts; the first time it makes the meeting. */
  async start(): Promise<void> {
    const { time, disk, network } = this.#parts
    const life: { current: Life | null } = { current: null }
    const isAlive = () => life.current === null || !life.current.isOver
    const clock = time.clock(isAlive)
    const { random } = time
    const storage = await openEmbedded({
      dataDir,
      clock,
      random: (length) => Uint8Array.from({ length }, () => Math.floor(random() * 256)),
      log: createLog({ level: 'silent' }),
      disk: disk.disk(),
      openKeyValue: disk.openKeyValue,
    })
    if ((await storage.meetings.get(this.meetingId)) === null) await this.#makeMeeting(storage)
    const reportFault = (error: unknown) => {
      if (isAlive()) this.faults.push(error)
      return 'fault'
    }
    const findStanding: FindStanding = async (caller) => {
      const standing = caller.kind === 'stranger' ? undefined : this.#standings.get(caller.person)
      return standing === undefined ? refuse('notFound', 'There is no such meeting.') : ok(standing)
    }
    const rooms = createRooms({ storage, findStanding, clock, newId: this.#newId, reportFault, allowances: generous })
    const identify = async (_headers: IncomingHttpHeaders, token: string | null) => {
      const caller = token === null ? undefined : this.#callers.get(token)
      if (caller === undefined) return refuse('unauthenticated', 'That token is not good.')
      return ok({ caller, loginSession: null })
    }
    const httpServer = createServer((_request, response) => response.writeHead(404).end())
    const parts = { rooms, identify, originAllowed: () => true, clock, reportFault }
    const doors = [createSocketDoor(httpServer, parts), createYWebsocketDoor(httpServer, parts)]
    const closeDoors = async () => {
      for (const door of doors) await door.close()
    }
    life.current = { isOver: false, http: httpServer, storage, rooms, closeDoors }
    this.#life = life.current
    network.server = httpServer
  }

  /** SIGKILL and power cut in one: memory is gone, and what was not synced; `lands` is about the batch on its way. */
  kill(lands: boolean): void {
    const life = this.#leave()
    if (life === null) return
    this.#parts.disk.cutPower(lands)
    this.#parts.network.cutAll()
    life.closeDoors().catch(() => undefined)
  }

  /** SIGTERM: as `main` does it. */
  async stop(): Promise<void> {
    const life = this.#life
    if (life === null) return
    this.#parts.network.server = null
    await life.rooms.close()
    await life.closeDoors()
    this.#parts.network.cutAll()
    await life.storage.close()
    this.#leave()
  }

  /** The record as a start after a power cut would read it. */
  durableDocument(): Y.Doc {
    const doc = new Y.Doc()
    for (const [, update] of this.#updatesOnDisk()) Y.applyUpdate(doc, update)
    return doc
  }

  /** How much of each client is stored, read in the same way. Makes no document, so that looking takes nothing of the run's chance. */
  durableClocks(): ReadonlyMap<number, number> {
    return Y.decodeStateVector(Y.encodeStateVectorFromUpdate(Y.mergeUpdates(this.#updatesOnDisk().map(([, update]) => update))))
  }

  /** The number of the session, read in the same way. */
  durableSessionSeq(): number {
    const stored = this.#parts.disk.durable(`m/${this.meetingId}`)
    if (stored === undefined) throw new Error('The meeting is not on disk')
    // Behind the five bytes of its checksum; written by our own storage.
    return (JSON.parse(new TextDecoder().decode(stored.subarray(5))) as StoredMeeting).session.seq
  }

  #updatesOnDisk(): readonly (readonly [string, Uint8Array])[] {
    const prefix = `d/${this.meetingId}/`
    const rows = this.#parts.disk.durableEntries(prefix)
    return rows
      .filter(([key]) => key.startsWith(`${prefix}f/`) || key === `${prefix}snapshot`)
      .map(([key, value]) => [key, value.subarray(5)])
  }

  get documentId(): DocumentId {
    return this.meetingId as string as DocumentId // the same letters under another brand (DECIDED 10)
  }

  #leave(): Life | null {
    const life = this.#life
    if (life !== null) life.isOver = true
    this.#life = null
    this.#parts.network.server = null
    return life
  }

  async #makeMeeting(storage: Storage): Promise<void> {
    must(await storage.directory.createGroup(this.#group))
    const base = meeting(this.#group.group.id)
    const doc = new Y.Doc()
    must(applyEdit(doc, { kind: 'item.add', id: this.itemId, parent: null, after: 'last', title: 'Opening' }, 'test'))
    must(applyEdit(doc, { kind: 'outcome.add', id: this.outcomeId, item: this.itemId, after: 'last', text: 'Agreed.' }, 'test'))
    const stored = { ...base, meetingId: this.meetingId, session: { ...base.session, phase: 'inSession' as const } }
    must(await storage.meetings.create(stored, Y.encodeStateAsUpdate(doc)))
  }
}
