import type { Socket } from 'socket.io'
import type { Caller } from '../../../shared/access/index.ts'
import { type MeetingId, ok, type Refused, type ReportId, type Result, refuse } from '../../../shared/base/index.ts'
import {
  type Answer,
  type ClientEvent,
  type ClientEventName,
  clientEvents,
  type Joined as JoinedOnTheWire,
  type ReportJoined as ReportJoinedOnTheWire,
} from '../../../shared/protocol/index.ts'
import { Budget, type Connection, type EnterAsk, type Entered, type Sink } from '../../rooms/index.ts'
import type { DoorParts } from '../doorParts.ts'
import type { Line } from './guardLines.ts'
import { measureBacklog } from './measureBacklog.ts'
import { fromBase64, type SocketSpeaker, sourcesToWire, toBase64 } from './socketSpeaker.ts'
import { tokenOf } from './tokenOf.ts'

type Handlers = { readonly [Name in ClientEventName]: (event: ClientEvent<Name>) => Promise<Result<unknown>> }

const maxMeetings = 4
/** For what costs more than a message in a meeting, or is not one: entering, and bodies that do not fit. */
const allowances = { messages: { perSecond: 5, burst: 60 }, cpuMs: { perSecond: 1000, burst: 1000 } }

/** What a whole document costs to say, beside what it costs to come in. */
const bytesPerMs = 65_536

/** One socket: reads its messages, answers each, and keeps its places in meetings. */
export class SocketGuest {
  private readonly connections = new Map<string, Connection>()
  private readonly budget: Budget
  private readonly backlog: ReturnType<typeof measureBacklog>
  private readonly handlers: Handlers
  private gone = false

  constructor(
    private readonly socket: Socket,
    private readonly speaker: SocketSpeaker,
    private readonly parts: DoorParts,
    private readonly line: Line,
  ) {
    this.budget = new Budget(parts.clock, allowances)
    this.backlog = measureBacklog(socket, parts.clock)
    this.handlers = {
      'meeting.join': (event) => this.join(event),
      'report.join': (event) => this.joinReport(event),
      'meeting.leave': async ({ meetingId }) => {
        this.leave(meetingId)
        return ok(null)
      },
      'clock.ask': async () => this.tellTime(),
      'record.update': ({ meetingId, update }) => this.in(meetingId, (connection) => connection.update(fromBase64(update))),
      'record.sync': ({ meetingId, stateVector }) =>
        this.in(meetingId, async (connection) => {
          const missing = await connection.sync(fromBase64(stateVector))
          return missing.ok ? ok({ update: toBase64(missing.value) }) : missing
        }),
      'presence.set': ({ meetingId, clientId, state }) =>
        this.in(meetingId, async (connection) => connection.presence(clientId, state)),
      'session.command': ({ meetingId, command }) => this.in(meetingId, (connection) => connection.command(command)),
    }
  }

  /** Starts reading. Events that are not in the protocol have no listener and are dropped. */
  listen(): void {
    const names = Object.keys(clientEvents) as ClientEventName[] // the keys of a literal of our own
    for (const name of names) {
      this.socket.on(name, (...received: readonly unknown[]) => {
        if (this.line.isOver) return
        const answer = received.at(-1)
        this.handle(name, received[0])
          .catch((error: unknown): Answer<unknown> => {
            const fault = this.parts.reportFault(error, { event: name })
            return { ok: false, refusal: { code: 'internal', message: `A fault of ours (${fault}).`, fault } }
          })
          .then((result) => {
            if (typeof answer === 'function') answer(result)
            // From here on news may follow: the client has heard that it is in.
            if (result.ok) this.start(name, received[0])
          })
          .catch((error: unknown) => this.parts.reportFault(error, { event: name }))
      })
    }
    this.socket.on('disconnect', () => {
      this.gone = true
      for (const meetingId of [...this.connections.keys()]) {
        try {
          this.leave(meetingId)
        } catch (error) {
          // A room that breaks at this must not keep the socket's place in the others (A7).
          this.parts.reportFault(error, { event: 'disconnect' })
        }
      }
    })
  }

  private async handle<Name extends ClientEventName>(name: Name, body: unknown): Promise<Answer<unknown>> {
    const parsed = this.line.meter.read(() => clientEvents[name].safeParse(body))
    if (!parsed.success) {
      if (!this.budget.take()) this.socket.disconnect(true)
      return refuse('invalid', 'This message does not fit its schema.')
    }
    // The schema that has just passed is the one of this name.
    return this.handlers[name](parsed.data as ClientEvent<Name>)
  }

