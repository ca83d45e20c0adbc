import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import * as Y from 'yjs'
import { createLog, createNewId, createReportFault, systemClock, systemRandom } from '../../../server/base/index.ts'
import { createRooms } from '../../../server/rooms/index.ts'
import { openStorage } from '../../../server/storage/index.ts'
import { createSocketDoor } from '../../../server/transports/socket/createSocketDoor.ts'
import { createYWebsocketDoor } from '../../../server/transports/ywebsocket/createYWebsocketDoor.ts'
import {
  type GroupId,
  type ItemId,
  type MeetingId,
  type OutcomeId,
  ok,
  type PersonId,
  type ReportId,
  refuse,
  type SeatId,
} from '../../../shared/base/index.ts'
import { applyEdit } from '../../../shared/record/index.ts'
import { group, session } from '../storageSamples.ts'

/** What the process tells when it is ready. */
export interface RoomTold {
  readonly port: number
}

// A server process to be killed: the real storage, rooms and doors; only the list of people is a table.
const [dataDir = '', meetingId = '', itemId = '', outcomeId = '', reportId = null] = process.argv.slice(2)
const clock = systemClock()
const log = createLog({ level: 'silent' })
const newId = createNewId(systemRandom())
const reportFault = createReportFault(log, newId)
const storage = await openStorage({ dataDir, clock, log })
const sample = group().group

if ((await storage.meetings.get(meetingId as MeetingId)) === null) {
  const doc = new Y.Doc()
  applyEdit(doc, { kind: 'item.add', id: itemId as ItemId, parent: null, after: 'last', title: 'Opening' }, 'test')
  const outcome = { id: outcomeId as OutcomeId, item: itemId as ItemId, after: 'last' } as const
  applyEdit(doc, { kind: 'outcome.add', ...outcome, text: 'The Group agreed.' }, 'test')
  const meeting = { meetingId: meetingId as MeetingId, groupId: sample.id as GroupId, createdAt: clock.now() }
  const opened = { ...session(0), phase: 'inSession' } as const
  await storage.meetings.create({ ...meeting, session: opened }, Y.encodeStateAsUpdate(doc))
}

// With a fifth argument there is also a report of this meeting, which everybody edits.
if (reportId !== null && (await storage.reports.get(reportId as ReportId)) === null) {
  const head = { title: 'Statement', language: 'en', withClosed: false, meetingIds: [meetingId as MeetingId] }
  const made = { createdAt: clock.now(), createdBy: { role: 'coordinator', name: null } } as const
  const report = { ...head, ...made, reportId: reportId as ReportId, groupId: sample.id as GroupId }
  await storage.reports.create(report, Y.encodeStateAsUpdate(new Y.Doc()))
}

const rooms = createRooms({
  storage,
  reports: {
    findStanding: async () => ok({ role: 'rapporteur', delegation: null, group: sample, delegations: [] }),
    readSources: async () => ({ present: {}, meetings: [], leftOut: { notAgreed: 0, closed: 0 } }),
  },
  // Whose token begins with c is a chair.
  findStanding: async (caller, id) => {
    // The id of a report names no meeting.
    if (id === reportId) return refuse('notFound', 'There is no such meeting.')
    const role = caller.kind === 'guest' && caller.name.startsWith('c') ? 'coordinator' : 'participant'
    return ok({ role, delegation: null, group: sample, delegations: [] })
  },
  clock,
  newId,
  reportFault,
})
const httpServer = createServer((_request, response) => response.writeHead(404).end())
const parts = {
  rooms,
  identify: async (_headers: unknown, token: string | null) =>
    token === null
      ? refuse('unauthenticated', 'No token.')
      : ok({
          caller: {
            kind: 'guest',
            person: `g:${token}` as PersonId,
            name: token,
            function: null,
            groupId: sample.id,
            seatId: token as SeatId,
            meetingId: null,
            via: 'token',
          } as const,
          loginSession: null,
        }),
  originAllowed: () => true,
  clock,
  reportFault,
}
createSocketDoor(httpServer, parts)
createYWebsocketDoor(httpServer, parts)
httpServer.listen(0, '127.0.0.1', () => {
  const { port } = httpServer.address() as AddressInfo // a TCP server's address is never a path
  process.send?.({ port } satisfies RoomTold)
})
