import { io, type Socket } from 'socket.io-client'
import { type Refusal, refusalCodes } from '../../shared/base/index.ts'
import type { Answer, ClientEvent, ClientEventName, ServerEvent } from '../../shared/protocol/index.ts'
import { type ConnectionEvent, type ConnectionState, idle, nextConnection } from './connectionState.ts'
import { type Readable, Signal } from './Signal.ts'

export interface ConnectionParts {
  /** Where the server is; empty for the page's own origin. */
  readonly url: string
  /** A personal token instead of the cookie; the browser has none. */
  readonly token?: string
  readonly transports?: readonly ('websocket' | 'polling')[]
  readonly random: () => number
}

/** No answer for this long: the line is taken for dead and opened afresh. */
const answerMs = 20_000
const againMs = 1000

/** One line to the server: opens, loses, opens again, and says in which state it is. Knows messages, not what they mean. */
export class Connection {
  readonly #state = new Signal<ConnectionState>(idle)
  readonly #socket: Socket
  readonly #parts: ConnectionParts
  #again: ReturnType<typeof setTimeout> | null = null
  #opened = false
  /** Events heard since the line stands. */
  #heard = 0

  constructor(parts: ConnectionParts) {
    this.#parts = parts
    this.#socket = io(parts.url, {
      autoConnect: false,
      forceNew: true,
      transports: [...(parts.transports ?? ['websocket', 'polling'])],
      tryAllTransports: true,
      timeout: 10_000,
      reconnectionDelay: 400,
      reconnectionDelayMax: 8000,
      randomizationFactor: 0.5,
      ...(parts.token === undefined ? { withCredentials: true } : { auth: { token: parts.token } }),
    })
    this.#socket.on('connect', () => this.#connected())
    this.#socket.on('disconnect', () => this.#lost())
    this.#socket.on('connect_error', (error) => this.#failed(error))
    this.#socket.onAny((name: string, body: unknown) => this.#count(name, body))
  }

  get state(): Readable<ConnectionState> {
    return this.#state
  }

  start(): void {
    this.#step({ kind: 'start' })
    this.#socket.connect()
  }

  /** The meeting has let us in. */
  joined(): void {
    this.#step({ kind: 'joined' })
  }

  /** The server has sent us away, for a moment or for good. */
  sentAway(refusal: Refusal): void {
    this.#step({ kind: 'sentAway', refusal })
    if (this.#state.get().kind === 'waiting') this.#tryLater()
  }

  /** Somebody, or time, says: try now. */
  retry(): void {
    if (this.#again !== null) clearTimeout(this.#again)
    this.#again = null
    const before = this.#state.get().kind
    if (before === 'live') return
    this.#step({ kind: 'retry' })
    if (this.#socket.connected) this.#step({ kind: 'opened' })
    else this.#socket.connect()
  }

  /** Comes in again over the line that stands: after a refused update, or when the copy seems to have a hole. */
  rejoin(): void {
    if (this.#state.get().kind === 'live') this.#step({ kind: 'retry' })
  }

  on(event: string, listener: (body: unknown) => void): void {
    this.#socket.on(event, listener)
  }

  /** Asks and waits for the answer; null when the line went before it came. */
  ask<T, Name extends ClientEventName>(event: Name, body: ClientEvent<Name>, withinMs = answerMs): Promise<Answer<T> | null> {
    return new Promise((resolve) => this.askInOrder<T, Name>(event, body, resolve, withinMs))
  }

  /** Asks, and hands over the answer before anything that the server said after it: messages may come many at a time. */
  askInOrder<T, Name extends ClientEventName>(
    event: Name,
    body: ClientEvent<Name>,
    answered: (answer: Answer<T> | null) => void,
    withinMs = answerMs,
  ): void {
    if (!this.#socket.connected) {
      answered(null)
      return
    }
    this.#socket.timeout(withinMs).emit(event, body, (error: Error | null, answer: unknown) => {
      if (error === null) {
        answered(readAnswer<T>(answer))
        return
      }
      if (this.#socket.connected) this.#reopen()
      answered(null)
    })
  }

  close(): void {
    if (this.#again !== null) clearTimeout(this.#again)
    this.#step({ kind: 'close' })
    this.#socket.removeAllListeners()
    this.#socket.offAny()
    this.#socket.disconnect()
  }

  /** Whoever has heard another number of events than it was told has lost one, and comes in again (C2). */
  #count(name: string, body: unknown): void {
    if (name !== 'line.told') {
      this.#heard += 1
      return
    }
    // The shape is the server's own.
    const { count } = body as ServerEvent<'line.told'>
    if (count === this.#heard) return
    this.#heard = count
    this.rejoin()
  }

  #connected(): void {
    this.#opened = true
    this.#heard = 0
    this.#step({ kind: 'opened' })
  }

  #lost(): void {
    this.#step({ kind: 'lost' })
    // The library stays away when the server closed the line; we decide by the state, which the last message has set.
    const { kind } = this.#state.get()
    if (kind !== 'refused' && kind !== 'closed' && !this.#socket.active) this.#tryLater()
  }

  #failed(error: Error): void {
    const refusal = 'data' in error ? readRefusal(error.data) : null
    if (refusal !== null) {
      this.sentAway(refusal)
      return
    }
    this.#step({ kind: 'lost' })
    // A network that blocks WebSockets often lets them hang: after one failure long polling goes first and upgrades if it can.
    if (!this.#opened && this.#parts.transports === undefined) this.#socket.io.opts.transports = ['polling', 'websocket']
    if (!this.#socket.active) this.#tryLater()
  }

  #tryLater(): void {
    this.#again ??= setTimeout(
      () => {
        this.#again = null
        this.retry()
      },
      againMs * (0.5 + this.#parts.random() * 1.5),
    )
  }

  #reopen(): void {
    this.#socket.disconnect()
    this.#tryLater()
  }

  #step(event: ConnectionEvent): void {
    this.#state.set(nextConnection(this.#state.get(), event))
  }
}

function readAnswer<T>(answer: unknown): Answer<T> {
  if (typeof answer === 'object' && answer !== null && 'ok' in answer) {
    // The server is ours and its answers have this one shape; what is inside is read by whoever asked.
    if (answer.ok === true && 'value' in answer) return { ok: true, value: answer.value as T }
    const refusal = 'refusal' in answer ? readRefusal(answer.refusal) : null
    if (refusal !== null) return { ok: false, refusal }
  }
  return { ok: false, refusal: { code: 'malformed', message: 'The server gave an answer that cannot be read.' } }
}

/** A refusal out of what came over the wire, or null when it is none. */
export function readRefusal(body: unknown): Refusal | null {
  if (typeof body !== 'object' || body === null || !('code' in body) || !('message' in body)) return null
  const code = refusalCodes.find((known) => known === body.code)
  if (code === undefined) return null
  const reason = 'reason' in body && typeof body.reason === 'string' ? { reason: body.reason } : {}
  return { code, message: String(body.message), ...reason }
}
