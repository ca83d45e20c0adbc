import { type MeetingId, type NewId, ok, type Refusal, type Result, refuse } from '../../shared/base/index.ts'
import type { SessionState } from '../../shared/session/index.ts'
import type { Clock, ReportFault } from '../base/index.ts'
import type { Storage } from '../storage/index.ts'
import { type Allowances, defaultAllowances } from './Budget.ts'
import { documentOf } from './documentOf.ts'
import type { FindStanding, Rooms, Standing, Which } from './face.ts'
import type { KnownCaller, Member } from './Member.ts'
import { Room } from './Room.ts'
import { readStoredRecord, readStoredSession } from './readStored.ts'
import { Silence } from './Silence.ts'
import { steadyClock } from './steadyClock.ts'

export interface RoomsParts {
  readonly storage: Storage
  readonly findStanding: FindStanding
  readonly clock: Clock
  readonly newId: NewId
  readonly reportFault: ReportFault
  readonly allowances?: Allowances
}

/** An empty room stays so long, for whoever reloads the page. */
const idleMs = 30_000
/** How often standings are looked up again, beside every change that is told: links and seats also end by time alone. */
const recheckMs = 30_000
const restarting: Refusal = { code: 'restarting', message: 'The server is restarting; come in again.' }

/** Keeps the open rooms of this process: opens one at the first need, lets it go when it is empty and idle. */
export function createRooms(parts: RoomsParts): Rooms {
  const { storage, findStanding, newId, reportFault } = parts
  const clock = steadyClock(parts.clock)
  const rooms = new Map<MeetingId, Promise<Result<Room>>>()
  const open = new Map<MeetingId, Room>()
  const timers = new Map<Room, () => void>()
  /** Grows with each change of rights, so that a standing looked up before it is not used after it. */
  let changes = 0
  let stopping = false

  const forget = (room: Room) => {
    timers.get(room)?.()
    timers.delete(room)
    if (open.get(room.meetingId) !== room) return
    open.delete(room.meetingId)
    rooms.delete(room.meetingId)
  }

  const letGoLater = (room: Room) => {
    timers.get(room)?.()
    timers.set(
      room,
      clock.after(idleMs, () => {
        letGo(room).catch((error: unknown) => reportFault(error, { meetingId: room.meetingId }))
      }),
    )
  }

  const letGo = async (room: Room) => {
    timers.delete(room)
    if (room.members.size > 0 || room.isDropped) return
    await room.compact()
    // Somebody may have come in while it was compacted: then it stays, and no second room was ever opened (D8).
    if (room.isIdle) room.drop(restarting)
    else if (room.members.size === 0) letGoLater(room)
  }

  const silence = new Silence({
    clock,
    storage,
    reportFault,
    settle: async (meetingId) => {
      const room = await roomOf(meetingId)
      return room.ok ? room.value.settleSilence() : stopping
    },
  })

  const roomParts = {
    storage,
    clock,
    newId,
    reportFault,
    allowances: parts.allowances ?? defaultAllowances,
    onDropped: forget,
    onEmpty: letGoLater,
    onMoved: (meetingId: MeetingId, session: SessionState) => silence.note(meetingId, session),
  }

  /** The one room of a meeting; those who ask while it opens share the opening. */
  const roomOf = (meetingId: MeetingId): Promise<Result<Room>> => {
    if (stopping) return Promise.resolve({ ok: false, refusal: restarting })
    const known = rooms.get(meetingId)
    if (known !== undefined) return known
    const opening = openRoom(meetingId)
    rooms.set(meetingId, opening)
    return opening
  }

  const openRoom = async (meetingId: MeetingId): Promise<Result<Room>> => {
    try {
      const opened = await Room.open(roomParts, meetingId)
      if (opened.ok) {
        open.set(meetingId, opened.value)
        letGoLater(opened.value)
      } else rooms.delete(meetingId)
      return opened
    } catch (error) {
      // D9: a document that cannot be read is not an empty one; the next to ask tries again.
      rooms.delete(meetingId)
      return refuse('internal', `This meeting cannot be opened now (${reportFault(error, { meetingId })}).`)
    }
  }

  const withStanding = async <T>(
    caller: Parameters<FindStanding>[0],
    meetingId: MeetingId,
    act: (room: Room, caller: KnownCaller, standing: Standing) => Promise<Result<T>>,
  ): Promise<Result<T>> => {
    if (caller.kind === 'stranger') return refuse('unauthenticated', 'Sign in or use your link first.')
    const standing = await findStanding(caller, meetingId)
    if (!standing.ok) return standing
    const room = await roomOf(meetingId)
    return room.ok ? act(room.value, caller, standing.value) : room
  }

  const recheck = async () => {
    for (const room of open.values()) {
      await recheckRoom(room, findStanding)
    }
  }
  silence.start()
  const stopRecheck = clock.every(recheckMs, () => {
    recheck().catch((error: unknown) => reportFault(error))
  })
  const stopHealth = storage.onHealth((saving) => {
    for (const room of open.values()) room.announceStorage(saving)
  })

  return {
    readRecord: async (meetingId) => {
      const record = await (open.get(meetingId)?.readRecord() ?? null)
      return record === null ? readStoredRecord(storage, meetingId) : ok(record)
    },
    readSession: async (meetingId, role) => {
      const session = await (open.get(meetingId)?.readSession(role) ?? null)
      return session === null ? readStoredSession(storage, meetingId, role) : ok(session)
    },
    join: async (caller, ask, sink) => {
      if (ask.epoch !== null && ask.epoch !== storage.epoch) {
        return refuse('otherEpoch', 'The server was restored from an earlier state; your copy is kept.')
      }
      for (let attempt = 0; attempt < 5; attempt += 1) {
        const asOf = changes
        const entered = await withStanding(caller, ask.meetingId, async (room, known, standing) =>
          ok(await room.enter(known, standing, ask, sink, () => asOf === changes && !stopping)),
        )
        if (!entered.ok) return entered
        if (entered.value !== null) return entered.value
      }
      return stopping ? { ok: false, refusal: restarting } : refuse('notSaving', 'This meeting cannot be opened now; try again.')
    },
    command: (caller, meetingId, command) =>
      withStanding(caller, meetingId, (room, known, standing) => room.command(command, standing, known)),
    changeHead: (caller, meetingId, patch, seq) =>
      withStanding(caller, meetingId, (room, _known, standing) => room.changeHead(patch, seq, standing)),
    asides: (meetingId) => storage.documents.asides(documentOf(meetingId)),
    removeAside: async (meetingId, asideId) => {
      const room = await rooms.get(meetingId)
      return room?.ok === true ? room.value.removeAside(asideId) : storage.documents.removeAside(documentOf(meetingId), asideId)
    },
    closeConnections: (which, code, message) => {
      changes += 1
      for (const room of open.values()) {
        for (const member of [...room.members]) if (matches(room, member, which)) room.end(member, { code, message })
      }
    },
    delegationsChanged: async (groupId) => {
      for (const room of open.values()) if (room.meeting.groupId === groupId) await recheckRoom(room, findStanding)
    },
    present: (meetingId) => open.get(meetingId)?.peopleCount ?? 0,
    close: async () => {
      stopping = true
      stopRecheck()
      stopHealth()
      await silence.close()
      await Promise.all(rooms.values())
      await Promise.all([...open.values()].map((room) => room.stop(restarting)))
    },
  }
}

