import type { Caller } from '../../shared/access/index.ts'
import {
  type DocumentId,
  type MeetingId,
  type NewId,
  ok,
  type Refusal,
  type ReportId,
  type Result,
  refuse,
} from '../../shared/base/index.ts'
import type { SessionState } from '../../shared/session/index.ts'
import type { Clock, ReportFault } from '../base/index.ts'
import type { Storage } from '../storage/index.ts'
import { type Allowances, defaultAllowances } from './Budget.ts'
import { documentOf } from './documentOf.ts'
import type { Connection, EnterAsk, FindStanding, ReportsPart, Rooms, Sink, Standing, Welcome, Which } from './face.ts'
import type { MeetingSide } from './MeetingSide.ts'
import type { KnownCaller, Member } from './Member.ts'
import type { ReportSide } from './ReportSide.ts'
import { Room } from './Room.ts'
import { readStoredRecord, readStoredReport, readStoredSession } from './readStored.ts'
import { Silence } from './Silence.ts'
import { steadyClock } from './steadyClock.ts'

export interface RoomsParts {
  readonly storage: Storage
  readonly findStanding: FindStanding
  /** Without it there are no reports. */
  readonly reports?: ReportsPart
  readonly clock: Clock
  readonly newId: NewId
  readonly reportFault: ReportFault
  readonly allowances?: Allowances
}

type Kind = 'record' | 'report'

/** An empty room stays so long, for whoever reloads the page. */
const idleMs = 30_000
/** How often standings are looked up again, beside every change that is told: links and seats also end by time alone. */
const recheckMs = 30_000
const nothing = refuse('notFound', 'There is nothing here that you may see.')
const nobody = refuse('unauthenticated', 'Sign in or use your link first.')
const restarting: Refusal = { code: 'restarting', message: 'The server is restarting; come in again.' }

