import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import * as Y from 'yjs'
import { type Clock, createLog, createNewId, createReportFault, systemClock, systemRandom } from '../../../server/base/index.ts'
import { type Allowances, createRooms, type FindStanding, type Rooms, type Standing } from '../../../server/rooms/index.ts'
import { type Delegation, openStorage, type Storage, type StoredMeeting } from '../../../server/storage/index.ts'
import { originAllowed } from '../../../server/transports/identify.ts'
import { createSocketDoor } from '../../../server/transports/socket/createSocketDoor.ts'
import { createYWebsocketDoor } from '../../../server/transports/ywebsocket/createYWebsocketDoor.ts'
import type { Caller, EditingRules, Role } from '../../../shared/access/index.ts'
import {
  type GroupId,
  type ItemId,
  type MeetingId,
  type OutcomeId,
  ok,
  type PersonId,
  refuse,
  type SeatId,
} from '../../../shared/base/index.ts'
import { applyEdit, type RecordEdit } from '../../../shared/record/index.ts'
import type { SessionState } from '../../../shared/session/index.ts'
import { group, meeting, must } from '../storageSamples.ts'
import { temporaryFolder } from '../temporaryFolder.ts'
import { GatedStorage } from './GatedStorage.ts'

export interface WorldOptions {
  readonly phase?: SessionState['phase']
  readonly session?: Partial<SessionState>
  /** Words of the record beside its one item and outcome; told their ids. */
  readonly edits?: (ids: { readonly itemId: ItemId; readonly outcomeId: OutcomeId }) => readonly RecordEdit[]
  /** What the group lets participants edit; the usual of a new group unless given. */
  readonly rules?: EditingRules
  readonly allowances?: Allowances
  readonly dataDir?: string
  /** The record's one item and outcome, for tests that need to know them before. */
  readonly ids?: { readonly itemId: ItemId; readonly outcomeId: OutcomeId }
  /** Time of the rooms and doors; the machine's own unless a test wants to let it pass. */
  readonly clock?: Clock
  /** Opens the storage otherwise than a server does: under watch, or on a disk that misbehaves. */
  readonly openStorage?: (dataDir: string) => Promise<Storage>
}

/** Somebody of the world; `token` is how the doors know them. */
export interface Person {
  readonly token: string
  readonly person: PersonId
  readonly seatId: SeatId
}

export type KnownCaller = Exclude<Caller, { kind: 'stranger' }>

/** One meeting with an item and an outcome, real rooms on real storage, and both doors on a real socket. */
export interface World {
  readonly url: string
  readonly meetingId: MeetingId
  readonly groupId: GroupId
  readonly itemId: ItemId
  readonly outcomeId: OutcomeId
  readonly storage: GatedStorage
  readonly rooms: Rooms
  readonly people: Record<'coordinator' | 'rapporteur' | 'anna' | 'boris' | 'observer', Person>
  /** Makes a person of this role; `delegation` gives them a nameplate. */
  add(name: string, role: Role, delegation?: Delegation): Person
  /** The caller behind a token, as a door would find out. */
  callerOf(person: Person): KnownCaller
  /** The group has one more delegation; tell the rooms. */
  addDelegation(delegation: Delegation): void
  setRole(person: Person, role: Role | null): void
  /** What is in the log, read from it alone. */
  storedDocument(): Promise<Y.Doc>
  /** Lets go of rooms, doors and storage, and builds them anew on the same folder and port-less. */
  restart(): Promise<World>
  /** Lets go of everything before the test ends. */
  close(): Promise<void>
  /** Faults that were reported. */
  readonly faults: unknown[]
}

const ownOrigin = 'http://own.example'

interface Keeping {
  readonly dataDir: string
  readonly callers: Map<string, KnownCaller>
  readonly standings: Map<PersonId, Standing>
  readonly meetingId: MeetingId | null
  readonly itemId: ItemId
  readonly outcomeId: OutcomeId
  readonly group: ReturnType<typeof group>['group']
  readonly people: Partial<World['people']>
}

const newId = createNewId(systemRandom())

export async function liveWorld(options: WorldOptions = {}): Promise<World> {
  const { group: usual } = group()
  return build(options, {
    dataDir: options.dataDir ?? temporaryFolder(),
    callers: new Map(),
    standings: new Map(),
    meetingId: null,
    itemId: options.ids?.itemId ?? newId(),
    outcomeId: options.ids?.outcomeId ?? newId(),
    group: { ...usual, rules: options.rules ?? usual.rules },
    people: {},
  })
}