function matches(room: Room, member: Member, which: Which): boolean {
  const { caller, loginSession } = member
  if (which.person !== undefined && caller.person !== which.person) return false
  if (which.seatId !== undefined && (caller.kind !== 'guest' || caller.seatId !== which.seatId)) return false
  if (which.groupId !== undefined && room.meeting.groupId !== which.groupId) return false
  if (which.meetingId !== undefined && room.meetingId !== which.meetingId) return false
  return which.loginSession === undefined || loginSession === which.loginSession
}

async function recheckRoom(room: Room, findStanding: FindStanding): Promise<void> {
  for (const member of [...room.members]) await recheckMember(room, member, findStanding)
}

async function recheckMember(room: Room, member: Member, findStanding: FindStanding): Promise<void> {
  const now = await findStanding(member.caller, room.meetingId)
  if (!now.ok) {
    room.end(member, { code: 'ended', message: 'Your way into this meeting is over.' })
  } else if (JSON.stringify(rightsOf(now.value)) !== JSON.stringify(rightsOf(member.standing))) {
    room.end(member, { code: 'rightsChanged', message: 'Your rights have changed; come in again.' })
  } else {
    room.renewStanding(member, now.value)
  }
}

function rightsOf({ role, delegation, group }: Standing) {
  return [role, delegation?.id ?? null, group.rules]
}
