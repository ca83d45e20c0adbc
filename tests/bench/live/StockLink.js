import { WebSocket } from 'ws'
import { Link } from './Link.js'
import { nothing, number, varint } from './updates.js'

const sync = 0
const awareness = 1
const auth = 2
/** Hocuspocus: a sync message to which no first step follows, and its word that an update was applied. */
const syncReply = 4
const syncStatus = 8

/** A client that speaks the y-websocket protocol, or the dialect of Hocuspocus, in which each message begins with the document's name. */
export class StockLink extends Link {
  /** How many updates a server of that dialect said it applied. */
  appliedCount = 0
  #socket = null
  #prefix = Buffer.alloc(0)
  #clock = 0
  #welcome = null

  /** Comes into a document; resolves when the server's copy has come. */
  static async open({ url, protocols, dialect, documentId, ledger }) {
    const link = new StockLink(ledger)
    await link.#enter(url, protocols, dialect === 'hocuspocus' ? documentId : null)
    return link
  }

  send(update) {
    this.#socket.send(this.#message([sync, 2], update))
  }

  /** What is sent within `work` leaves in one write, as it would from a busy browser. */
  together(work) {
    const raw = this.#socket._socket
    raw.cork()
    work()
    raw.uncork()
  }

  setPresence(client, state) {
    this.#clock += 1
    const text = Buffer.from(JSON.stringify(state))
    const inner = Buffer.from([1, ...varint(client), ...varint(this.#clock), ...varint(text.length), ...text])
    this.#socket.send(this.#message([awareness], inner))
  }

  close() {
    this.#socket.terminate()
  }

  async #enter(url, protocols, name) {
    const socket = new WebSocket(url, protocols, { perMessageDeflate: false })
    this.#socket = socket
    if (name !== null) this.#prefix = Buffer.from([...varint(name.length), ...Buffer.from(name)])
    const synced = new Promise((resolve, reject) => {
      this.#welcome = resolve
      socket.once('error', reject)
      socket.once('close', (code, reason) => reject(new Error(`Closed with ${code} ${reason}`)))
    })
    synced.catch(() => undefined)
    socket.on('message', (data) => this.#receive(data))
    socket.on('close', (code) => {
      this.closedBy = code
    })
    socket.once('open', () => {
      // Any token will do for a server that asks nobody.
      if (name !== null) socket.send(Buffer.concat([this.#prefix, Buffer.from([auth, 0, 1, 0x74])]))
      socket.send(this.#message([sync, 0], new Uint8Array([0])))
    })
    await synced
  }

  #message(head, bytes) {
    return Buffer.concat([this.#prefix, Buffer.from([...head, ...varint(bytes.length)]), bytes])
  }

  #receive(data) {
    const at = { bytes: data, pos: this.#prefix.length }
    const kind = number(at)
    if (kind === awareness) this.presenceCount += 1
    else if (kind === syncStatus) this.appliedCount += 1
    if (kind !== sync && kind !== syncReply) return
    const step = number(at)
    const length = number(at)
    const bytes = data.subarray(at.pos, at.pos + length)
    if (step === 0) this.#socket.send(this.#message([sync, 1], nothing))
    else if (step === 1 && this.first === null) {
      this.first = bytes
      this.#welcome()
    } else this.hear(bytes)
  }
}
