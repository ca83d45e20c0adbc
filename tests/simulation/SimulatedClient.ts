import * as Y from 'yjs'
import type { Connection, News, Rooms, Sink } from '../../server/rooms/index.ts'
import type { RefusalCode } from '../../shared/base/index.ts'
import type { KnownCaller, World } from '../support/live/liveWorld.ts'

/** Refusals about the moment: the words stay in the outbox and go again. */
const passing: ReadonlySet<RefusalCode> = new Set(['notSaving', 'restarting', 'rightsChanged', 'tooMany'])

/** A client as the browser's is built: a document, an outbox that empties with the answers, a line that comes and goes. */
export class SimulatedClient {
  readonly doc = new Y.Doc()
  readonly refusals: RefusalCode[] = []
  private readonly outbox: Uint8Array[] = []
  private connection: Connection | null = null
  private sending: Promise<void> = Promise.resolve()
  private epoch = 0

  constructor(
    private readonly caller: KnownCaller,
    private readonly world: Pick<World, 'meetingId'>,
  ) {
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'server') this.outbox.push(update)
    })
  }

  get isIn(): boolean {
    return this.connection !== null
  }

  get waiting(): number {
    return this.outbox.length
  }

  /** Comes in with what it has, or for the first time. */
  async comeIn(rooms: Rooms): Promise<void> {
    const line = ++this.epoch
    const ask = {
      meetingId: this.world.meetingId,
      schemaVersion: 1,
      epoch: null,
      stateVector: Y.encodeStateVector(this.doc),
      clientIds: [this.doc.clientID],
      loginSession: null,
    }
    const entered = await rooms.join(this.caller, ask, this.sink(line))
    if (!entered.ok) {
      if (!passing.has(entered.refusal.code)) this.refusals.push(entered.refusal.code)
      return
    }
    const { joined, connection } = entered.value
    if (line !== this.epoch) {
      connection.leave()
      return
    }
    if (joined.update !== null) Y.applyUpdate(this.doc, joined.update, 'server')
    this.connection = connection
    connection.start()
    this.send()
  }

  /** The line goes, without a word to the server or from it: answers under way never arrive. */
  goOffline(): void {
    this.epoch += 1
    this.connection?.leave()
    this.connection = null
  }

  /** Sends what waits, one after the other. */
  send(): void {
    this.sending = this.sending.then(() => this.sendAll())
  }

  async settled(): Promise<void> {
    await this.sending
  }

  private async sendAll(): Promise<void> {
    for (let next = this.outbox[0]; next !== undefined && this.connection !== null; next = this.outbox[0]) {
      const line = this.epoch
      const answer = await this.connection.update(next)
      if (line !== this.epoch) return
      if (answer.ok) this.outbox.shift()
      else {
        if (!passing.has(answer.refusal.code)) this.refusals.push(answer.refusal.code)
        this.goOffline()
      }
    }
  }

  private sink(line: number): Sink {
    const hear = (news: News) => {
      if (news.kind === 'frame' && line === this.epoch) Y.applyUpdate(this.doc, news.update, 'server')
    }
    return {
      speaker: { say: (_meetingId, news, to) => to.map((sink) => (sink as HearingSink).hear(news)) },
      backlog: () => 0,
      cut: () => this.goOffline(),
      closed: () => {
        if (line === this.epoch) this.goOffline()
      },
      hear,
    } as HearingSink // its speaker is its own, so it only ever meets itself
  }
}

interface HearingSink extends Sink {
  readonly hear: (news: News) => void
}
