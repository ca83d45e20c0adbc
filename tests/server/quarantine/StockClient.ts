import { onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import type { Person, World } from '../../support/live/liveWorld.ts'

/** The stock client with a document that outlives it. */
export class StockClient {
  private readonly provider: WebsocketProvider
  private readonly end: Promise<number>

  constructor(
    world: World,
    person: Person,
    readonly doc = new Y.Doc(),
    params: Record<string, string> = {},
  ) {
    this.provider = new WebsocketProvider(`${world.url.replace('http', 'ws')}/yjs`, world.meetingId, doc, {
      protocols: ['rapporteur.v1', `bearer.${person.token}`],
      // The library's declaration wants the browser's class; its documentation names this one for Node.
      WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
      disableBc: true,
      params,
    })
    this.end = new Promise((resolve) => this.provider.on('connection-close', (event) => resolve(event?.code ?? 0)))
    onTestFinished(() => this.provider.destroy())
  }

  async synced(): Promise<void> {
    if (!this.provider.synced) await new Promise<void>((resolve) => this.provider.once('sync', () => resolve()))
  }

  /** The code with which the server closed it. */
  closed(): Promise<number> {
    return this.end
  }

  async until(holds: () => boolean): Promise<void> {
    while (!holds()) await new Promise<void>((resolve) => this.doc.once('update', () => resolve()))
  }

  leave(): void {
    this.provider.destroy()
  }
}
