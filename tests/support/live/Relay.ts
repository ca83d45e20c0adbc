import { connect, createServer, type Server, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'

interface Cut {
  readonly direction: 'up' | 'down'
  /** So many bytes still pass; then both ends are gone, and what comes after was never sent. */
  left: number
}

/** A line that a test can break after any byte: what was sent may have arrived, or half of it, and the answer may be lost. */
export class Relay {
  private readonly sockets = new Set<Socket>()
  private cutting: Cut | null = null

  private constructor(
    private readonly server: Server,
    private port: number,
  ) {
    server.on('connection', (near: Socket) => this.join(near))
  }

  /** Opens a relay to a server of this machine. */
  static async open(url: string): Promise<Relay> {
    const server = createServer()
    const relay = new Relay(server, Number(new URL(url).port))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => {
      relay.cut()
      server.close()
    })
    return relay
  }

  get url(): string {
    const address = this.server.address()
    if (address === null || typeof address === 'string') throw new Error('The relay is not listening')
    return `http://127.0.0.1:${address.port}`
  }

  /** From now on it leads to another server; lines that stand are broken. */
  lead(url: string): void {
    this.port = Number(new URL(url).port)
    this.cut()
  }

  /** Breaks every line once so many more bytes have gone that way. */
  cutAfter(direction: Cut['direction'], bytes: number): void {
    this.cutting = { direction, left: bytes }
  }

  cut(): void {
    this.cutting = null
    for (const socket of this.sockets) socket.destroy()
  }

  private join(near: Socket): void {
    const far = connect(this.port, '127.0.0.1')
    for (const socket of [near, far]) {
      this.sockets.add(socket)
      socket.on('error', () => socket.destroy())
      socket.on('close', () => {
        this.sockets.delete(socket)
        near.destroy()
        far.destroy()
      })
    }
    near.on('data', (bytes) => this.pass('up', bytes, far))
    far.on('data', (bytes) => this.pass('down', bytes, near))
  }

  private pass(direction: Cut['direction'], bytes: Buffer, to: Socket): void {
    const cutting = this.cutting?.direction === direction ? this.cutting : null
    if (cutting === null || bytes.length <= cutting.left) {
      if (cutting !== null) cutting.left -= bytes.length
      to.write(bytes)
      return
    }
    // The rest is lost; what has gone may still arrive.
    to.write(bytes.subarray(0, cutting.left), () => this.cut())
  }
}
