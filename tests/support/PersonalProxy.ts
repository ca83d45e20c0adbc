import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http'
import { connect, type Socket } from 'node:net'
import type { Duplex } from 'node:stream'

/**
 * One person's network: an HTTP proxy of their own, which a test can cut, mend, or tell to refuse WebSockets
 * (browsers open those through CONNECT). Everybody still sees the server under its one public address.
 */
export class PersonalProxy {
  readonly #server: Server
  readonly #sockets = new Set<Duplex>()
  #cut = false
  #refusesWebSockets = false
  /** CONNECT requests seen: proves that WebSockets were really tried and refused. */
  refused = 0

  private constructor() {
    this.#server = createServer((incoming, outgoing) => this.#forward(incoming, outgoing))
    this.#server.on('connection', (socket: Socket) => this.#remember(socket))
    this.#server.on('connect', (incoming: IncomingMessage, socket: Duplex, head: Buffer) => this.#tunnel(incoming, socket, head))
  }

  static async open(): Promise<PersonalProxy> {
    const proxy = new PersonalProxy()
    await new Promise<void>((resolve) => proxy.#server.listen(0, '127.0.0.1', resolve))
    return proxy
  }

  get address(): string {
    const address = this.#server.address()
    if (address === null || typeof address === 'string') throw new Error('The proxy is not listening')
    return `http://127.0.0.1:${address.port}`
  }

  refuseWebSockets(): void {
    this.#refusesWebSockets = true
  }

  cut(): void {
    this.#cut = true
    for (const socket of this.#sockets) socket.destroy()
  }

  mend(): void {
    this.#cut = false
  }

  async close(): Promise<void> {
    this.cut()
    await new Promise<void>((resolve) => this.#server.close(() => resolve()))
  }

  #remember(socket: Duplex): void {
    if (this.#cut) {
      socket.destroy()
      return
    }
    this.#sockets.add(socket)
    socket.on('close', () => this.#sockets.delete(socket))
    socket.on('error', () => socket.destroy())
  }

  #forward(incoming: IncomingMessage, outgoing: ServerResponse): void {
    const url = new URL(incoming.url ?? '')
    const onward = request(
      { host: url.hostname, port: url.port, path: url.pathname + url.search, method: incoming.method, headers: incoming.headers },
      (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
        answer.pipe(outgoing)
      },
    )
    onward.on('error', () => outgoing.destroy())
    outgoing.on('close', () => onward.destroy())
    incoming.pipe(onward)
  }

  #tunnel(incoming: IncomingMessage, socket: Duplex, head: Buffer): void {
    if (this.#cut || this.#refusesWebSockets) {
      this.refused += 1
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n')
      return
    }
    const [host, port] = (incoming.url ?? '').split(':')
    const onward = connect(Number(port), host ?? '', () => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n')
      onward.write(head)
      onward.pipe(socket)
      socket.pipe(onward)
    })
    this.#remember(onward)
    onward.on('close', () => socket.destroy())
    socket.on('close', () => onward.destroy())
  }
}
