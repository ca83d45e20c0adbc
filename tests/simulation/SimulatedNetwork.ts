import http, { type Server } from 'node:http'
import net from 'node:net'
import { Duplex } from 'node:stream'
import type { VirtualTime } from './VirtualTime.ts'
import { WebSocketFrames } from './WebSocketFrames.ts'

/** What becomes of one frame on a bad line. */
export type Fate = 'pass' | 'drop' | 'double' | 'swap'

export interface NetworkTroubles {
  readonly delayMs: () => number
  readonly fate: (host: string, direction: 'up' | 'down') => Fate
}

/** How one client's line stands. */
type LineState = 'well' | 'down' | 'deafUp' | 'deafDown' | 'dead'

const suffix = '.simulated'
/** Handshakes are left alone: a frame that overtakes them is no line that anybody has. */
const leftAlone = 3
const connectMs = 20_000

/** One end of a line: a socket to whoever holds it. */
class End extends Duplex {
  readonly remoteAddress = '127.0.0.1'
  readonly #send: (bytes: Buffer) => void
  readonly #gone: () => void

  constructor(send: (bytes: Buffer) => void, gone: () => void) {
    super({ allowHalfOpen: false })
    this.#send = send
    this.#gone = gone
    // Whoever holds it may not be listening any more.
    this.on('error', () => undefined)
  }

  override _read(): void {}
  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.#send(Buffer.from(chunk))
    done()
  }
  override _writev(chunks: readonly { readonly chunk: Buffer }[], done: () => void): void {
    this.#send(Buffer.concat(chunks.map(({ chunk }) => chunk)))
    done()
  }
  override _final(done: () => void): void {
    this.#gone()
    done()
  }
  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.#gone()
    done(error)
  }

  // What http and ws ask of a socket of the machine.
  setTimeout(): this {
    return this
  }
  setNoDelay(): this {
    return this
  }
  setKeepAlive(): this {
    return this
  }
  ref(): this {
    return this
  }
  unref(): this {
    return this
  }
}

/** One connection of one client, as long as it stands. */
class Wire {
  readonly near: End
  readonly far: End
  readonly #isDeaf = { up: false, down: false }
  readonly #due = { up: 0, down: 0 }
  #isOver = false

