import type { WebSocket } from 'ws'
import { never, type Refusal, type RefusalCode } from '../../../shared/base/index.ts'
import type { Connection, Entered } from '../../rooms/index.ts'
import { closeCodeOf } from '../answer.ts'
import type { DoorParts } from '../doorParts.ts'
import { WireMeter } from '../WireMeter.ts'
import { Awareness, readState, type Told } from './Awareness.ts'
import type { StockSink, StockSpeaker } from './createStockSpeaker.ts'
import { type AwarenessEntry, type ClientMessage, readMessage, writeStep1, writeStep2 } from './messages.ts'
import { type ReadyFrame, readyFrame, StockWriter } from './StockWriter.ts'

/** A stock client drops a server that is silent for 30 s. */
const keepAliveMs = 15_000
/**
 * A client that has not answered our first step by then is served all the same. Longer than a half-open line lives: over one that carries only
 * our words, a deletion would swallow what the client wrote offline before anybody has heard of it (DECIDED 7).
 */
const hearOutMs = 2 * keepAliveMs + 5_000
/** How often in a row a client may build on what we lack and be asked for it; then it is not a lost frame any more (B2). */
const maxResyncs = 3

/** One stock y-websocket client in one meeting. It hears no answers: a refusal closes it, and only news tells it what is stored. */
export class StockGuest implements StockSink {
  private readonly awareness: Awareness
  private readonly writer: StockWriter
  private connection: Connection | null = null
  /** The first step of a sync that is being answered. */
  private asking: Promise<unknown> | null = null
  private stopKeepAlive: (() => void) | null = null
  private heard = true
  private readonly meter: WireMeter
  /** The client id of its own presence: the first that it showed. */
  private ownClientId: number | null = null
  /** Whether the client has said what it brings: `first` after it came in, `again` after it asked once more what it lacks. */
  private hearing: 'first' | 'again' | 'done' = 'first'
  /** The answer that waits for it; the latest of several questions is answered as well as all of them. */
  private waitingAnswer: (() => void) | null = null
  private stopHearingOut: (() => void) | null = null
  private resyncs = 0
  private hasAsked = false

  constructor(
    private readonly socket: WebSocket,
    private readonly parts: DoorParts,
    readonly speaker: StockSpeaker,
  ) {
    speaker.know(this)
    this.awareness = new Awareness(speaker.words)
    this.writer = new StockWriter(socket, parts.clock)
    this.meter = new WireMeter(parts.clock, parts.allowances)
  }

  /**
   * The room has let it in: starts the sync from our side and listens. What it brings is taken before it is told anything new: words
   * typed offline into something that was deleted meanwhile would be gone from its copy as soon as it heard of the deletion (DECIDED 7).
   */
  enter(joined: Entered, connection: Connection): void {
    this.connection = connection
    this.socket.on('pong', () => {
      this.heard = true
    })
    this.stopKeepAlive = this.parts.clock.every(keepAliveMs, () => this.keepAlive())
    if (joined.stateVector !== null) this.send(writeStep1(joined.stateVector))
    this.send(this.awareness.begin(joined.you.connection, joined.people))
    this.hearOut()
  }

  /** One frame of the client. */
  receive(data: Uint8Array, isBinary: boolean): void {
    // After a refusal the socket stays for as long as the other side takes to close it: nothing more is read.
    if (this.connection === null) return
    this.heard = true
    if (!this.meter.take(data.length)) {
      this.refuse({ code: 'tooMany', message: 'Too much at once; come again in a moment.' })
      return
    }
    const message = isBinary ? this.meter.read(() => readMessage(data)) : null
    if (message === null || !message.ok) {
      this.refuse({ code: 'malformed', message: 'Not a message of the y-websocket protocol.' })
      return
    }
    this.act(message.value).catch((error: unknown) => this.broke(error))
  }

  /** The socket has closed. */
  left(): void {
    this.stopKeepAlive?.()
    this.stopHearingOut?.()
    this.leave()
  }

  write(frame: ReadyFrame): void {
    this.writer.write(frame)
  }

  hearPresence(told: Told): boolean {
    const words = this.awareness.change(told)
    if (typeof words !== 'string') this.send(words)
    return words !== 'same'
  }

  backlog(): number {
    return this.writer.backlog()
  }

  queuedMs(): number {
    return this.writer.queuedMs()
  }

  cut(): void {
    this.socket.terminate()
  }

  closed(code: RefusalCode, message: string): void {
    this.connection = null
    this.socket.close(closeCodeOf(code), shorten(message))
  }

