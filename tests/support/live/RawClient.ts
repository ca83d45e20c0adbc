import { io, type Socket } from 'socket.io-client'
import { onTestFinished } from 'vitest'
import * as Y from 'yjs'
import type { CommandId, MeetingId, OutcomeId, RefusalCode } from '../../../shared/base/index.ts'
import {
  type Answer,
  type ClientEvent,
  type ClientEventName,
  type Joined,
  type ServerEvent,
  type ServerEventName,
  schemaVersion,
} from '../../../shared/protocol/index.ts'
import { applyEdit, applyPlainChange, findText, type PlainChange, type RecordEdit } from '../../../shared/record/index.ts'
import type { CommandDraft, SessionCommand, SessionState } from '../../../shared/session/index.ts'
import { newId } from '../storageSamples.ts'

/** What of a world a client needs: where it is, and the sample's ids. */
export interface Place {
  readonly url: string
  readonly meetingId: MeetingId
  readonly outcomeId: OutcomeId
}

interface Somebody {
  readonly token: string
}

export type TransportName = 'websocket' | 'polling'

interface Heard<Name extends ServerEventName = ServerEventName> {
  readonly name: Name
  readonly body: ServerEvent<Name>
}

/** A Socket.io client that speaks the protocol word by word, with a document of its own. No retries, no outbox. */
export class RawClient {
  readonly doc = new Y.Doc()
  readonly heard: Heard[] = []
  /** The last session that was heard, at the entrance or since. */
  session: SessionState | null = null
  private readonly listeners = new Set<() => void>()
  private updates: Uint8Array[] = []
  /** The number of `session`; null until the entrance is answered. */
  private sessionVersion: number | null = null
  /** What was told of the session and is not in it yet: it may come in one payload with the answer to the entrance. */
  private changes: ServerEvent<'session.changed'>[] = []

