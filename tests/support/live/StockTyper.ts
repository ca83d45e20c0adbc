import { onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import type { Person, World } from './liveWorld.ts'
import { outcomeOf, typeInto } from './RawClient.ts'

/** A stock client that types and never waits for an answer, for this protocol has none. */
export class StockTyper {
  readonly typed: string[] = []
  private isClosed = false
  private tellClosed: () => void = () => undefined
  private readonly closed = new Promise<void>((resolve) => {
    this.tellClosed = resolve
  })

  private constructor(
    private readonly world: World,
    private readonly doc: Y.Doc,
    private readonly provider: WebsocketProvider,
  ) {}

  static async join(world: World, person: Person): Promise<StockTyper> {
    const doc = new Y.Doc()
    const provider = new WebsocketProvider(`${world.url.replace('http', 'ws')}/yjs`, world.meetingId, doc, {
      protocols: ['rapporteur.v1', `bearer.${person.token}`],
      // The library's declaration wants the browser's class; its documentation names this one for Node.
      WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
      disableBc: true,
    })
    onTestFinished(() => provider.destroy())
    const typer = new StockTyper(world, doc, provider)
    provider.on('connection-close', () => {
      typer.isClosed = true
      // What it would bring when it comes again is another test's matter.
      provider.shouldConnect = false
      typer.tellClosed()
    })
    await new Promise<void>((resolve) => provider.on('sync', (isSynced) => isSynced && resolve()))
    return typer
  }

  get isOpen(): boolean {
    return !this.isClosed
  }

  /** What stands in its own copy. */
  get text(): string {
    return outcomeOf(this.doc, this.world)
  }

  type(word: string): void {
    typeInto(this.doc, this.world, ` ${word}`)
    this.typed.push(word)
  }

  /** Resolves when the server has put it out: circulating ends every pen. */
  settled(): Promise<void> {
    return this.closed
  }

  leave(): void {
    this.provider.destroy()
  }
}