/** Keeps the open rooms of this process: opens one at the first need, lets it go when it is empty and idle. */
export function createRooms(parts: RoomsParts): Rooms {
  const { storage, findStanding, newId, reportFault } = parts
  const clock = steadyClock(parts.clock)
  const rooms = new Map<DocumentId, Promise<Result<Room>>>()
  const open = new Map<DocumentId, Room>()
  const timers = new Map<Room, () => void>()
  /** Grows with each change of rights, so that a standing looked up before it is not used after it. */
  let changes = 0
  /** Grows with each word that something is to be asked for anew. */
  let turns = 0
  let stopping = false

  const forget = (room: Room) => {
    timers.get(room)?.()
    timers.delete(room)
    if (open.get(room.documentId) !== room) return
    open.delete(room.documentId)
    rooms.delete(room.documentId)
  }

  const letGoLater = (room: Room) => {
    timers.get(room)?.()
    timers.set(
      room,
      clock.after(idleMs, () => {
        letGo(room).catch((error: unknown) => reportFault(error, { documentId: room.documentId }))
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
      const room = await meetingRoom(meetingId)
      return room.ok ? room.value.settleSilence() : stopping
    },
  })

  /** A meeting has changed: what is open and made of it asks anew what it says. */
  const sourceMoved = (documentId: DocumentId) => {
    for (const { side } of open.values()) {
      if (side.kind === 'report' && side.report.meetingIds.some((id) => documentOf(id) === documentId)) side.sourceMoved()
    }
  }

  const roomParts = {
    storage,
    reports: parts.reports ?? null,
    clock,
    newId,
    reportFault,
    allowances: parts.allowances ?? defaultAllowances,
    onDropped: forget,
    onEmpty: letGoLater,
    onWritten: sourceMoved,
    onMoved: (meetingId: MeetingId, session: SessionState) => {
      silence.note(meetingId, session)
      sourceMoved(documentOf(meetingId))
    },
  }

  /** The one room of a document; those who ask while it opens share the opening. */
  const roomOf = (documentId: DocumentId): Promise<Result<Room>> => {
    if (stopping) return Promise.resolve({ ok: false, refusal: restarting })
    const known = rooms.get(documentId)
    if (known !== undefined) return known
    const opening = openRoom(documentId)
    rooms.set(documentId, opening)
    return opening
  }

  const openRoom = async (documentId: DocumentId): Promise<Result<Room>> => {
    try {
      const opened = await Room.open(roomParts, documentId)
      if (opened.ok) {
        open.set(documentId, opened.value)
        letGoLater(opened.value)
      } else rooms.delete(documentId)
      return opened
    } catch (error) {
      // D9: a document that cannot be read is not an empty one; the next to ask tries again.
      rooms.delete(documentId)
      return refuse('internal', `This meeting cannot be opened now (${reportFault(error, { documentId })}).`)
    }
  }

  const meetingRoom = async (meetingId: MeetingId): Promise<Result<MeetingSide>> => {
    const room = await roomOf(documentOf(meetingId))
    if (!room.ok) return room
    const { side } = room.value
    return side.kind === 'record' ? ok(side) : nothing
  }

  /** The sides of what is open, without opening anything. */
  const openMeeting = (meetingId: MeetingId): MeetingSide | null => {
    const side = open.get(documentOf(meetingId))?.side
    return side?.kind === 'record' ? side : null
  }
  const openReport = (reportId: ReportId): ReportSide | null => {
    const side = open.get(documentOf(reportId))?.side
    return side?.kind === 'report' ? side : null
  }

  /** The caller's standing in a document; `kind` where the door knows it. The id of one kind names nothing of the other. */
  const standingIn = async (caller: Caller, documentId: DocumentId, kind: Kind | null): Promise<Result<Standing>> => {
    // The same letters under another brand (DECIDED 10).
    const id = documentId as string
    if (kind !== 'report') {
      const standing = await findStanding(caller, id as MeetingId)
      if (kind === 'record' || standing.ok || standing.refusal.code !== 'notFound') return standing
    }
    return parts.reports === undefined ? nothing : parts.reports.findStanding(caller, id as ReportId)
  }

  const withMeeting = async <T>(
    caller: Caller,
    meetingId: MeetingId,
    act: (side: MeetingSide, caller: KnownCaller, standing: Standing) => Promise<Result<T>>,
  ): Promise<Result<T>> => {
    if (caller.kind === 'stranger') return nobody
    const standing = await findStanding(caller, meetingId)
    if (!standing.ok) return standing
    const side = await meetingRoom(meetingId)
    return side.ok ? act(side.value, caller, standing.value) : side
  }

  const enter = async (
    caller: Caller,
    documentId: DocumentId,
    kind: Kind | null,
    ask: EnterAsk,
    sink: Sink,
  ): Promise<Result<{ readonly welcome: Welcome; readonly connection: Connection }>> => {
    if (caller.kind === 'stranger') return nobody
    if (ask.epoch !== null && ask.epoch !== storage.epoch) {
      return refuse('otherEpoch', 'The server was restored from an earlier state; your copy is kept.')
    }
    for (let attempt = 0; attempt < 5; attempt += 1) {
      const asOf = changes
      const standing = await standingIn(caller, documentId, kind)
      if (!standing.ok) return standing
      const room = await roomOf(documentId)
      if (!room.ok) return room
      const entered = await room.value.enter(caller, standing.value, ask, sink, () => asOf === changes && !stopping)
      if (entered !== null) return entered
    }
    return stopping ? { ok: false, refusal: restarting } : refuse('notSaving', 'This cannot be opened now; try again.')
  }

  const recheck = async () => {
    for (const room of open.values()) {
      await recheckRoom(room, standingIn)
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
      const record = await (openMeeting(meetingId)?.readRecord() ?? null)
      return record === null ? readStoredRecord(storage, meetingId) : ok(record)
    },
    readSession: async (meetingId, role) => {
      const session = await (openMeeting(meetingId)?.readSession(role) ?? null)
      return session === null ? readStoredSession(storage, meetingId, role) : ok(session)
    },
    readReport: async (report) => {
      const view = await (openReport(report.reportId)?.readReport() ?? null)
      if (view !== null) return ok(view)
      return parts.reports === undefined ? nothing : readStoredReport(storage, report, await parts.reports.readSources(report))
    },
    join: async (caller, ask, sink) => {
      const entered = await enter(caller, documentOf(ask.meetingId), 'record', ask, sink)
      if (!entered.ok) return entered
      const { welcome, connection } = entered.value
      if (welcome.own.kind !== 'record') return nothing
      const { kind: _kind, ...own } = welcome.own
      return ok({ joined: { ...welcome.joined, ...own }, connection })
    },
    joinReport: async (caller, reportId, ask, sink) => {
      const entered = await enter(caller, documentOf(reportId), 'report', ask, sink)
      if (!entered.ok) return entered
      const { welcome, connection } = entered.value
      if (welcome.own.kind !== 'report') return nothing
      const { kind: _kind, ...own } = welcome.own
      const { rules: _rules, ...joined } = welcome.joined
      return ok({ joined: { ...joined, ...own }, connection })
    },
    joinDocument: async (caller, documentId, ask, sink) => {
      const entered = await enter(caller, documentId, null, ask, sink)
      return entered.ok ? ok({ joined: entered.value.welcome.joined, connection: entered.value.connection }) : entered
    },
    command: (caller, meetingId, command) =>
      withMeeting(caller, meetingId, (side, known, standing) => side.command(command, standing, known)),
    changeHead: (caller, meetingId, patch, seq) =>
      withMeeting(caller, meetingId, (side, _known, standing) => side.changeHead(patch, seq, standing)),
    asides: (id) => storage.documents.asides(documentOf(id)),
    removeAside: async (id, asideId) => {
      const room = await rooms.get(documentOf(id))
      return room?.ok === true ? room.value.removeAside(asideId) : storage.documents.removeAside(documentOf(id), asideId)
    },
    copiesChanged: (meetingId) => {
      turns += 1
      open.get(documentOf(meetingId))?.announceCopies(turns)
    },
    closeConnections: (which, code, message) => {
      changes += 1
      for (const room of open.values()) {
        for (const member of [...room.members]) if (matches(room, member, which)) room.end(member, { code, message })
      }
    },
    delegationsChanged: async (groupId) => {
      for (const room of open.values()) if (room.side.groupId === groupId) await recheckRoom(room, standingIn)
    },
    present: (meetingId) => open.get(documentOf(meetingId))?.peopleCount ?? 0,
    close: async () => {
      stopping = true
      stopRecheck()
      stopHealth()
      await silence.close()
      // Side by side: one room whose log cannot be read must not keep the others from storing what they have.
      await Promise.all(
        [...rooms.values()].map(async (opening) => {
          const room = await opening
          if (room.ok) await room.value.stop(restarting)
        }),
      )
    },
  }
}

function matches(room: Room, member: Member, which: Which): boolean {
  const { caller, loginSession } = member
  if (which.person !== undefined && caller.person !== which.person) return false
  if (which.seatId !== undefined && (caller.kind !== 'guest' || caller.seatId !== which.seatId)) return false
  if (which.groupId !== undefined && room.side.groupId !== which.groupId) return false
  if (which.meetingId !== undefined && room.documentId !== documentOf(which.meetingId)) return false
  return which.loginSession === undefined || loginSession === which.loginSession
}

type StandingIn = (caller: Caller, documentId: DocumentId, kind: Kind) => Promise<Result<Standing>>

async function recheckRoom(room: Room, standingIn: StandingIn): Promise<void> {
  for (const member of [...room.members]) await recheckMember(room, member, standingIn)
}

async function recheckMember(room: Room, member: Member, standingIn: StandingIn): Promise<void> {
  const now = await standingIn(member.caller, room.documentId, room.side.kind)
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
