import { type IncomingMessage, type Server, STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'
import type { DocumentId, Refusal } from '../../../shared/base/index.ts'
import { schemaVersion } from '../../../shared/protocol/index.ts'
import { closeCodeOf } from '../answer.ts'
import type { DoorParts } from '../doorParts.ts'
import { GuardedWebSocketServer } from '../GuardedWebSocketServer.ts'
import { watchKnown } from '../watchKnown.ts'
import { createStockSpeaker, type StockSpeaker } from './createStockSpeaker.ts'
import { StockGuest } from './StockGuest.ts'

const prefix = '/yjs/'
const otherDoor = '/socket.io/'
const ownProtocol = 'rapporteur.v1'
const bearer = 'bearer.'
/** 1 MiB of Yjs bytes and the few that frame them; the library's own limit is a hundred times that. */
const maxFrameBytes = 1024 * 1024 + 64
/** A client may send before it is let in; more than this waits for nobody, and nothing is read off the line meanwhile (A2). */
const maxEarlyFrames = 16
const maxEarlyBytes = 256 * 1024

/** The stock clients' door. */
export interface YWebsocketDoor {
  close(): Promise<void>
}

/** Opens `/yjs/<documentId>` for stock y-websocket clients that may edit; who only reads is sent away with 4403. */
export function createYWebsocketDoor(httpServer: Server, parts: DoorParts): YWebsocketDoor {
  const server = new GuardedWebSocketServer({
    noServer: true,
    maxPayload: maxFrameBytes,
    // DECIDED 16: the token is never said back.
    handleProtocols: (offered) => (offered.has(ownProtocol) ? ownProtocol : false),
  })
  const speaker = createStockSpeaker(parts.clock)
  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const path = pathOf(request)
    if (!path.startsWith(prefix)) {
      // Nobody else would end an upgrade at an address that is nobody's, and it would stay open.
      if (!path.startsWith(otherDoor)) turnAway(socket, 404)
      return
    }
    if (!parts.originAllowed(request.headers)) {
      turnAway(socket, 403)
      return
    }
    server.handleUpgrade(request, socket, head, (webSocket) => {
      receive(webSocket, request, path.slice(prefix.length), parts, speaker)
    })
  }
  httpServer.on('upgrade', upgrade)
  return {
    close: async () => {
      httpServer.off('upgrade', upgrade)
      for (const webSocket of server.clients) webSocket.terminate()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function pathOf(request: IncomingMessage): string {
  // Nothing secret may stand in an address: from behind the question mark the epoch alone is read.
  return (request.url ?? '').split('?')[0] ?? ''
}

/** The epoch that the client's copy belongs to, when it says so (the stock option `params`). */
function epochOf(request: IncomingMessage): string | null {
  const epoch = new URLSearchParams((request.url ?? '').split('?')[1] ?? '').get('epoch')
  return epoch === null || epoch === '' ? null : epoch.slice(0, 40)
}

function turnAway(socket: Duplex, status: number): void {
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}

/** Lets one client in, or closes it with the code of its refusal; what it sends meanwhile waits. */
function receive(
  webSocket: WebSocket,
  request: IncomingMessage,
  documentId: string,
  parts: DoorParts,
  speaker: StockSpeaker,
): void {
  const guest = new StockGuest(webSocket, parts, speaker)
  const early: (readonly [Uint8Array, boolean])[] = []
  let earlyBytes = 0
  let isIn = false
  webSocket.on('message', (data: Buffer, isBinary: boolean) => {
    if (isIn) {
      guest.receive(data, isBinary)
      return
    }
    earlyBytes += data.length
    early.push([data, isBinary])
    if (early.length >= maxEarlyFrames || earlyBytes >= maxEarlyBytes) webSocket.pause()
    if (early.length > maxEarlyFrames * 2 || earlyBytes > maxEarlyBytes + maxFrameBytes) webSocket.terminate()
  })
  // The library closes a broken socket itself, with the right code (1002, 1008, 1009).
  webSocket.on('error', () => undefined)
  webSocket.on('close', () => guest.left())
  const from = { headers: request.headers, token: tokenOf(request) }
  webSocket.once(
    'close',
    watchKnown(parts, from, () => webSocket.close(closeCodeOf('unauthenticated'))),
  )
  letIn(guest, request, documentId, parts)
    .then((refusal) => {
      if (webSocket.isPaused) webSocket.resume()
      if (refusal !== null) {
        webSocket.close(closeCodeOf(refusal.code), refusal.message.slice(0, 60))
        return
      }
      isIn = true
      for (const [data, isBinary] of early.splice(0)) guest.receive(data, isBinary)
      if (webSocket.readyState !== webSocket.OPEN) guest.left()
    })
    .catch((error: unknown) => {
      const fault = parts.reportFault(error)
      webSocket.close(closeCodeOf('internal'), fault)
    })
}

async function letIn(guest: StockGuest, request: IncomingMessage, documentId: string, parts: DoorParts): Promise<Refusal | null> {
  const known = await parts.identify(request.headers, tokenOf(request))
  if (!known.ok) return known.refusal
  const ask = {
    schemaVersion,
    epoch: epochOf(request),
    stateVector: null,
    clientIds: [],
    loginSession: known.value.loginSession,
  }
  // A record's document bears its meeting's id, a report's its own (DECIDED 10); any other text is `notFound`.
  const entered = await parts.rooms.joinDocument(known.value.caller, documentId as DocumentId, ask, guest)
  if (!entered.ok) return entered.refusal
  const { joined, connection } = entered.value
  if (joined.mode === 'reader') {
    connection.leave()
    return { code: 'forbidden', message: 'This door is for those who may edit.' }
  }
  guest.enter(joined, connection)
  return null
}

/** The token from the second subprotocol; the header and the cookie are read by `identify`. */
function tokenOf(request: IncomingMessage): string | null {
  const offered = (request.headers['sec-websocket-protocol'] ?? '').split(',').map((name) => name.trim())
  const found = offered.find((name) => name.startsWith(bearer))
  return found === undefined ? null : found.slice(bearer.length)
}
