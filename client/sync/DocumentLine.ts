import type { CommandId, DocumentId, NewId } from '../../shared/base/index.ts'
import type { Answer, ClientEvent, ServerEvent, ServerEventName } from '../../shared/protocol/index.ts'
import { fromBase64, toBase64 } from './base64.ts'
import type { Connection } from './Connection.ts'

/** The messages that a record and a report share, as calls; bytes in and out, no base64 beyond this file. */
export class DocumentLine {
  protected readonly connection: Connection
  protected readonly newId: NewId
  /** On the wire it is called `meetingId`, whatever kind of document it is (DECIDED 10). */
  readonly #meetingId: string

  constructor(connection: Connection, documentId: DocumentId, newId: NewId) {
    this.connection = connection
    this.newId = newId
    this.#meetingId = documentId
  }

  get documentId(): string {
    return this.#meetingId
  }

  update(update: Uint8Array): Promise<Answer<unknown> | null> {
    const updateId = this.newId<CommandId>()
    return this.connection.ask('record.update', { meetingId: this.#meetingId, updateId, update: toBase64(update) })
  }

  /** What the server has and we lack; null when it could not be asked. */
  async missing(stateVector: Uint8Array): Promise<Uint8Array | null> {
    const body = { meetingId: this.#meetingId, stateVector: toBase64(stateVector) }
    const answer = await this.connection.ask<{ readonly update: string }, 'record.sync'>('record.sync', body)
    return answer?.ok === true ? fromBase64(answer.value.update) : null
  }

  show(clientId: number, state: ClientEvent<'presence.set'>['state']): void {
    void this.connection.ask('presence.set', { meetingId: this.#meetingId, clientId, state })
  }

  /** Listens to what concerns this document. The shapes are the server's own; a stranger cannot speak on this line. */
  on<Name extends Exclude<ServerEventName, 'line.told'>>(name: Name, listener: (event: ServerEvent<Name>) => void): void {
    this.connection.on(name, (body) => {
      const event = body as ServerEvent<Name>
      if (event.meetingId === this.#meetingId) listener(event)
    })
  }
}