  private async join(event: ClientEvent<'meeting.join'>): Promise<Result<JoinedOnTheWire>> {
    // The shape of an id is no proof of a meeting; the room answers `notFound` for any other text.
    const meetingId = event.meetingId as MeetingId
    const entered = await this.enter(meetingId, event, (caller, ask, sink) =>
      this.parts.rooms.join(caller, { ...ask, meetingId, screen: event.screen }, sink),
    )
    return entered.ok ? ok({ ...entered.value, ...bytesToWire(entered.value) }) : entered
  }

  private async joinReport(event: ClientEvent<'report.join'>): Promise<Result<ReportJoinedOnTheWire>> {
    const reportId = event.reportId as ReportId
    const entered = await this.enter(reportId, event, (caller, ask, sink) =>
      this.parts.rooms.joinReport(caller, reportId, ask, sink),
    )
    if (!entered.ok) {
      // Who may not read reports is not told which there are.
      return entered.refusal.code === 'forbidden' ? refuse('notFound', 'There is nothing here that you may see.') : entered
    }
    const { report, sources } = entered.value
    const head = { ...report, meetingIds: [...report.meetingIds] }
    return ok({ ...entered.value, ...bytesToWire(entered.value), report: head, sources: sourcesToWire(sources) })
  }

  /** Comes into a document by its id, after leaving it where the socket is in it already. */
  private async enter<T extends Bytes>(
    id: string,
    event: Omit<ClientEvent<'report.join'>, 'reportId'>,
    join: (caller: Caller, ask: EnterAsk, sink: Sink) => Promise<Result<{ readonly joined: T; readonly connection: Connection }>>,
  ): Promise<Result<T>> {
    if (!this.budget.take()) return refuse('tooMany', 'Too many entrances; try again in a moment.')
    // The door asks anew who is calling: a session may have ended since the handshake.
    const known = await this.parts.identify(this.socket.handshake.headers, tokenOf(this.socket))
    if (!known.ok) return known
    this.leave(id)
    if (this.connections.size >= maxMeetings) return refuse('tooMany', 'One connection may be in four meetings at most.')
    const { schemaVersion, epoch, clientIds } = event
    const stateVector = event.stateVector === null ? null : fromBase64(event.stateVector)
    const ask = { schemaVersion, epoch, stateVector, clientIds, loginSession: known.value.loginSession }
    const entered = await join(known.value.caller, ask, this.sinkFor(id))
    if (!entered.ok) return entered
    const { joined, connection } = entered.value
    if (this.gone) {
      connection.leave()
      return refuse('ended', 'The connection has gone.')
    }
    this.leave(id)
    this.connections.set(id, connection)
    // Who comes in again and again is sent the whole each time: that is paid for like work (A4).
    this.budget.charge((joined.update?.length ?? 0) / bytesPerMs)
    return ok(joined)
  }

  private tellTime(): Result<{ readonly now: number }> {
    if (!this.budget.take()) return refuse('tooMany', 'Too many questions; try again in a moment.')
    return ok({ now: this.parts.clock.now() })
  }

  private sinkFor(meetingId: string) {
    return this.speaker.sinkOf(this.socket, {
      ...this.backlog,
      cut: () => {
        this.connections.delete(meetingId)
        this.socket.conn.close(true)
      },
      closed: (code, message) => {
        this.connections.delete(meetingId)
        this.speaker.tell(this.socket, 'meeting.closed', { meetingId, code, message })
      },
    })
  }

  private start(name: ClientEventName, body: unknown): void {
    if (name === 'meeting.join') {
      const parsed = clientEvents[name].safeParse(body)
      if (parsed.success) this.connections.get(parsed.data.meetingId)?.start()
    } else if (name === 'report.join') {
      const parsed = clientEvents[name].safeParse(body)
      if (parsed.success) this.connections.get(parsed.data.reportId)?.start()
    }
  }

  private in(meetingId: string, act: (connection: Connection) => Promise<Result<unknown>>): Promise<Result<unknown>> {
    const connection = this.connections.get(meetingId)
    return connection === undefined ? Promise.resolve(this.notIn()) : act(connection)
  }

  private notIn(): Refused {
    if (!this.budget.take()) this.socket.disconnect(true)
    return refuse('rightsChanged', 'You are not in this meeting; come in first.')
  }

  private leave(meetingId: string): void {
    const connection = this.connections.get(meetingId)
    this.connections.delete(meetingId)
    connection?.leave()
  }
}

type Bytes = Pick<Entered, 'update' | 'stateVector'>

function bytesToWire({ update, stateVector }: Bytes): Pick<JoinedOnTheWire, 'update' | 'stateVector'> {
  return {
    update: update === null ? null : toBase64(update),
    stateVector: stateVector === null ? null : toBase64(stateVector),
  }
}
