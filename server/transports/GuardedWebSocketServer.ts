import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type ServerOptions, type WebSocket, WebSocketServer } from 'ws'

/** Far more than a browser cuts a message into; the library's own limit is sixteen times that (A3). */
const maxFragments = 1_024
/** Pieces in which the bytes of one message may arrive. */
const maxBufferedChunks = 16_384
/** Browsers never send a ping; of others some are answered, and who floods us with them is cut. */
const maxPings = 64
const maxQueuedPongBytes = 64 * 1024

/**
 * The WebSockets of both live doors, with limits that the library has not, or has far higher: pongs to somebody who does not read
 * them would queue without end, and so would one-byte fragments. No compression: a small frame must not unpack to a large one.
 */
export class GuardedWebSocketServer extends WebSocketServer {
  constructor(options: ServerOptions) {
    super({ ...options, perMessageDeflate: false, autoPong: false, maxFragments, maxBufferedChunks })
  }

  override handleUpgrade(
    request: IncomingMessage,
    socket: Duplex,
    head: Buffer,
    callback: (client: WebSocket, request: IncomingMessage) => void,
  ): void {
    super.handleUpgrade(request, socket, head, (client) => {
      answerPings(client as WebSocket)
      callback(client as WebSocket, request)
    })
  }
}

function answerPings(client: WebSocket): void {
  let pings = 0
  client.on('ping', (data) => {
    pings += 1
    if (pings > maxPings || client.bufferedAmount > maxQueuedPongBytes) client.terminate()
    else client.pong(data)
  })
  // A connection of many hours may be asked now and then by something between.
  client.on('message', () => {
    if (pings > 0) pings -= 1
  })
}