async function build(options: WorldOptions, keeping: Keeping): Promise<World> {
  const clock = options.clock ?? systemClock()
  const log = createLog({ level: 'silent' })
  const faults: unknown[] = []
  const report = createReportFault(log, newId)
  const reportFault: typeof report = (error, facts) => {
    faults.push(error)
    return report(error, facts)
  }
  const usualStorage = (dataDir: string) => openStorage({ dataDir, clock: systemClock(), log })
  const storage = new GatedStorage(await (options.openStorage ?? usualStorage)(keeping.dataDir))
  const stored = sampleMeeting(keeping, options)
  if (keeping.meetingId === null) {
    must(await storage.directory.createGroup({ ...group(), group: keeping.group, delegations: [canada] }))
    must(await storage.meetings.create(stored, firstUpdate(keeping, options.edits?.(keeping) ?? [])))
  }
  const findStanding: FindStanding = async (caller) => {
    const standing = caller.kind === 'stranger' ? undefined : keeping.standings.get(caller.person)
    return standing === undefined ? refuse('notFound', 'There is no such meeting.') : ok(standing)
  }
  const rooms = createRooms({
    storage,
    findStanding,
    clock,
    newId,
    reportFault,
    ...(options.allowances === undefined ? {} : { allowances: options.allowances }),
  })
  const identify = async (headers: IncomingHttpHeaders, token: string | null) => {
    const given = token ?? headers.cookie?.replace('session=', '') ?? null
    const caller = given === null ? undefined : keeping.callers.get(given)
    if (given !== null && caller === undefined) return refuse('unauthenticated', 'That token is not good.')
    return ok({ caller: caller ?? ({ kind: 'stranger' } as const), loginSession: headers.cookie === undefined ? null : given })
  }
  const mayUseCookie = (headers: IncomingHttpHeaders) => originAllowed(headers, ownOrigin)
  const httpServer = createServer((_request, response) => response.writeHead(404).end())
  const parts = { rooms, identify, originAllowed: mayUseCookie, clock, reportFault }
  const doors = [createSocketDoor(httpServer, parts), createYWebsocketDoor(httpServer, parts)]
  await new Promise<void>((resolve) => httpServer.listen(0, '127.0.0.1', resolve))
  const { port } = httpServer.address() as AddressInfo // a TCP server's address is never a path
  let isOpen = true
  const close = async () => {
    if (!isOpen) return
    isOpen = false
    storage.release()
    await rooms.close()
    for (const door of doors) await door.close()
    httpServer.closeAllConnections()
    await new Promise((resolve) => httpServer.close(resolve))
    await storage.close()
  }
  onTestFinished(close)

  const add = (name: string, role: Role, delegation: Delegation | null = null): Person => {
    const person = { token: `token-${newId()}`, person: `g:${newId()}` as PersonId, seatId: newId<SeatId>() }
    keeping.callers.set(person.token, {
      kind: 'guest',
      person: person.person,
      name,
      function: null,
      groupId: keeping.group.id,
      seatId: person.seatId,
      meetingId: null,
      via: 'token',
    })
    keeping.standings.set(person.person, { role, delegation, group: keeping.group, delegations: [canada] })
    return person
  }
  const people = {
    coordinator: keeping.people.coordinator ?? add('Chris', 'coordinator'),
    rapporteur: keeping.people.rapporteur ?? add('Rita', 'rapporteur'),
    anna: keeping.people.anna ?? add('Anna', 'participant', canada),
    boris: keeping.people.boris ?? add('Boris', 'participant'),
    observer: keeping.people.observer ?? add('Olga', 'observer'),
  }
  const meetingId = keeping.meetingId ?? stored.meetingId
  return {
    url: `http://127.0.0.1:${port}`,
    meetingId,
    groupId: stored.groupId,
    itemId: keeping.itemId,
    outcomeId: keeping.outcomeId,
    storage,
    rooms,
    people,
    faults,
    close,
    add,
    callerOf: (person) => {
      const caller = keeping.callers.get(person.token)
      if (caller === undefined) throw new Error('Nobody of this world')
      return caller
    },
    addDelegation: (delegation) => {
      for (const [person, standing] of keeping.standings) {
        keeping.standings.set(person, { ...standing, delegations: [...standing.delegations, delegation] })
      }
    },
    setRole: (person, role) => {
      const before = keeping.standings.get(person.person)
      if (role === null || before === undefined) keeping.standings.delete(person.person)
      else keeping.standings.set(person.person, { ...before, role })
    },
    storedDocument: async () => {
      const { snapshot, frames } = must(
        await storage.documents.load(meetingId as string as Parameters<typeof storage.documents.load>[0]),
      )
      const doc = new Y.Doc()
      for (const update of snapshot === null ? frames : [snapshot, ...frames]) Y.applyUpdate(doc, update)
      return doc
    },
    restart: async () => {
      await close()
      return build(options, { ...keeping, meetingId, people })
    },
  }
}

const canada: Delegation = {
  id: newId(),
  name: 'Canada',
  code: 'CAN',
  type: 'state',
  partyStatus: 'stateParty',
  membership: 'member',
}

function sampleMeeting(keeping: Keeping, options: WorldOptions): StoredMeeting {
  const base = meeting(keeping.group.id as GroupId)
  return { ...base, session: { ...base.session, phase: options.phase ?? 'inSession', ...options.session } }
}

/** A record with one item and one outcome, made as the server makes a new one. */
function firstUpdate({ itemId, outcomeId }: Keeping, edits: readonly RecordEdit[]): Uint8Array {
  const doc = new Y.Doc()
  must(applyEdit(doc, { kind: 'item.add', id: itemId, parent: null, after: 'last', title: 'Opening' }, 'test'))
  must(applyEdit(doc, { kind: 'outcome.add', id: outcomeId, item: itemId, after: 'last', text: 'The Group agreed.' }, 'test'))
  for (const edit of edits) must(applyEdit(doc, edit, 'test'))
  return Y.encodeStateAsUpdate(doc)
}
