import { io } from 'socket.io-client'
import { Link } from './Link.js'

/** A client that speaks Socket.io as the browser does, by WebSocket or by long polling alone. */
export class SocketLink extends Link {
  /** How many updates were answered as saved. */
  appliedCount = 0
  #socket = null
  #meetingId = null
  #sent = 0

  static async open({ url, token, transport, documentId, ledger, schemaVersion }) {
    const link = new SocketLink(ledger)
    const socket = io(url, { transports: [transport], upgrade: false, forceNew: true, reconnection: false, auth: { token } })
    link.#socket = socket
    link.#meetingId = documentId
    await new Promise((resolve, reject) => {
      socket.once('connect', resolve)
      socket.once('connect_error', reject)
    })
    socket.on('record.frame', ({ frame }) => link.hear(Buffer.from(frame, 'base64')))
    socket.on('presence.changed', () => {
      link.presenceCount += 1
    })
    socket.on('disconnect', (reason) => {
      link.closedBy = reason
    })
    const ask = { meetingId: documentId, schemaVersion, epoch: null, stateVector: null, clientIds: [] }
    const joined = await socket.timeout(20_000).emitWithAck('meeting.join', ask)
    if (!joined.ok) throw new Error(joined.refusal.message)
    link.first = Buffer.from(joined.value.update, 'base64')
    return link
  }

  send(update) {
    this.#sent += 1
    const text = Buffer.from(update.buffer, update.byteOffset, update.length).toString('base64')
    this.#socket.emit('record.update', { meetingId: this.#meetingId, updateId: `u${this.#sent}`, update: text }, (answer) => {
      if (answer.ok) this.appliedCount += 1
      else this.closedBy = answer.refusal.code
    })
  }

  together(work) {
    work()
  }

  setPresence(clientId, { cursor }) {
    const state = { item: null, field: null, cursor, away: false }
    this.#socket.emit('presence.set', { meetingId: this.#meetingId, clientId, state }, () => undefined)
  }

  close() {
    this.#socket.disconnect()
  }
}
