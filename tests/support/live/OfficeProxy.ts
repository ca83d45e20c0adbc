import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { onTestFinished } from 'vitest'

/** What offices put between people and the world: it knows no WebSockets, or ends every connection, or holds back what is not whole. */
export type Habit = 'refusesUpgrades' | 'dropsUpgrades' | 'cuts' | 'holdsBack'

export interface OfficeProxyParts {
  readonly habit: Habit
  /** How many bytes the next connection may carry, where connections are cut; the proxy of the world has a clock, a test has this. */
  readonly lifeBytes?: () => number
}

/** A reverse proxy with a bad habit in front of a server of this machine. */
export class OfficeProxy {
  /** Upgrades that it did not let through. */
  refused = 0
  /** Connections that it ended though both sides would have gone on. */
  cuts = 0
  readonly #server: Server
  readonly #target: URL
  readonly #parts: OfficeProxyParts
  readonly #sockets = new Set<Duplex>()

  private constructor(target: URL, parts: OfficeProxyParts) {
    this.#target = target
    this.#parts = parts
    this.#server = createServer((incoming, outgoing) => this.#pass(incoming, outgoing))
    this.#server.on('connection', (socket: Socket) => this.#remember(socket))
    this.#server.on('upgrade', (incoming: IncomingMessage, socket: Duplex, head: Buffer) => this.#upgrade(incoming, socket, head))
  }

  static async before(url: string, parts: OfficeProxyParts): Promise<OfficeProxy> {
    const proxy = new OfficeProxy(new URL(url), parts)
    await new Promise<void>((resolve) => proxy.#server.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => {
      for (const socket of proxy.#sockets) socket.destroy()
      proxy.#server.close()
    })
    return proxy
  }

  get url(): string {
    const { port } = this.#server.address() as AddressInfo // a TCP server's address is never a path
    return `http://127.0.0.1:${port}`
  }

  #remember(socket: Socket): void {
    this.#sockets.add(socket)
    socket.on('error', () => socket.destroy())
    socket.on('close', () => this.#sockets.delete(socket))
    const { habit, lifeBytes } = this.#parts
    if (habit !== 'cuts' || lifeBytes === undefined) return
    const most = lifeBytes()
    // In the middle of whatever is on its way, in either direction.
    const look = () => {
      if (socket.destroyed || socket.bytesRead + socket.bytesWritten < most) return
      this.cuts += 1
      socket.destroy()
    }
    socket.on('data', look)
    socket.on('drain', look)
    const write = socket.write.bind(socket) as (...args: readonly unknown[]) => boolean // every form of it
    socket.write = (...args: readonly unknown[]) => {
      const taken = write(...args)
      setImmediate(look)
      return taken
    }
  }

  #pass(incoming: IncomingMessage, outgoing: ServerResponse): void {
    const onward = request(
      {
        host: this.#target.hostname,
        port: this.#target.port,
        path: incoming.url,
        method: incoming.method,
        headers: incoming.headers,
      },
      (answer) => {
        if (this.#parts.habit !== 'holdsBack') {
          outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
          answer.pipe(outgoing)
          return
        }
        void whole(answer).then((body) => outgoing.writeHead(answer.statusCode ?? 502, answer.headers).end(body))
      },
    )
    onward.on('error', () => outgoing.destroy())
    outgoing.on('close', () => onward.destroy())
    if (this.#parts.habit !== 'holdsBack') incoming.pipe(onward)
    else void whole(incoming).then((body) => onward.end(body))
  }

  #upgrade(incoming: IncomingMessage, socket: Duplex, head: Buffer): void {
    const { habit } = this.#parts
    if (habit !== 'cuts') {
      this.refused += 1
      if (habit === 'dropsUpgrades') socket.destroy()
      else socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
      return
    }
    const onward = connect(Number(this.#target.port), this.#target.hostname, () => {
      const headers = incoming.rawHeaders.reduce((lines, word, at) => lines + word + (at % 2 === 0 ? ': ' : '\r\n'), '')
      onward.write(`GET ${incoming.url} HTTP/1.1\r\n${headers}\r\n`)
      onward.write(head)
      onward.pipe(socket)
      socket.pipe(onward)
    })
    this.#sockets.add(onward)
    onward.on('error', () => onward.destroy())
    onward.on('close', () => socket.destroy())
    socket.on('close', () => onward.destroy())
  }
}

async function whole(stream: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = []
  try {
    for await (const piece of stream) pieces.push(piece as Buffer) // a stream without an encoding gives these
  } catch {
    // The other side went in the middle; what there is is all there will be.
  }
  return Buffer.concat(pieces)
}