  private constructor(
    readonly socket: Socket,
    private readonly world: Place,
  ) {
    socket.onAny((name: ServerEventName, body: ServerEvent<ServerEventName>) => {
      // A number about the line and no news.
      if (name === 'line.told') return
      this.heard.push({ name, body })
      if (name === 'session.changed' && 'change' in body && 'now' in body) {
        this.changes.push(body)
        this.followSession()
      }
      if (name === 'record.frame' && 'frame' in body) Y.applyUpdate(this.doc, bytesOf(body.frame), 'server')
      this.tellListeners()
    })
    socket.on('disconnect', () => this.tellListeners())
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'server') this.updates.push(update)
      this.tellListeners()
    })
  }

  static async connect(world: Place, person: Somebody | null, transport: TransportName = 'websocket'): Promise<RawClient> {
    const socket = io(world.url, {
      transports: [transport],
      upgrade: false,
      forceNew: true,
      reconnection: false,
      auth: person === null ? {} : { token: person.token },
    })
    onTestFinished(() => {
      socket.disconnect()
    })
    const client = new RawClient(socket, world)
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve)
      socket.once('connect_error', reject)
    })
    return client
  }

  /** Connects and comes in; a pen's document is filled. */
  static async join(world: Place, person: Somebody, transport: TransportName = 'websocket'): Promise<RawClient> {
    const client = await RawClient.connect(world, person, transport)
    await client.enter()
    return client
  }

  async enter(ask: Partial<ClientEvent<'meeting.join'>> = {}): Promise<Joined> {
    const joined = must(await this.tryEnter(ask))
    this.session = joined.session as SessionState // the server's own type
    this.sessionVersion = joined.sessionVersion
    this.followSession()
    if (joined.update !== null) Y.applyUpdate(this.doc, bytesOf(joined.update), 'server')
    return joined
  }

  private followSession(): void {
    const { sessionVersion } = this
    if (sessionVersion === null) return
    const changes = this.changes.filter(({ from }) => from >= sessionVersion)
    this.changes = []
    for (const { from, version, change } of changes) {
      if (from !== this.sessionVersion) continue
      this.session = applyPlainChange(this.session, change as PlainChange) as SessionState // the server's own types
      this.sessionVersion = version
    }
  }

  tryEnter(ask: Partial<ClientEvent<'meeting.join'>> = {}): Promise<Answer<Joined>> {
    return this.ask('meeting.join', {
      meetingId: this.world.meetingId,
      schemaVersion,
      epoch: null,
      stateVector: null,
      clientIds: [this.doc.clientID],
      ...ask,
    })
  }

  ask<T, Name extends ClientEventName>(name: Name, body: ClientEvent<Name>): Promise<Answer<T>> {
    return this.raw(name, body)
  }

  /** Sends anything under any name, as no honest client would. */
  raw<T>(name: string, body: unknown): Promise<Answer<T>> {
    return this.socket.timeout(10_000).emitWithAck(name, body)
  }

  /** Runs a command of the session, under a new id unless one is given. */
  run(draft: CommandDraft, id: CommandId = newId()): Promise<Answer<{ readonly seq: number }>> {
    const command = { ...draft, id } as SessionCommand // a draft and its id
    return this.ask('session.command', { meetingId: this.world.meetingId, command })
  }

  /** Edits the document and sends what came of it as one update. */
  edit(edit: RecordEdit): Promise<Answer<null>> {
    return this.change(() => {
      const applied = applyEdit(this.doc, edit, 'own')
      if (!applied.ok) throw new Error(`${applied.refusal.code}: ${applied.refusal.message}`)
    })
  }

  /** Types into the sample's outcome, at its end. */
  type(words: string): Promise<Answer<null>> {
    return this.change(() => typeInto(this.doc, this.world, words))
  }

  async change(work: () => void): Promise<Answer<null>> {
    return this.send(this.make(work))
  }

  /** Changes the document and gives back the update instead of sending it. */
  make(work: () => void): Uint8Array {
    this.updates = []
    this.doc.transact(work)
    const [update] = this.updates
    if (update === undefined || this.updates.length > 1) throw new Error('Not one update')
    return update
  }

  send(update: Uint8Array): Promise<Answer<null>> {
    const body = { meetingId: this.world.meetingId, updateId: `u${Math.random()}`, update: textOf(update) }
    return this.ask('record.update', body)
  }

  /** The text of the sample's outcome as this client has it. */
  get outcome(): string {
    return outcomeOf(this.doc, this.world)
  }

  /** All of one kind that was heard. */
  all<Name extends ServerEventName>(name: Name): ServerEvent<Name>[] {
    return this.heard.filter((heard): heard is Heard<Name> => heard.name === name).map(({ body }) => body)
  }

  /** Resolves once this holds; looks again whenever something is heard. */
  async until(holds: () => boolean): Promise<void> {
    while (!holds()) await new Promise<void>((resolve) => this.listeners.add(resolve))
  }

  /** The code with which the meeting was closed to this client. */
  async closed(): Promise<RefusalCode> {
    await this.until(() => this.all('meeting.closed').length > 0)
    return this.all('meeting.closed')[0]?.code ?? 'internal'
  }

  private tellListeners(): void {
    for (const listener of this.listeners) listener()
    this.listeners.clear()
  }
}

/** Types at the end of the sample's outcome. */
export function typeInto(doc: Y.Doc, world: Place, words: string): void {
  const text = textNode(doc, world)
  text.insert(text.length, words)
}

/** The words of the sample's outcome. */
export function outcomeOf(doc: Y.Doc, world: Place): string {
  return textNode(doc, world).toJSON()
}

function textNode(doc: Y.Doc, world: Place): Y.XmlText {
  const fragment = findText(doc, { root: 'outcomes', id: world.outcomeId, field: 'text' })
  const paragraph = fragment?.get(0)
  const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null
  if (!(text instanceof Y.XmlText)) throw new Error('The sample outcome is not there')
  return text
}

export function bytesOf(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'base64'))
}

export function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64')
}

/** The value of a yes; a no fails the test. */
export function must<T>(answer: Answer<T>): T {
  if (!answer.ok) throw new Error(`${answer.refusal.code}: ${answer.refusal.message}`)
  return answer.value
}

/** The code of a no; a yes fails the test. */
export function codeOf(answer: Answer<unknown>): RefusalCode {
  if (answer.ok) throw new Error('It was not refused')
  return answer.refusal.code
}