  private broke(error: unknown): void {
    const fault = this.parts.reportFault(error)
    this.refuse({ code: 'internal', message: `A fault of ours (${fault}).` })
  }

  private leave(): void {
    const connection = this.connection
    this.connection = null
    try {
      connection?.leave()
    } catch (error) {
      // The line is closed whatever the room says to that (A7).
      this.parts.reportFault(error, { while: 'leaving' })
    }
  }

  private refuse({ code, message }: Refusal): void {
    this.leave()
    this.socket.close(closeCodeOf(code), shorten(message))
  }

  private async act(message: ClientMessage): Promise<void> {
    const { connection } = this
    if (connection === null) return
    switch (message.kind) {
      case 'step1':
        this.asking = this.answer(connection, message.stateVector)
        await this.asking
        this.asking = null
        return
      case 'update':
        // A copy of another past is told so before anything that it brings is judged.
        if (this.asking !== null) await this.asking
        if (this.connection === null) return
        await this.take(connection, message)
        return
      case 'awareness': {
        for (const entry of message.entries) {
          // DECIDED 5: stock clients re-send what they hear; what is not their own is neither answered nor counted.
          if (!this.isOwn(entry)) continue
          const shown = connection.presence(entry.clientId, readState(entry.state))
          if (!shown.ok) return this.refuse(shown.refusal)
        }
        return
      }
      case 'queryAwareness': {
        const paid = connection.spend()
        if (paid.ok) this.send(this.awareness.everybody())
        else this.refuse(paid.refusal)
        return
      }
      default:
        never(message)
    }
  }

  /** A stock client speaks of itself first; an id that somebody else has, or had, never becomes its own. */
  private isOwn({ clientId, state }: AwarenessEntry): boolean {
    if (this.ownClientId === null && state !== null && !this.awareness.hasHeardOf(clientId)) this.ownClientId = clientId
    return clientId === this.ownClientId
  }

  private async take(connection: Connection, { bytes, isAnswer }: Extract<ClientMessage, { kind: 'update' }>): Promise<void> {
    const stored = await connection.update(bytes)
    if (stored.ok) this.resyncs = 0
    else if (stored.refusal.code !== 'gap' || this.resyncs >= maxResyncs) this.refuse(stored.refusal)
    // Typed before our first step was answered: the answer is on its way and has these words, too.
    else if (this.hearing !== 'first' || isAnswer) {
      // A frame of this client was lost on the way: it is asked for everything we lack, which is how this protocol closes a gap.
      this.resyncs += 1
      this.askForMissing(connection)
    }
    if (isAnswer) this.heardOut()
  }

  /**
   * Finds what the client lacks and says it once the client was heard out; what is stored meanwhile follows as news. Whoever asks again
   * doubts the line, in both directions, and is heard out again: a deletion that was lost on the way up would otherwise swallow the words
   * which it is now told, and come back as if its author had seen them.
   */
  private async answer(connection: Connection, stateVector: Uint8Array): Promise<void> {
    const isRepeated = this.hasAsked
    this.hasAsked = true
    const missing = await connection.sync(stateVector)
    if (!missing.ok) {
      this.refuse(missing.refusal)
      return
    }
    this.waitingAnswer = () => this.send(writeStep2(missing.value))
    if (this.hearing !== 'done') return
    if (isRepeated) {
      this.hearing = 'again'
      this.askForMissing(connection)
      this.hearOut()
    } else this.heardOut()
  }

  private askForMissing(connection: Connection): void {
    const stateVector = connection.stateVector()
    if (stateVector !== null) this.send(writeStep1(stateVector))
  }

  private hearOut(): void {
    this.stopHearingOut = this.parts.clock.after(hearOutMs, () => {
      try {
        this.heardOut()
      } catch (error) {
        this.broke(error)
      }
    })
  }

  private heardOut(): void {
    this.stopHearingOut?.()
    const isFirst = this.hearing === 'first'
    const answer = this.waitingAnswer
    this.hearing = 'done'
    this.waitingAnswer = null
    if (isFirst) this.connection?.start()
    if (this.connection !== null) answer?.()
  }

  private send(message: Uint8Array): void {
    this.writer.write(readyFrame(message))
  }

  private keepAlive(): void {
    if (!this.heard) {
      // Half-open: nothing came back for a whole period, not even the answer to a ping.
      this.socket.terminate()
      return
    }
    this.heard = false
    this.socket.ping()
    this.send(this.awareness.everybody())
  }
}

/** A close reason holds at most 123 bytes. */
function shorten(message: string): string {
  return Buffer.byteLength(message) <= 120 ? message : `${message.slice(0, 40)}…`
}
