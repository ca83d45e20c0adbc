import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'

/** The network between one browser and a server: bytes pass, until a test lets one direction run dry, or cuts both. */
export class CutLine {
  readonly #server: Server
  readonly #sockets = new Set<Socket>()
  #isCut = false
  #holdsQuestions = false
  #holdsAnswers = false
  #gathered: Map<Socket, readonly Buffer[]> | null = null

  private constructor(target: URL) {
    this.#server = createServer((near) => {
      if (this.#isCut) {
        near.destroy()
        return
      }
      const far = connect(Number(target.port), target.hostname)
      for (const socket of [near, far]) {
        this.#sockets.add(socket)
        socket.on('error', () => socket.destroy())
      }
      near.on('data', (bytes) => this.#holdsQuestions || far.write(bytes))
      far.on('data', (bytes) => {
        if (this.#gathered !== null) this.#gathered.set(near, [...(this.#gathered.get(near) ?? []), bytes])
        else if (!this.#holdsAnswers) near.write(bytes)
      })
      near.on('close', () => far.destroy())
      far.on('close', () => near.destroy())
    })
  }

  static async to(url: string): Promise<CutLine> {
    const line = new CutLine(new URL(url))
    await new Promise<void>((resolve) => line.#server.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => line.#close())
    return line
  }

  get url(): string {
    const { port } = this.#server.address() as AddressInfo // a TCP server's address is never a path
    return `http://127.0.0.1:${port}`
  }

  /** From now on nothing that the browser says arrives; the line looks well. */
  holdQuestions(): void {
    this.#holdsQuestions = true
  }

  /** From now on nothing that the server says arrives; the line looks well. */
  holdAnswers(): void {
    this.#holdsAnswers = true
  }

  /** From now on what the server says is gathered, to arrive all at once. */
  gatherAnswers(): void {
    this.#gathered = new Map()
  }

  letThrough(): void {
    const gathered = this.#gathered ?? new Map<Socket, readonly Buffer[]>()
    this.#gathered = null
    for (const [near, pieces] of gathered) near.write(Buffer.concat(pieces))
  }

  cut(): void {
    this.#isCut = true
    for (const socket of this.#sockets) socket.destroy()
    this.#sockets.clear()
  }

  mend(): void {
    this.#isCut = false
    this.#holdsQuestions = false
    this.#holdsAnswers = false
  }

  async #close(): Promise<void> {
    this.cut()
    await new Promise((resolve) => this.#server.close(resolve))
  }
}
