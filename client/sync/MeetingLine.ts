import type { CommandId, DocumentId, MeetingId, NewId } from '../../shared/base/index.ts'
import { type Answer, type ClientEvent, type Joined, schemaVersion } from '../../shared/protocol/index.ts'
import type { CommandDraft, SessionCommand } from '../../shared/session/index.ts'
import { toBase64 } from './base64.ts'
import type { Connection } from './Connection.ts'
import { DocumentLine } from './DocumentLine.ts'

/** What this device has of a document. */
export interface HeldCopy {
  readonly epoch: string | null
  readonly stateVector: Uint8Array | null
  readonly clientIds: readonly number[]
}

/** The messages of one meeting over a line, as calls. */
export class MeetingLine extends DocumentLine {
  readonly #meetingId: MeetingId

  constructor(connection: Connection, meetingId: MeetingId, newId: NewId) {
    // A record's document bears its meeting's id (DECIDED 10).
    super(connection, meetingId as string as DocumentId, newId)
    this.#meetingId = meetingId
  }

  /** Asks to be let in; the answer is handed over before any news from inside. */
  join(copy: HeldCopy, isScreen: boolean, answered: (answer: Answer<Joined> | null) => void): void {
    const body: ClientEvent<'meeting.join'> = {
      meetingId: this.#meetingId,
      schemaVersion,
      ...onTheWire(copy),
      ...(isScreen ? { screen: true } : {}),
    }
    this.connection.askInOrder<Joined, 'meeting.join'>('meeting.join', body, answered)
  }

  /** A command with its id, ready to be sent as often as it takes: the id makes it happen once. */
  command(draft: CommandDraft): () => Promise<Answer<unknown> | null> {
    const command: SessionCommand = { ...draft, id: this.newId<CommandId>() }
    return () => this.connection.ask('session.command', { meetingId: this.#meetingId, command })
  }

  /** The hour at the server; null when it did not tell. An answer later than `withinMs` means a dead line, which is opened afresh. */
  async hour(withinMs?: number): Promise<number | null> {
    const answer = await this.connection.ask<{ readonly now: number }, 'clock.ask'>('clock.ask', {}, withinMs)
    return answer?.ok === true ? answer.value.now : null
  }
}

/** What is said at the door of what this device has. */
export function onTheWire({ epoch, stateVector, clientIds }: HeldCopy) {
  return {
    epoch,
    stateVector: stateVector === null ? null : toBase64(stateVector),
    // More than the protocol takes need no announcing: an id is bound to whoever first brings words under it.
    clientIds: clientIds.slice(-20),
  }
}