  constructor(
    private readonly network: SimulatedNetwork,
    readonly host: string,
  ) {
    const up = this.#direction('up', () => this.far)
    const down = this.#direction('down', () => this.near)
    this.near = new End(up, () => this.#ended('up'))
    this.far = new End(down, () => this.#ended('down'))
  }

  /** Whether no word has come back yet. */
  isYoung = true

  get isDeaf(): boolean {
    return this.#isDeaf.up || this.#isDeaf.down
  }

  /** Breaks: both ends hear of it. */
  cut(): void {
    if (this.#isOver) return
    this.#isOver = true
    this.network.forget(this)
    for (const end of [this.near, this.far]) end.destroy(Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' }))
  }

  /** One end was closed: the other hears it as late as it hears words, if at all. */
  #ended(direction: 'up' | 'down'): void {
    const other = direction === 'up' ? () => this.far : () => this.near
    this.network.after(this.#delay(direction), () => {
      if (this.#isDeaf[direction] || !this.network.passes(this.host, direction)) return
      this.network.forget(this)
      other().push(null)
      other().end()
    })
  }

  /** Nothing overtakes anything on its own. */
  #delay(direction: 'up' | 'down'): number {
    const dueMs = Math.max(this.#due[direction], this.network.nowMs + this.network.delayMs())
    this.#due[direction] = dueMs
    return dueMs - this.network.nowMs
  }

  #direction(direction: 'up' | 'down', to: () => End): (bytes: Buffer) => void {
    const frames = new WebSocketFrames()
    let seen = 0
    let held: Buffer | null = null
    const deliver = (bytes: Buffer) => {
      this.network.after(this.#delay(direction), () => {
        const end = to()
        // Where bytes were swallowed nothing that comes later makes sense.
        if (!this.network.passes(this.host, direction)) this.#isDeaf[direction] = true
        if (this.#isDeaf[direction] || end.destroyed || end.readableEnded) return
        if (direction === 'down') this.isYoung = false
        end.push(bytes)
      })
    }
    return (bytes) => {
      for (const piece of frames.take(bytes)) {
        if (piece.isFrame) seen += 1
        const fate = piece.isFrame && seen > leftAlone ? this.network.fate(this.host, direction) : 'pass'
        if (fate === 'drop') continue
        if (fate === 'swap' && held === null) {
          held = piece.bytes
          continue
        }
        deliver(piece.bytes)
        if (fate === 'double') deliver(piece.bytes)
        if (held !== null) {
          deliver(held)
          held = null
        }
      }
    }
  }
}

/** All lines between the clients and the one server, in memory; each client has a host name of its own, and by it a line of its own. */
export class SimulatedNetwork {
  server: Server | null = null
  readonly #wires = new Set<Wire>()
  readonly #states = new Map<string, LineState>()
  readonly #restore: () => void

  constructor(
    private readonly time: VirtualTime,
    private readonly troubles: NetworkTroubles,
  ) {
    this.#restore = this.#standIn()
  }

  get nowMs(): number {
    return this.time.nowMs
  }

  static address(client: string): string {
    return `http://${client}${suffix}`
  }

  state(client: string): LineState {
    return this.#states.get(client + suffix) ?? 'well'
  }

  /** Whether something was swallowed on a line that still looks well. */
  isDeaf(client: string): boolean {
    return [...this.#wires].some((wire) => wire.host === client + suffix && wire.isDeaf)
  }

  /** `down` breaks what stands and refuses what is new; the others swallow in silence, one way or both. */
  set(client: string, state: LineState): void {
    this.#states.set(client + suffix, state)
    if (state === 'down') this.cut(client)
  }

  /** Breaks what stands; the next attempt may succeed. */
  cut(client: string): void {
    for (const wire of [...this.#wires]) if (wire.host === client + suffix) wire.cut()
  }

  /** The server's machine is gone. */
  cutAll(): void {
    for (const wire of [...this.#wires]) wire.cut()
  }

  close(): void {
    this.cutAll()
    this.#restore()
  }

  // For the wires.
  delayMs(): number {
    return this.troubles.delayMs()
  }
  fate(host: string, direction: 'up' | 'down'): Fate {
    return this.troubles.fate(host, direction)
  }
  after(delayMs: number, run: () => void): void {
    this.time.after(delayMs, run)
  }
  passes(host: string, direction: 'up' | 'down'): boolean {
    const state = this.#states.get(host) ?? 'well'
    return state === 'well' || state === (direction === 'up' ? 'deafDown' : 'deafUp')
  }
  forget(wire: Wire): void {
    this.#wires.delete(wire)
  }

  #connect(host: string): Duplex {
    const wire = new Wire(this, host)
    const { server } = this
    if (server === null || (this.#states.get(host) ?? 'well') === 'down') {
      // Not at once: whoever asked is not listening yet.
      this.time.after(1, () => wire.near.destroy(Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })))
      return wire.near
    }
    this.#wires.add(wire)
    server.emit('connection', wire.far)
    // A machine gives a connection up that nobody answers, whatever the program thinks of it.
    this.time.after(connectMs, () => {
      if (wire.isDeaf && wire.isYoung) wire.cut()
    })
    return wire.near
  }

  /** What opens a connection to one of our hosts, gets a line of ours; all else goes its usual way. */
  #standIn(): () => void {
    const usual = { connect: net.connect, agent: http.Agent.prototype.createConnection }
    const hostOf = (options: unknown): string | null => {
      if (typeof options !== 'object' || options === null || !('host' in options)) return null
      return typeof options.host === 'string' && options.host.endsWith(suffix) ? options.host : null
    }
    const connect = (...args: readonly unknown[]): unknown => {
      const host = hostOf(args[0])
      return host === null ? Reflect.apply(usual.connect, net, args) : this.#connect(host)
    }
    Object.assign(net, { connect })
    const agent = function createConnection(this: http.Agent, ...args: readonly unknown[]): unknown {
      const host = hostOf(args[0])
      return host === null ? Reflect.apply(usual.agent, this, args) : network.#connect(host)
    }
    const network = this
    Object.assign(http.Agent.prototype, { createConnection: agent })
    return () => {
      Object.assign(net, { connect: usual.connect })
      Object.assign(http.Agent.prototype, { createConnection: usual.agent })
    }
  }
}
