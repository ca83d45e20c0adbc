import { onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import { writeStep2 } from '../../../server/transports/ywebsocket/messages.ts'
import { schemaVersion } from '../../../shared/protocol/index.ts'
import type { Person, World } from '../../support/live/liveWorld.ts'

/** Where a line leads: the stock door, or Engine.IO spoken by hand. */
export type Door = 'stock' | 'socket'

/** A WebSocket by hand at one of the doors: says anything, hears everything, and never waits to be asked. */
export class HostileLine {
  readonly heard: (string | Buffer)[] = []
  private readonly listeners = new Set<() => void>()
  private code: number | null = null

  private constructor(readonly socket: WebSocket) {
    socket.on('message', (data: Buffer, isBinary: boolean) => {
      this.heard.push(isBinary ? data : data.toString())
      this.tell()
    })
    socket.on('error', () => undefined)
    socket.on('close', (code) => {
      this.code = code
      this.tell()
    })
    onTestFinished(() => socket.terminate())
  }

  /** Opens a line; over the stock door somebody is let in by this alone. */
  static async open(world: Pick<World, 'url' | 'meetingId'>, door: Door, person: Person | null): Promise<HostileLine> {
    const url = world.url.replace('http', 'ws')
    const protocols = person === null ? ['rapporteur.v1'] : ['rapporteur.v1', `bearer.${person.token}`]
    const socket =
      door === 'stock'
        ? new WebSocket(`${url}/yjs/${world.meetingId}`, protocols)
        : new WebSocket(`${url}/socket.io/?EIO=4&transport=websocket`)
    const line = new HostileLine(socket)
    await new Promise<void>((resolve, reject) => {
      socket.once('open', resolve)
      socket.once('error', reject)
    })
    return line
  }

  /** Opens a line and comes in as an honest client does. */
  static async join(world: World, door: Door, person: Person): Promise<HostileLine> {
    const line = await HostileLine.open(world, door, person)
    if (door === 'stock') {
      await line.until(() => line.heard.length >= 2 || line.isClosed)
      // It has nothing that the server lacks; from here on it is told what happens.
      line.say(writeStep2(new Uint8Array([0, 0])))
      return line
    }
    line.say(`40${JSON.stringify({ token: person.token })}`)
    await line.until(() => line.heard.some((text) => String(text).startsWith('40')))
    const ask = { meetingId: world.meetingId, schemaVersion, epoch: null, stateVector: null, clientIds: [] }
    line.say(`420${JSON.stringify(['meeting.join', ask])}`)
    await line.until(() => line.heard.some((text) => String(text).startsWith('430')))
    return line
  }

  get isClosed(): boolean {
    return this.code !== null
  }

  say(data: string | Uint8Array): void {
    if (this.socket.readyState === WebSocket.OPEN) this.socket.send(data)
  }

  /** Writes bytes under the WebSocket protocol. */
  raw(bytes: Uint8Array): void {
    // The one way to the socket under it; the library has no other.
    const { _socket: socket } = this.socket as unknown as { readonly _socket: { write(bytes: Uint8Array): boolean } }
    socket.write(bytes)
  }

  /** The answer to the Socket.io message of this number, when it is there. */
  answer(number: number): string | null {
    const start = `43${number}[`
    const found = this.heard.find((text) => typeof text === 'string' && text.startsWith(start))
    return found === undefined ? null : String(found)
  }

  /** The code it was closed with. */
  async closed(): Promise<number> {
    await this.until(() => this.isClosed)
    return this.code ?? 0
  }

  async until(holds: () => boolean): Promise<void> {
    while (!holds()) await new Promise<void>((resolve) => this.listeners.add(resolve))
  }

  /** Resolves when the other side has read all that was said, or the line is closed: a ping is answered behind it. */
  async hasRead(): Promise<void> {
    if (this.socket.readyState !== WebSocket.OPEN) return this.until(() => this.isClosed)
    const read = new Promise<void>((resolve) => {
      this.socket.once('pong', () => resolve())
      this.socket.once('close', () => resolve())
    })
    this.socket.ping()
    await read
  }

  leave(): void {
    this.socket.terminate()
  }

  private tell(): void {
    for (const listener of this.listeners) listener()
    this.listeners.clear()
  }
}
