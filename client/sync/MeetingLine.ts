import type { CommandId, MeetingId, NewId } from '../../shared/base/index.ts'
import {
  type Answer,
  type ClientEvent,
  type Joined,
  type ServerEvent,
  type ServerEventName,
  schemaVersion,
} from '../../shared/protocol/index.ts'
import type { CommandDraft, SessionCommand } from '../../shared/session/index.ts'
import { fromBase64, toBase64 } from './base64.ts'
import type { Connection } from './Connection.ts'

/** What this device has of the meeting, and as what it comes. */
export interface HeldCopy {
  readonly epoch: string | null
  readonly stateVector: Uint8Array | null
  readonly clientIds: readonly number[]
  readonly screen: boolean
}

/** The messages of one meeting over a line, as calls; bytes in and out, no base64 beyond this file. */
export class MeetingLine {
  readonly #connection: Connection
  readonly #meetingId: MeetingId
  readonly #newId: NewId

  constructor(connection: Connection, meetingId: MeetingId, newId: NewId) {
    this.#connection = connection
    this.#meetingId = meetingId
    this.#newId = newId
  }

  /** Asks to be let in; the answer is handed over before any news from inside. */
  join(copy: HeldCopy, answered: (answer: Answer<Joined> | null) => void): void {
    const body: ClientEvent<'meeting.join'> = {
      meetingId: this.#meetingId,
      schemaVersion,
      epoch: copy.epoch,
      stateVector: copy.stateVector === null ? null : toBase64(copy.stateVector),
      // More than the protocol takes need no announcing: an id is bound to whoever first brings words under it.
      clientIds: copy.clientIds.slice(-20),
      ...(copy.screen ? { screen: true } : {}),
    }
    this.#connection.askInOrder<Joined, 'meeting.join'>('meeting.join', body, answered)
  }

  update(update: Uint8Array): Promise<Answer<unknown> | null> {
    const updateId = this.#newId<CommandId>()
    return this.#connection.ask('record.update', { meetingId: this.#meetingId, updateId, update: toBase64(update) })
  }

  /** What the server has and we lack; null when it could not be asked. */
  async missing(stateVector: Uint8Array): Promise<Uint8Array | null> {
    const body = { meetingId: this.#meetingId, stateVector: toBase64(stateVector) }
    const answer = await this.#connection.ask<{ readonly update: string }, 'record.sync'>('record.sync', body)
    return answer?.ok === true ? fromBase64(answer.value.update) : null
  }

  show(clientId: number, state: ClientEvent<'presence.set'>['state']): void {
    void this.#connection.ask('presence.set', { meetingId: this.#meetingId, clientId, state })
  }

  /** A command with its id, ready to be sent as often as it takes: the id makes it happen once. */
  command(draft: CommandDraft): () => Promise<Answer<unknown> | null> {
    const command: SessionCommand = { ...draft, id: this.#newId<CommandId>() }
    return () => this.#connection.ask('session.command', { meetingId: this.#meetingId, command })
  }

  /** The hour at the server; null when it did not tell. An answer later than `withinMs` means a dead line, which is opened afresh. */
  async hour(withinMs?: number): Promise<number | null> {
    const answer = await this.#connection.ask<{ readonly now: number }, 'clock.ask'>('clock.ask', {}, withinMs)
    return answer?.ok === true ? answer.value.now : null
  }

  /** Listens to what concerns this meeting. The shapes are the server's own; a stranger cannot speak on this line. */
  on<Name extends ServerEventName>(name: Name, listener: (event: ServerEvent<Name>) => void): void {
    this.#connection.on(name, (body) => {
      const event = body as ServerEvent<Name>
      if (event.meetingId === this.#meetingId) listener(event)
    })
  }
}
