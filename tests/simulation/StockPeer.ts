import WebSocket from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import type { PersonId } from '../../shared/base/index.ts'
import { applyEdit, type RecordEdit } from '../../shared/record/index.ts'
import type { Letters } from './Letters.ts'
import { SimulatedNetwork } from './SimulatedNetwork.ts'
import type { SimulatedServer } from './SimulatedServer.ts'

// What browsers and newer Nodes have; the library asks it for a number when it looks whether its line is open.
globalThis.WebSocket ??= WebSocket as unknown as typeof globalThis.WebSocket

interface StockPeerParts {
  readonly name: string
  readonly person: PersonId
  readonly server: SimulatedServer
  readonly letters: Letters
  /** Told with the code when the server has sent it away for good. */
  readonly sentAway: (code: number) => void
}

/** A stock client: y-websocket as it is published, as our page of the protocol tells people to use it. */
export class StockPeer {
  readonly kind = 'stock'
  readonly name: string
  readonly person: PersonId
  readonly typing = Symbol('typing')
  readonly #parts: StockPeerParts
  #page: { readonly doc: Y.Doc; readonly provider: WebsocketProvider }
  /** What stood on pages that were sent away: whoever wrote it still has it before their eyes. */
  #left = ''

  constructor(parts: StockPeerParts) {
    this.name = parts.name
    this.person = parts.person
    this.#parts = parts
    this.#page = this.#open()
  }

  get doc(): Y.Doc {
    return this.#page.doc
  }

  get isLive(): boolean {
    const { provider } = this.#page
    return provider.wsconnected && provider.synced
  }

  /** Sent away for good: a person would have to come again. */
  get isSentAway(): boolean {
    return !this.#page.provider.shouldConnect
  }

  /** What pages that were sent away still show their author. */
  get left(): string {
    return this.isSentAway ? this.#left + this.#shown : this.#left
  }

  /** A named edit; false when the rules of the record refuse it. */
  edit(edit: RecordEdit): boolean {
    return applyEdit(this.doc, edit, this.typing).ok
  }

  /** Reloads the page after having been sent away: a refusal has ended the client id, so the document is a new one. */
  comeAgain(): void {
    if (!this.isSentAway) return
    this.#left += this.#shown
    this.close()
    this.#page = this.#open()
  }

  close(): void {
    this.#page.provider.destroy()
    this.#page.doc.destroy()
  }

  get #shown(): string {
    return new TextDecoder().decode(Y.encodeStateAsUpdate(this.doc))
  }

  #open() {
    const { name, server, letters, sentAway } = this.#parts
    const doc = new Y.Doc()
    const provider = new WebsocketProvider(`${SimulatedNetwork.address(name).replace('http', 'ws')}/yjs`, server.meetingId, doc, {
      protocols: ['rapporteur.v1', `bearer.${name}`],
      disableBc: true,
      resyncInterval: 4000,
      // The library's declaration wants the browser's class; its documentation names this one for Node.
      WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
    })
    provider.on('closed', ({ code }) => sentAway(code))
    letters.follow(doc, name, (origin) => origin !== provider)
    return { doc, provider }
  }
}
