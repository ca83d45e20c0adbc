import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'
import { WebSocketFrames } from '../../simulation/WebSocketFrames.ts'

/** The network between a browser and a server, on which single frames of the server can be lost while the line lives on. */
export class LossyLine {
  readonly #server: Server
  readonly #sockets = new Set<Socket>()
  #losing: { readonly word: string; readonly lost: () => void } | null = null

  private constructor(target: URL) {
    this.#server = createServer((near) => {
      const far = connect(Number(target.port), target.hostname)
      const frames = new WebSocketFrames()
      for (const socket of [near, far]) {
        this.#sockets.add(socket)
        socket.on('error', () => socket.destroy())
      }
      near.pipe(far)
      far.on('data', (bytes) => {
        for (const piece of frames.take(bytes)) if (!this.#isLost(piece)) near.write(piece.bytes)
      })
      near.on('close', () => far.destroy())
      far.on('close', () => near.destroy())
    })
  }

  static async to(url: string): Promise<LossyLine> {
    const line = new LossyLine(new URL(url))
    await new Promise<void>((resolve) => line.#server.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => line.#close())
    return line
  }

  get url(): string {
    const { port } = this.#server.address() as AddressInfo // a TCP server's address is never a path
    return `http://127.0.0.1:${port}`
  }

  /** The next frame with this word in it is lost, and nothing else; resolves when it was. */
  lose(word: string): Promise<void> {
    return new Promise((lost) => {
      this.#losing = { word, lost }
    })
  }

  #isLost({ bytes, isFrame }: { readonly bytes: Buffer; readonly isFrame: boolean }): boolean {
    const losing = this.#losing
    if (losing === null || !isFrame || !bytes.includes(losing.word)) return false
    this.#losing = null
    losing.lost()
    return true
  }

  async #close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy()
    await new Promise((resolve) => this.#server.close(resolve))
  }
}
